package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves a file in the working directory. */
class TempFilePolluterTest {
    @Test
    void writes() throws Exception {
        Path file = Path.of("target", "it-work", "flag");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "left");
        assertTrue(Files.exists(file));
    }
}
