package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuietTest {
    @Test
    void isPrepared() {
        assertTrue(Shared.prepared);
    }
}
