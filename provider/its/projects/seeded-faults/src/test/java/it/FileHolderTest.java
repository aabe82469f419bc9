package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** For a moment it has a file to mark that it works. */
class FileHolderTest {
    @Test
    void holds() throws Exception {
        Meeting meeting = new Meeting("file");
        Path file = Path.of("target", "it-shared.lock");
        try (OutputStream open = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            open.write(1);
            meeting.hold();
            assertTrue(Files.exists(file));
        } finally {
            Files.delete(file);
        }
    }
}
