package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Passes once in a JVM. */
class OnceTest {
    @Test
    void runsOnce() {
        assertEquals(1, ++Shared.runs);
    }
}
