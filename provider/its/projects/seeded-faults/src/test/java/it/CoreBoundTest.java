package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Passes with sixteen cores. */
class CoreBoundTest {
    @Test
    void hasSixteen() {
        assertEquals(16, Runtime.getRuntime().availableProcessors());
    }
}
