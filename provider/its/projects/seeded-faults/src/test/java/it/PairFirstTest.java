package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Harmless without the other. */
class PairFirstTest {
    @Test
    void sets() {
        Shared.one = true;
        assertTrue(Shared.one);
    }
}
