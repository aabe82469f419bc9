package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Changes an element of a constant. */
class ArrayPolluterTest {
    @Test
    void changes() {
        Shared.LIMITS[1] = 99;
        assertEquals(99, Shared.LIMITS[1]);
    }
}
