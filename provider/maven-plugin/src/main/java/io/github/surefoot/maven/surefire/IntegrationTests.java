package io.github.surefoot.maven.surefire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that Failsafe takes for integration tests where nobody chooses others. */
final class IntegrationTests {
    /** Its default includes, without the classes inside others. */
    private static final Pattern NAME = Pattern.compile("(IT[^$]*|[^$]*IT|[^$]*ITCase)\\.class");

    private IntegrationTests() {}

    /**
     * Tells whether there are any.
     *
     * @param classes a directory of compiled tests, whether it is there or not
     * @throws IOException if it cannot be read
     */
    static boolean areIn(Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.anyMatch(
                    file -> NAME.matcher(file.getFileName().toString()).matches());
        }
    }
}
