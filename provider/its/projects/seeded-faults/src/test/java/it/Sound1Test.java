package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sound. */
class Sound1Test {
    @Test
    void adds() {
        assertEquals(4, 2 + 2);
    }

    @Test
    void counts() {
        assertTrue(List.of(1).contains(1));
    }
}
