package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Takes the first of a set for the first that was put into it: true in every other JVM. */
class SetOrderTest {
    @Test
    void beginsWithTheFirst() {
        assertEquals("a", Set.of("a", "b").iterator().next());
    }
}
