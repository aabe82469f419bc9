package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pollutes before all of its tests. */
class LevelPolluterTest {
    @BeforeAll
    static void raise() {
        Shared.level = 2;
    }

    @Test
    void isHigh() {
        assertEquals(2, Shared.level);
    }

    @Test
    void isHighStill() {
        assertEquals(2, Shared.level);
    }
}
