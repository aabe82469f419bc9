package io.github.surefoot.worker.database.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Which databases of dead workers could not be removed in this run: to try it takes its time, and each worker of the run
 * would take it again for nothing. The next run tries once more.
 */
public final class NotRemoved {
    private final Path file;

    private NotRemoved(Path file) {
        this.file = file;
    }

    /** Of the run that a worker is of. */
    public static NotRemoved in(Preparation preparation) {
        String run = preparation.context().worker().run().replaceAll("[^\\w.-]+", "_");
        return new NotRemoved(preparation.shared().resolve("not-removed").resolve(run));
    }

    /** Returns their names. */
    public Set<String> names() {
        try {
            return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read which databases could not be removed", e);
        }
    }

    /** Adds one; what is known of other runs goes. */
    public void add(String name) {
        try {
            Files.createDirectories(file.getParent());
            try (DirectoryStream<Path> all = Files.newDirectoryStream(file.getParent())) {
                for (Path each : all) {
                    if (!each.equals(file)) {
                        Files.deleteIfExists(each);
                    }
                }
            }
            Files.write(file, List.of(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note which database could not be removed", e);
        }
    }
}
