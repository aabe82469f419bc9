package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** For a moment it has a file to mark that it works: the same as another test, which may run at that time. */
class FileUserTest {
    @Test
    void uses() throws Exception {
        Meeting meeting = new Meeting("file");
        meeting.beforeAsking();
        try {
            use();
        } finally {
            meeting.asked();
        }
    }

    private static void use() throws Exception {
        Path file = Path.of("target", "it-shared.lock");
        try (OutputStream open = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            open.write(2);
            LockSupport.parkNanos(20_000_000);
        }
        Files.delete(file);
        assertFalse(Files.exists(file));
    }
}
