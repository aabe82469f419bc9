package io.github.surefoot.its;

import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A thousand small classes of tests, of which one makes another fail that runs after it, in place of a project's own. */
final class ThousandClasses {
    /** How many halves there are on the way to one class. */
    static final int LOGARITHM = 10;

    private static final int SOUND = 998;

    private ThousandClasses() {}

    static void in(Project project) throws IOException {
        Path directory = project.file("src/test/java/it");
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (int i = 0; i < SOUND; i++) {
            write(directory, "Sound" + i + "Test", "adds", "assertEquals(" + (i + i) + ", " + i + " + " + i + ");");
        }
        Files.writeString(directory.resolve("Shared.java"), "package it; final class Shared { static boolean dirty; }");
        write(directory, "PolluterTest", "sets", "Shared.dirty = true; assertEquals(true, Shared.dirty);");
        write(directory, "VictimTest", "isClean", "assertEquals(false, Shared.dirty);");
    }

    private static void write(Path directory, String name, String test, String body) throws IOException {
        Files.write(
                directory.resolve(name + ".java"),
                List.of(
                        "package it;",
                        "import static org.junit.jupiter.api.Assertions.assertEquals;",
                        "import org.junit.jupiter.api.Test;",
                        "class " + name + " {",
                        "    @Test",
                        "    void " + test + "() {",
                        "        " + body,
                        "    }",
                        "}"));
    }
}
