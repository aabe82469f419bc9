package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Counts on. */
class CounterPolluterTest {
    @Test
    void counts() {
        assertTrue(Shared.COUNTER.incrementAndGet() > 0);
    }
}
