package io.github.surefoot.core.classdata;

import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The JVM of a worker, as Surefire started it.
 *
 * <p>In a file it is five lines, one for each component.
 *
 * @param home where it is installed ({@code java.home})
 * @param name its name ({@code java.vm.name})
 * @param version its version ({@code java.vm.version})
 * @param feature its feature version, 17 or more
 * @param classPath the class path that Surefire wants it to have, as its platform writes class paths
 */
public record WorkerJvm(String home, String name, String version, int feature, String classPath) {
    private static final int LINES = 5;

    /** Describes this JVM, with the class path that Surefire wants it to have. */
    public static WorkerJvm current(String classPath) {
        return new WorkerJvm(
                System.getProperty("java.home", ""),
                System.getProperty("java.vm.name", ""),
                System.getProperty("java.vm.version", ""),
                Runtime.version().feature(),
                classPath);
    }

    /**
     * Writes it, in place of what is there: who reads sees all of the old or all of the new.
     *
     * @throws IOException if it cannot be written, or has a line break in it, which no path can have here
     */
    public void write(Path file) throws IOException {
        List<String> lines = List.of(home, name, version, Integer.toString(feature), classPath);
        if (lines.stream().anyMatch(line -> line.contains("\n") || line.contains("\r"))) {
            throw new IOException("A path has a line break in it: " + classPath);
        }
        WholeFile.write(file, lines);
    }

    /**
     * Reads it; empty if it is not there or not whole.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<WorkerJvm> read(Path file) throws IOException {
        List<String> lines = WholeFile.lines(file);
        return lines.size() == LINES && lines.get(3).matches("[0-9]{1,3}")
                ? Optional.of(new WorkerJvm(
                        lines.get(0), lines.get(1), lines.get(2), Integer.parseInt(lines.get(3)), lines.get(4)))
                : Optional.empty();
    }
}
