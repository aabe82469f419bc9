package io.github.surefoot.surefire.order;

import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.core.protocol.PlanDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of class names, one a line: the plan that a scan found, or the classes that a worker is told to run. */
public final class ClassList {
    private ClassList() {}

    /** Writes all names or none, so that a reader never sees half a plan. */
    static void write(Path file, List<Class<?>> classes) {
        try {
            WholeFile.write(file, classes.stream().map(Class::getName).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the plan of this round to " + file, e);
        }
    }

    /**
     * Loads the classes named in a file.
     *
     * @param round only those behind a line that names this round, such as {@code # round 2}; a file without such lines
     *     is for every round
     * @throws IllegalStateException if one of them is not on the class path any more
     */
    static List<Class<?>> load(Path file, int round, ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>();
        boolean wanted = true;
        try {
            for (String line : Files.readAllLines(file)) {
                if (PlanDirectory.isRoundLine(line)) {
                    wanted = line.equals(PlanDirectory.roundLine(round));
                } else if (wanted) {
                    classes.add(load(line, loader));
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the classes to run from " + file, e);
        }
    }

    /**
     * Loads a class without initializing it.
     *
     * @throws IllegalStateException if it is not on the class path any more
     */
    public static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Class " + name + " is to be run, but is not on the test class path. Compile the tests again.", e);
        }
    }
}
