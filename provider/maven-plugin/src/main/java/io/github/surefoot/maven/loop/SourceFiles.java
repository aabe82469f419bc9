package io.github.surefoot.maven.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files below some directories, by size and time: two of the same are taken for equal.
 *
 * @param stamps of each file
 */
record SourceFiles(Map<Path, String> stamps) {

    /** Looks at them as they are now; directories that are not there have none. */
    static SourceFiles below(List<Path> directories) throws IOException {
        Map<Path, String> stamps = new HashMap<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file : files.toList()) {
                        stamp(file, stamps);
                    }
                }
            }
        }
        return new SourceFiles(stamps);
    }

    private static void stamp(Path file, Map<Path, String> stamps) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.isRegularFile()) {
                stamps.put(file, now.size() + " " + now.lastModifiedTime());
            }
        } catch (NoSuchFileException e) {
            // An editor put another into its place just now: the next look sees that.
            stamps.put(file, "gone");
        }
    }
}
