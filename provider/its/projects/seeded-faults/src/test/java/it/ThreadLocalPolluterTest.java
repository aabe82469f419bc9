package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Leaves a value with its thread. */
class ThreadLocalPolluterTest {
    @Test
    void sets() {
        Shared.USER.set("admin");
        assertEquals("admin", Shared.USER.get());
    }
}
