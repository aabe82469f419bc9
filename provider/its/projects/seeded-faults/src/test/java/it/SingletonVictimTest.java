package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Reads a singleton. */
class SingletonVictimTest {
    @Test
    void isNew() {
        assertEquals(0, Registry.INSTANCE.size());
    }
}
