package io.github.surefoot.surefire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.surefoot.core.protocol.Dispatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {
    private static WorkerSettings settings(Map<String, String> properties) {
        return new WorkerSettings(properties);
    }

    @Test
    void withoutThePluginTheyAreNotPresent() {
        assertThat(settings(Map.of("surefoot.rounds", "5")).present()).isFalse();
        assertThat(settings(Map.of("surefoot.worker.journals", "journals")).present())
                .isTrue();
    }

    @Test
    void allAreRead() {
        WorkerSettings settings = settings(Map.ofEntries(
                Map.entry("surefoot.worker.run", "run-1"),
                Map.entry("surefoot.worker.suite", "abcdef"),
                Map.entry("surefoot.worker.round", "2"),
                Map.entry("surefoot.worker.rounds", "5"),
                Map.entry("surefoot.worker.journals", "some/journals"),
                Map.entry("surefoot.worker.directory", "some/work"),
                Map.entry("surefoot.worker.plan", "some/plan"),
                Map.entry("surefoot.worker.only", "some/only"),
                Map.entry("surefoot.worker.dispatch", "each"),
                Map.entry("surefoot.worker.order", "random"),
                Map.entry("surefoot.worker.seed", "-42"),
                Map.entry("surefoot.worker.disposalMillis", "15000"),
                Map.entry("surefoot.worker.testTimeoutMillis", "60000"),
                Map.entry("surefoot.worker.about.filter.test", "CartTest")));
        assertThat(settings.run()).isEqualTo("run-1");
        assertThat(settings.suite()).isEqualTo("abcdef");
        assertThat(settings.round()).isEqualTo(2);
        assertThat(settings.rounds()).isEqualTo(5);
        assertThat(settings.warm()).isFalse();
        assertThat(settings.journals()).isEqualTo(Path.of("some/journals"));
        assertThat(settings.buildDirectory()).isEqualTo(Path.of("some/work"));
        assertThat(settings.plan()).contains(Path.of("some/plan"));
        assertThat(settings.only()).contains(Path.of("some/only"));
        assertThat(settings.dispatch()).isEqualTo(Dispatch.EACH);
        assertThat(settings.order()).isEqualTo("random");
        assertThat(settings.seed()).isEqualTo(OptionalLong.of(-42));
        assertThat(settings.disposalTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.testTimeout()).contains(Duration.ofMinutes(1));
        assertThat(settings.about()).isEqualTo(Map.of("filter.test", "CartTest"));
    }

    @Test
    void thoseOfRenewedWorkersAreRead() {
        WorkerSettings settings = settings(Map.of(
                "surefoot.worker.kind", "renewed",
                "surefoot.worker.rounds", "5",
                "surefoot.worker.first", "2",
                "surefoot.worker.classPath", "some/jvm"));

        assertThat(settings.renewed()).isTrue();
        assertThat(settings.warm()).isFalse();
        assertThat(settings.sharedRounds()).isEqualTo(4);
        assertThat(settings.classPath()).contains(Path.of("some/jvm"));
        WorkerSettings others = settings(Map.of("surefoot.worker.rounds", "5"));
        assertThat(others.renewed()).isFalse();
        assertThat(others.sharedRounds()).isEqualTo(5);
        assertThat(others.classPath()).isEmpty();
    }

    @Test
    void surefireIsToldBrieflyWhereItHasNeitherToReportNorToRemember() {
        assertThat(settings(Map.of()).briefly()).isFalse();
        assertThat(settings(Map.of("surefoot.worker.output", "out")).briefly()).isTrue();
        assertThat(settings(Map.of("surefoot.worker.output", "out", "runOrder", "alphabetical"))
                        .briefly())
                .isTrue();
        for (String remembering : new String[] {"balanced", "failedfirst", "FailedFirst,alphabetical"}) {
            assertThat(settings(Map.of("surefoot.worker.output", "out", "runOrder", remembering))
                            .briefly())
                    .as(remembering)
                    .isFalse();
        }
    }

    @Test
    void whatTheProjectTellsJUnitPlatformItselfIsKnownByName() {
        assertThat(settings(Map.of()).ownParameters()).isEmpty();
        assertThat(settings(Map.of("configurationParameters", "a.b = c\n  d=e")).ownParameters())
                .containsExactlyInAnyOrder("a.b", "d");
    }

    @Test
    void roundZeroIsThatOfAWarmWorker() {
        assertThat(settings(Map.of("surefoot.worker.round", "0")).warm()).isTrue();
    }

    @Test
    void whatIsOptionalMayBeMissing() {
        WorkerSettings settings = settings(Map.of("surefoot.worker.seed", "42"));
        assertThat(settings.plan()).isEmpty();
        assertThat(settings.testTimeout()).isEmpty();
        assertThat(settings.only()).isEmpty();
        assertThat(settings.dispatch()).isEqualTo(Dispatch.ALL);
        assertThat(settings.order()).isEqualTo("configured");
        assertThat(settings.seed()).as("a seed without the random order").isEmpty();
        assertThat(settings.about()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithItsMend() {
        assertThatIllegalStateException()
                .isThrownBy(() -> settings(Map.of()).run())
                .withMessage("The Surefoot plugin did not set surefoot.worker.run."
                        + " Use the same Surefoot version for the plugin and the provider.");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        settings(Map.of("surefoot.worker.order", "random")).seed())
                .withMessageContaining("surefoot.worker.seed");
    }

    @Test
    void whatIsNoNumberIsNamedWithItsValue() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> settings(Map.of("surefoot.worker.round", "two")).round())
                .withMessageContaining("surefoot.worker.round is 'two', but must be a whole number")
                .withMessageContaining("same Surefoot version");
    }

    @Test
    void onlySettingsOfSurefootAreHandedToResources() {
        WorkerSettings settings = settings(Map.of("surefoot.database.scripts", "db/*.sql", "password", "not for you"));
        assertThat(settings.user("surefoot.database.scripts")).contains("db/*.sql");
        assertThat(settings.user("surefoot.unknown")).isEmpty();
        assertThat(settings.user("password")).isEmpty();
    }
}
