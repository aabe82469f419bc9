package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Harmless without the first. */
class PairSecondTest {
    @Test
    void sets() {
        Shared.other = true;
        assertTrue(Shared.other);
    }
}
