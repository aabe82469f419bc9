package io.github.surefoot.worker.database.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files this process has open, where the operating system tells (Linux); elsewhere it has none. */
public final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    /** Returns the open files of a database, once for each descriptor; deleted ones included. */
    public static List<String> of(Path database) {
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(DESCRIPTORS)) {
            return found;
        }
        String prefix = database.toAbsolutePath().toString();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith(prefix)) {
                    found.add(target);
                }
            }
        } catch (IOException e) {
            // Out of descriptors: that is told where one is needed.
            System.getLogger(OpenFiles.class.getName()).log(System.Logger.Level.DEBUG, "open files", e);
        }
        return found;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // Closed in between.
            return "";
        }
    }
}
