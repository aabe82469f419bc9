package it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Leaves an entry in a static list, by one of its tests. */
class RegistryPolluterTest {
    @Test
    void adds() {
        Shared.REGISTRY.add("left");
        assertFalse(Shared.REGISTRY.isEmpty());
    }

    @Test
    void harmless() {
        assertTrue(true);
    }
}
