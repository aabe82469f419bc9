package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Two victims of one polluter. */
class RegistryVictimTest {
    @Test
    void isEmpty() {
        assertEquals(0, Shared.REGISTRY.size());
    }

    @Test
    void isEmptyToo() {
        assertEquals(0, Shared.REGISTRY.size());
    }
}
