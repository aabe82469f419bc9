package it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What measures these tests. */
final class Evidence {
    private Evidence() {}

    /** Returns the journal of this worker: the one that this JVM has open. */
    static File journal() throws IOException {
        File[] open = new File("/proc/self/fd").listFiles();
        for (File descriptor : open == null ? new File[0] : open) {
            if (Files.isSymbolicLink(descriptor.toPath())) {
                Path file = Files.readSymbolicLink(descriptor.toPath());
                if (file.toString().endsWith(".journal")) {
                    return file.toFile();
                }
            }
        }
        throw new IOException("This worker has no journal open");
    }

    static void delete(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
