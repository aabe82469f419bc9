package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Fills a cache; another class empties it. */
class CachePolluterTest {
    @Test
    void fills() {
        Shared.CACHE.put("key", "value");
        assertEquals("value", Shared.CACHE.get("key"));
    }
}
