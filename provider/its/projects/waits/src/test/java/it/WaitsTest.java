package it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Says that it runs, and waits until it is let go. */
class WaitsTest {
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void waits() throws Exception {
        Files.write(Path.of("runs"), new byte[0]);
        while (!Files.exists(Path.of("go"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
