package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Passes once in a working directory, whatever the JVM. */
class FileOnceTest {
    @Test
    void createsItsFile() throws Exception {
        Files.createFile(Path.of("target", "it-once"));
        assertTrue(Files.exists(Path.of("target", "it-once")));
    }
}
