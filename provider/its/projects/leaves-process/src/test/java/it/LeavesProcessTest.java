package it;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LeavesProcessTest {
    /** Ends when its own file is removed: those of two rounds may run beside each other. */
    @Test
    void starts() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "touch held-$$; while [ -e held-$$ ]; do sleep 0.1; done")
                .inheritIO()
                .start();
        while (!Files.exists(Path.of("held-" + process.pid()))) {
            Thread.sleep(10);
        }
    }
}
