package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Reads a constant that is none. */
class ArrayVictimTest {
    @Test
    void isTwenty() {
        assertEquals(20, Shared.LIMITS[1]);
    }
}
