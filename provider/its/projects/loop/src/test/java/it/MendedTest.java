package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MendedTest {
    @Test
    void passes() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void failsUntilMended(int number) {
        assertTrue(number == 1 || Files.exists(Path.of("mended.txt")));
    }

    @Nested
    class Inside {
        @Test
        void passesToo() {}
    }
}
