package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expects the usual mode. */
class BootVictimTest {
    @Test
    void isSafe() {
        assertEquals("safe", Boot.MODE);
    }
}
