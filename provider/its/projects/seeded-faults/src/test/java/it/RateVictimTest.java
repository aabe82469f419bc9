package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A victim of two polluters. */
class RateVictimTest {
    @Test
    void isOne() {
        assertEquals(1, Shared.rate);
    }
}
