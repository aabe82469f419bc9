package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cannot begin after another. */
class BeforeAllVictimTest {
    @BeforeAll
    static void expectsNoServer() {
        assertEquals("stopped", Shared.server);
    }

    @Test
    void begins() {
        assertTrue(true);
    }
}
