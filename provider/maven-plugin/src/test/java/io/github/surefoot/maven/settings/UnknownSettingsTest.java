package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.Setting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "surefoot.round, surefoot.rounds",
        "surefoot.Rounds, surefoot.rounds",
        "surefoot.warm, surefoot.reuseWorkers",
        "surefoot.reuseWorker, surefoot.reuseWorkers",
        "surefoot.treshold, surefoot.threshold",
        "surefoot.test-timeout, surefoot.testTimeout",
        "surefoot.timeout, surefoot.testTimeout",
        "surefoot.database.mapers, surefoot.database.mappers",
    })
    void whatLooksLikeASlipIsAnsweredWithWhatIsMeant(String given, String meant) {
        assertThat(UnknownSettings.in(List.of(given), () -> true))
                .containsExactly(
                        "There is no setting " + given + ", and nothing comes of it. Did you mean " + meant + "?");
    }

    @Test
    void whatResemblesNothingMayBeOfAResourceOfTheProject() {
        List<String> given = List.of("surefoot.ports.first");
        assertThat(UnknownSettings.in(given, () -> true)).isEmpty();
        assertThat(UnknownSettings.in(given, () -> false))
                .containsExactly("There is no setting surefoot.ports.first, and nothing comes of it."
                        + " docs/reference/properties.md has all of them.");
    }

    @Test
    void whatIsKnownOrOfOthersIsNoMatter() {
        List<String> known = Arrays.stream(Setting.values()).map(Setting::key).toList();
        assertThat(UnknownSettings.in(known, () -> false)).isEmpty();
        assertThat(UnknownSettings.in(List.of("surefire.rerunFailingTestsCount", "rounds"), () -> false))
                .isEmpty();
    }

    @Test
    void anElementBesideTheSettingsIsAnsweredWithItsPlace() {
        assertThat(UnknownSettings.inConfiguration(List.of("rounds", "colour")))
                .containsExactly(
                        "The plugin's configuration has <rounds>, and nothing comes of it. Write it below <settings>:"
                                + " <settings><rounds>…</rounds></settings>.",
                        "The plugin's configuration has <colour>, and nothing comes of it. Settings stand below"
                                + " <settings>; docs/reference/properties.md has all of them.");
    }
}
