package it;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Expects an empty cache. */
class CacheVictimTest {
    @Test
    void misses() {
        assertNull(Shared.CACHE.get("key"));
    }
}
