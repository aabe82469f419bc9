package it;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** Fails every third time, whatever else is as it was: it counts in a directory that nobody puts back. */
class ChanceTest {
    @Test
    void isOdd() throws Exception {
        Path file = Files.createDirectories(Path.of(".counted")).resolve("runs");
        Files.writeString(file, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertNotEquals(0, Files.size(file) % 3);
    }
}
