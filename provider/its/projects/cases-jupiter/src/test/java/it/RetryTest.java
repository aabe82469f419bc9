package it;

import org.junitpioneer.jupiter.RetryingTest;

/** Fails at every first attempt, passes at every second. */
class RetryTest {
    private static int attempts;

    @RetryingTest(2)
    void neverAtOnce() {
        attempts++;
        if (attempts % 2 == 1) {
            throw new IllegalStateException("attempt " + attempts);
        }
    }
}
