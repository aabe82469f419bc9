package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Leaves entries in a singleton. */
class SingletonPolluterTest {
    @Test
    void puts() {
        Registry.INSTANCE.put("a", 1);
        Registry.INSTANCE.put("b", 2);
        Registry.INSTANCE.put("c", 3);
        assertEquals(3, Registry.INSTANCE.size());
    }
}
