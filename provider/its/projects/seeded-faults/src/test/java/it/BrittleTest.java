package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Fails unless another has connected. */
class BrittleTest {
    @Test
    void isConnected() {
        assertTrue(Shared.connected);
    }
}
