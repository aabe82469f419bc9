package it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One passes where identity hash codes rise, and one where they do not. */
class HashBoundTest {
    @Test
    void rises() {
        assertTrue(rise());
    }

    @Test
    void varies() {
        assertFalse(rise());
    }

    private static boolean rise() {
        int last = 0;
        boolean rise = true;
        for (int i = 0; i < 7; i++) {
            int next = System.identityHashCode(new Object());
            rise &= next > last;
            last = next;
        }
        return rise;
    }
}
