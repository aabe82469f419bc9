package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Empties a cache. */
class CacheCleanerTest {
    @Test
    void empties() {
        Shared.CACHE.clear();
        assertTrue(Shared.CACHE.isEmpty());
    }
}
