package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Reads a system property. */
class PropertyVictimTest {
    @Test
    void isSlow() {
        assertEquals("slow", System.getProperty("it.mode", "slow"));
    }
}
