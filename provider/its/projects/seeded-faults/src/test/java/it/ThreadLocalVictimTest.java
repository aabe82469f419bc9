package it;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Expects nobody. */
class ThreadLocalVictimTest {
    @Test
    void isNobody() {
        assertNull(Shared.USER.get());
    }
}
