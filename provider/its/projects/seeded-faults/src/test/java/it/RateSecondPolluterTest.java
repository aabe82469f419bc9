package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The other of two. */
class RateSecondPolluterTest {
    @Test
    void sets() {
        Shared.rate = 3;
        assertEquals(3, Shared.rate);
    }
}
