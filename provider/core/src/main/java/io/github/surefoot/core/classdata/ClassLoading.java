package io.github.surefoot.core.classdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of a JVM that writes an archive: it loads what a worker has loaded, on the class path of workers, and
 * ends, whereupon the JVM archives it. None of these classes is initialized, so nothing of the project runs.
 */
public final class ClassLoading {
    private ClassLoading() {}

    /**
     * Loads classes.
     *
     * @param arguments a file with the name of a class in each line
     * @throws IOException if it cannot be read
     */
    public static void main(String... arguments) throws IOException {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        for (String name : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            load(name, loader);
        }
        if (ProcessHandle.current().parent().isEmpty()) {
            // Maven was killed: nobody is left who would use the archive.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // A loader of the project's own had it, from somewhere else: workers then do without.
            return;
        }
    }
}
