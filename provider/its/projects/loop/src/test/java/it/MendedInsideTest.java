package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MendedInsideTest {
    @Test
    void passes() {}

    @Nested
    class Inside {
        @Test
        void failsUntilMended() {
            assertTrue(Files.exists(Path.of("mended.txt")));
        }
    }
}
