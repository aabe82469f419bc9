package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Fails about every other time, whatever runs before it: the same times in each build. */
class ChanceTest {
    @Test
    void isLucky() throws Exception {
        assertTrue(Draws.next("chance") < 55);
    }
}
