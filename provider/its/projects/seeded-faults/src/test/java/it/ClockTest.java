package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Fails at every other moment, whatever runs before it. */
class ClockTest {
    @Test
    void isEven() {
        assertEquals(0, System.nanoTime() / 1_000 % 2);
    }
}
