package it;

import org.junitpioneer.jupiter.RetryingTest;

/** As {@link RetryTest}, to be allowed to. */
class AllowedTest {
    private static int attempts;

    @RetryingTest(2)
    void neverAtOnce() {
        attempts++;
        if (attempts % 2 == 1) {
            throw new IllegalStateException("attempt " + attempts);
        }
    }
}
