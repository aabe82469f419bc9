package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** One of two polluters, each of which suffices. */
class RateFirstPolluterTest {
    @Test
    void sets() {
        Shared.rate = 2;
        assertEquals(2, Shared.rate);
    }
}
