package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sound. */
class Sound5Test {
    @Test
    void adds() {
        assertEquals(4, 2 + 2);
    }

    @Test
    void counts() {
        assertTrue(List.of(5).contains(5));
    }
}
