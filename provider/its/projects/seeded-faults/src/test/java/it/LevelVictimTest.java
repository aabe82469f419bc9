package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A victim of a class as a whole. */
class LevelVictimTest {
    @Test
    void isLow() {
        assertEquals(1, Shared.level);
    }
}
