package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.probe.DirectoryMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The files of the workers' working directory. What tests of the run that is diagnosed have left there is out of the way
 * while probes run, and what a probe does to others is undone after it.
 */
public final class LeftFiles implements AutoCloseable {
    private final Path directory;
    private final Map<Path, Path> away;
    private final DirectoryMemory memory;
    private final Consumer<String> log;

    /** What probes have changed since it was last asked for. */
    private final Set<Path> putBack = new TreeSet<>();

    private LeftFiles(Path directory, Map<Path, Path> away, DirectoryMemory memory, Consumer<String> log) {
        this.directory = directory;
        this.away = away;
        this.memory = memory;
        this.log = log;
    }

    /**
     * Puts files out of the way that were written while the run ran.
     *
     * @param directory the working directory of the workers
     * @param to where they are meanwhile
     * @param from when the run began
     * @param until when it ended
     * @throws IOException if files cannot be read or moved
     */
    public static LeftFiles of(Path directory, Path to, Instant from, Instant until, Consumer<String> log)
            throws IOException {
        Map<Path, Path> away = new LinkedHashMap<>();
        for (Path file : DirectoryMemory.writtenBetween(directory, from, until)) {
            Path place = to.resolve(file);
            Files.createDirectories(place.toAbsolutePath().getParent());
            Files.move(directory.resolve(file), place, StandardCopyOption.REPLACE_EXISTING);
            away.put(file, place);
        }
        if (!away.isEmpty()) {
            log.accept("Surefoot: tests of the run have left " + away.size() + (away.size() == 1 ? " file" : " files")
                    + " in " + directory + " (" + away.keySet().iterator().next() + (away.size() == 1 ? "" : ", …")
                    + "); while probes run, they are in " + to);
        }
        return new LeftFiles(directory, away, DirectoryMemory.ofStarted(directory), log);
    }

    /**
     * Undoes what a probe has done.
     *
     * @throws IOException if a file cannot be written or deleted
     */
    void restore() throws IOException {
        List<Path> lost = memory.restore(putBack::add);
        if (!lost.isEmpty()) {
            log.accept("Surefoot: a probe has changed " + lost.get(0) + ", which is too large to be put back.");
        }
    }

    /**
     * Returns the files that probes did not find as tests had left them, those of the run and of probes before, relative to
     * the working directory.
     */
    List<Path> withheld() {
        Set<Path> all = new TreeSet<>(away.keySet());
        all.addAll(putBack);
        putBack.clear();
        return List.copyOf(all);
    }

    /** Puts the files of the run back where they were. */
    @Override
    public void close() {
        try {
            restore();
            for (Map.Entry<Path, Path> file : away.entrySet()) {
                Path place = directory.resolve(file.getKey());
                Files.createDirectories(place.toAbsolutePath().getParent());
                Files.move(file.getValue(), place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + directory + " cannot be put back", e);
        }
    }
}
