package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClashesTest {
    private static List<String> in(Map<String, String> configured) {
        return Clashes.in(TestPlugin.SUREFIRE, name -> Optional.ofNullable(configured.get(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "rerunFailingTestsCount, 2, Remove it",
        "skipAfterFailureCount, 1, Remove it",
        "failOnFlakeCount, 3, set surefoot.threshold",
        "testFailureIgnore, true, Lower surefoot.threshold",
        "forkCount, 0, Set surefoot.workers"
    })
    void aClashIsNamedWithItsValueAndItsCure(String name, String value, String cure) {
        assertThat(in(Map.of(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + "=" + value + " ")
                .contains(cure)
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"rerunFailingTestsCount, 0", "skipAfterFailureCount, 0", "testFailureIgnore, false", "forkCount, 1C"})
    void aSettingThatDoesNothingIsNoClash(String name, String value) {
        assertThat(in(Map.of(name, value))).isEmpty();
    }

    @Test
    void aDebuggerForEveryWorkerIsAClash() {
        assertThat(in(Map.of("debugForkedProcess", "true")))
                .singleElement()
                .asString()
                .contains("maven.surefire.debug")
                .contains("surefoot:replay");
    }

    @Test
    void aFileOfTestsThatSurefireNoLongerReadsIsRefused() {
        assertThat(Clashes.refused(TestPlugin.SUREFIRE, Optional::of)).hasValueSatisfying(message -> assertThat(message)
                .startsWith("suiteXmlFiles=suiteXmlFiles ")
                .contains("includes, groups or -Dtest"));
        assertThat(Clashes.refused(TestPlugin.SUREFIRE, name -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void ofFailsafeTheyAreNamedByFailsafesProperties() {
        assertThat(Clashes.in(TestPlugin.FAILSAFE, name -> Optional.of("true")
                        .filter(value -> name.equals("debugForkedProcess"))))
                .singleElement()
                .asString()
                .contains("maven.failsafe.debug")
                .doesNotContain("surefire");
        assertThat(Clashes.refused(TestPlugin.FAILSAFE, Optional::of)).hasValueSatisfying(message -> assertThat(message)
                .contains("which Failsafe has ignored", "-Dit.test."));
    }

    @Test
    void allAreNamed() {
        assertThat(in(Map.of("rerunFailingTestsCount", "2", "skipAfterFailureCount", "1", "forkCount", "0")))
                .hasSize(3);
        assertThat(in(Map.of())).isEmpty();
    }
}
