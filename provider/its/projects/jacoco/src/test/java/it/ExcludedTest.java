package it;

import org.junit.jupiter.api.Test;

class ExcludedTest {
    @Test
    void isNeverRun() {
        throw new AssertionError("excluded by the configuration");
    }
}
