package it;

import org.junit.jupiter.api.Test;

class LeavesProcessTest {
    /** Ends when the file is removed. */
    @Test
    void starts() throws Exception {
        new ProcessBuilder("sh", "-c", "touch held; while [ -e held ]; do sleep 0.1; done").inheritIO().start();
        while (!java.nio.file.Files.exists(java.nio.file.Path.of("held"))) {
            Thread.sleep(10);
        }
    }
}
