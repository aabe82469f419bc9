package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts, for Maven to see, how often this JVM's watch has looked: where it stands still, the JVM cannot end itself. */
final class Heartbeat {
    private final Path file;
    private long count;

    /** Beats beside a worker's journal. */
    Heartbeat(Path journal) {
        file = JournalDirectory.heartbeat(journal);
    }

    void beat() {
        try {
            Files.writeString(file, Long.toString(++count));
        } catch (IOException e) {
            // A full disk, or a test that removed the directory: Maven then gives this JVM more time.
            return;
        }
    }
}
