package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Its methods depend on their order, and only between one set-up of the class and the next. */
class OwnOrderTest {
    @BeforeAll
    static void setUp() {
        Shared.own = 1;
    }

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
