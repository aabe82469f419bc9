package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sound. */
class Sound4Test {
    @Test
    void adds() {
        assertEquals(4, 2 + 2);
    }

    @Test
    void counts() {
        assertTrue(List.of(4).contains(4));
    }

    @Test
    void tidiesUp() {
        String before = System.setProperty("it.sound", "4");
        try {
            assertEquals("4", System.getProperty("it.sound"));
        } finally {
            restore(before);
        }
    }

    @Test
    void waits() throws Exception {
        Thread thread = new Thread(() -> {}, "it-sound-4");
        thread.start();
        thread.join();
        assertFalse(thread.isAlive());
    }

    @Test
    void reads() {
        assertTrue(Files.isDirectory(Path.of("").toAbsolutePath()));
    }

    private static void restore(String before) {
        if (before == null) {
            System.clearProperty("it.sound");
        } else {
            System.setProperty("it.sound", before);
        }
    }
}
