package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.SettingException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerReplayTest {
    private static Optional<WorkerReplay.Request> parse(Map<String, String> settings) {
        return WorkerReplay.Request.parse(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void aBuildThatNamesNoWorkerIsNoReplay() {
        assertThat(parse(Map.of())).isEmpty();
        assertThat(parse(Map.of("surefoot.worker", " ", "surefoot.replay.module", "app")))
                .isEmpty();
    }

    @Test
    void aWorkerOrItsJournalIsToBeRunAgain() {
        assertThat(parse(Map.of("surefoot.worker", "r2w1", "surefoot.replay.module", "app")))
                .contains(new WorkerReplay.Request(
                        Optional.of("r2w1"), Optional.empty(), Optional.empty(), Optional.of("app"), false));
        assertThat(parse(Map.of(
                        "surefoot.journal", "r2w1.journal",
                        "surefoot.replay.only", "CartIT",
                        "surefoot.replay.anyway", "true")))
                .contains(new WorkerReplay.Request(
                        Optional.empty(), Optional.of("r2w1.journal"), Optional.of("CartIT"), Optional.empty(), true));
    }

    @Test
    void whatIsNeitherTrueNorFalseIsRefused() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> parse(Map.of("surefoot.worker", "r2w1", "surefoot.replay.anyway", "perhaps")))
                .withMessageContaining("surefoot.replay.anyway is 'perhaps'");
    }
}
