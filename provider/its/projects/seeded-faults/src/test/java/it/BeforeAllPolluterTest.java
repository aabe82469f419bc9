package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts before all of its tests and never stops. */
class BeforeAllPolluterTest {
    @BeforeAll
    static void start() {
        Shared.server = "running";
    }

    @Test
    void runs() {
        assertEquals("running", Shared.server);
    }
}
