package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** One passes with sixteen cores, and one with any other number. */
class CoreBoundTest {
    @Test
    void hasSixteen() {
        assertEquals(16, Runtime.getRuntime().availableProcessors());
    }

    @Test
    void hasOthers() {
        assertNotEquals(16, Runtime.getRuntime().availableProcessors());
    }
}
