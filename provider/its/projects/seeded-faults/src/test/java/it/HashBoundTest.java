package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Passes where identity hash codes rise. */
class HashBoundTest {
    @Test
    void rises() {
        int last = 0;
        for (int i = 0; i < 7; i++) {
            int next = System.identityHashCode(new Object());
            assertTrue(next > last);
            last = next;
        }
    }
}
