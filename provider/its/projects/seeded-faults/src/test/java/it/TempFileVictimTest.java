package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Expects a file of the working directory not to be there. */
class TempFileVictimTest {
    @Test
    void startsClean() {
        assertFalse(Files.exists(Path.of("target", "it-work", "flag")));
    }
}
