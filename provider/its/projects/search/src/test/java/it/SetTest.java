package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetTest {
    @Test
    void isInOrder() {
        assertEquals("[1, 2, 3, 4, 5, 6, 7]", new HashSet<>(List.of(7, 6, 5, 4, 3, 2, 1)).toString());
    }
}
