package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authentication tests of the generated service hold in every round, and do not begin without their secrets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnProject("empty")
class ArchetypeSecurityIT {
    private final Project service;

    ArchetypeSecurityIT(Project place) {
        service = ArchetypeIT.generate(place);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theyHoldInEveryRound(int workers) {
        holdsInAllOf(5, workers, true);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "4, true", "1, false", "2, false", "4, false"})
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "takes a quarter of an hour")
    void theyHoldInAllOf50Rounds(int workers, boolean warm) {
        holdsInAllOf(50, workers, warm);
    }

    private void holdsInAllOf(int rounds, int workers, boolean warm) {
        Build build = maven("")
                .run(
                        "test",
                        "-Dgroups=security",
                        "-Dsurefoot.rounds=" + rounds,
                        "-Dsurefoot.workers=" + workers,
                        "-Dsurefoot.reuseWorkers=" + warm)
                .passes();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdict().roundsCompleted()).isEqualTo(rounds);
        assertThat(build.verdict().tests()).hasSizeGreaterThan(30).allSatisfy(test -> {
            assertThat(test.category()).isEqualTo("security");
            assertThat(test.outcomes()).as(test.shortName()).isEqualTo(Collections.nCopies(rounds, "passed"));
        });
        assertThat(build.verdict().named("reliable")).anyMatch(test -> test.startsWith("AuthenticationTest."));
    }

    @Test
    void withoutOneSecretNoWorkerIsStarted() {
        Build build = maven("of-the-test-" + CanaryValues.random(24))
                .run("clean", "test", "-Preliability", "-Dsurefoot.secrets.generate=false")
                .fails();

        assertThat(build.lines("Secret missing: JWT_ENCRYPTION_KEY \\(declared by surefoot.secrets\\)"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(build.lines("environment +export JWT_ENCRYPTION_KEY=")).isNotEmpty();
        assertThat(build.lines("settings.xml +<server><id>JWT_ENCRYPTION_KEY</id>"))
                .isNotEmpty();
        assertThat(build.lines("dotenv file +JWT_ENCRYPTION_KEY=")).isNotEmpty();
        assertThat(build.lines("generated +-Dsurefoot.secrets.generate=JWT_ENCRYPTION_KEY"))
                .isNotEmpty();
        assertThat(build.lines("export (API_KEY|JWT_SECRET_KEY)=")).isEmpty();
        assertThat(service.file("target/surefoot/journals")).doesNotExist();
        assertThat(service.file("target/surefire-reports")).doesNotExist();
    }

    /** Returns a Maven that has two of the three secrets in its environment; an empty value takes them away too. */
    private Maven maven(String value) {
        return service.maven()
                .warm()
                .environment("API_KEY", value)
                .environment("JWT_SECRET_KEY", value)
                .environment("JWT_ENCRYPTION_KEY", "");
    }
}
