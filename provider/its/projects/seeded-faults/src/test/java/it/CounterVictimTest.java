package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expects the first number. */
class CounterVictimTest {
    @Test
    void isFirst() {
        assertEquals(0, Shared.COUNTER.get());
    }
}
