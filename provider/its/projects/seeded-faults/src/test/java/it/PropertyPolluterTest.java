package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Leaves a system property. */
class PropertyPolluterTest {
    @Test
    void sets() {
        System.setProperty("it.mode", "fast");
        assertEquals("fast", System.getProperty("it.mode"));
    }
}
