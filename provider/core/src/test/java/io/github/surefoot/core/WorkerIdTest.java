package io.github.surefoot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"r2w1", "w1", "r10w12"})
    void labelsAreReadAsTheyAreWritten(String label) {
        assertThat(WorkerId.parse("run", label).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r2", "w0", "r0w1", "2w1", "r2w1x", "w99999999999"})
    void refusesWhatNamesNoWorker(String label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerId.parse("run", label))
                .withMessageContaining("'" + label + "'")
                .withMessageContaining("r2w1");
    }

    @Test
    void workersOfDifferentRoundsDiffer() {
        assertThat(new WorkerId("run", 1, 1)).isNotEqualTo(new WorkerId("run", 2, 1));
    }

    @Test
    void aWarmWorkerBelongsToNoRound() {
        assertThat(new WorkerId("run", 0, 3).isWarm()).isTrue();
        assertThat(new WorkerId("run", 0, 3)).hasToString("run/w3");
    }

    @Test
    void refusesAnIdentityOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkerId(" ", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkerId("run", -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkerId("run", 1, 0));
    }
}
