package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherGoalsSettingsTest {
    private static List<String> in(Map<String, String> given, String... asked) {
        return OtherGoalsSettings.in(given, "test", "the whole suite", "test", List.of(asked));
    }

    @Test
    void whoNamesATestIsToldHowToRunItAlone() {
        assertThat(in(Map.of("surefoot.test", "SumTest#adds"), "test"))
                .containsExactly(
                        "surefoot.test is not a setting of surefoot:test, and nothing comes of it: the whole suite"
                                + " runs. Use -Dtest=SumTest#adds.");
        assertThat(OtherGoalsSettings.in(
                        Map.of("surefoot.test", "SumTest"), "rerun", "what failed", "", List.of("surefoot:rerun")))
                .containsExactly(
                        "surefoot.test is not a setting of surefoot:rerun, and nothing comes of it: what failed"
                                + " runs. It is for surefoot:diagnose, surefoot:loop, surefoot:except, surefoot:search.");
    }

    @Test
    void whatOnlyAnotherGoalHasIsToldWithThat() {
        assertThat(in(Map.of("surefoot.journals", "shards/*", "surefoot.loop.time", "1m"), "test"))
                .containsExactly(
                        "surefoot.journals is not a setting of surefoot:test, and nothing comes of it: the whole suite"
                                + " runs. It is for surefoot:check, surefoot:except.",
                        "surefoot.loop.time is not a setting of surefoot:test, and nothing comes of it: the whole suite"
                                + " runs. It is for surefoot:loop.");
    }

    @Test
    void whatAGoalOfTheSameCommandHasIsMeantForThat() {
        Map<String, String> given = Map.of("surefoot.test", "SumTest", "surefoot.journals", "shards/*");
        assertThat(in(given, "test", "io.github.surefoot:surefoot-maven-plugin:1.0.0:diagnose@why", "surefoot:check"))
                .isEmpty();
    }

    @Test
    void itsOwnAndNamesThatDoNotExistAreNotItsBusiness() {
        assertThat(in(Map.of("surefoot.rounds", "5", "surefoot.loop.tim", "1m", "surefoot.tests", "A"), "test"))
                .isEmpty();
    }
}
