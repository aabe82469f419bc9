package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.core.resource.WorkerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What was in the databases of a run, for people to look at.
 *
 * @param directory where it is put; nowhere if nobody wants it
 */
record KeptDatabases(Optional<Path> directory) {
    private static final int LONGEST_NAME = 100;

    static KeptDatabases wantedBy(WorkerContext context) {
        return new KeptDatabases(context.setting(WorkerProperty.KEEP.key())
                .map(directory -> Path.of(directory).resolve(KeptFiles.DATABASES)));
    }

    /** Keeps what is in one whose tests are over; where that fails, says so in its place. */
    void keep(ScopedDatabase database) throws IOException {
        if (directory.isEmpty()) {
            return;
        }
        Files.createDirectories(directory.get());
        String name = database.name().replaceAll("[^\\w.-]+", "_");
        Path file = directory.get().resolve(name.substring(Math.max(0, name.length() - LONGEST_NAME)));
        try {
            database.engineDatabase().keep(file);
        } catch (SQLException | IOException e) {
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".error.txt"),
                    "The " + database + " could not be kept: " + e.getMessage() + "\n");
        }
    }
}
