package io.github.surefoot.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an outcome tells on one line. */
class OutcomeTest {
    @Test
    void aHungTestTellsItsLimitAndNotItsThreads() {
        Outcome.Hung hung = new Outcome.Hung(
                "Stopped after 1000 ms (surefoot.testTimeout). " + Outcome.Hung.THREADS + "\n\"main\" WAITING");

        assertThat(hung.limit()).isEqualTo("Stopped after 1000 ms (surefoot.testTimeout).");
        assertThat(new Outcome.Hung("").limit()).isEmpty();
    }
}
