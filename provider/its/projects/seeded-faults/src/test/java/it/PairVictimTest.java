package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Fails after both. */
class PairVictimTest {
    @Test
    void isFree() {
        assertFalse(Shared.one && Shared.other);
    }
}
