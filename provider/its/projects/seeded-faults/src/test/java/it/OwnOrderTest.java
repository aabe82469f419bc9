package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Its methods depend on their order. */
class OwnOrderTest {
    @Test
    void pollutes() {
        Shared.own = 2;
        assertEquals(2, Shared.own);
    }

    @Test
    void suffers() {
        assertEquals(1, Shared.own);
    }

    @Test
    void minds() {
        assertTrue(Shared.own > 0);
    }
}
