package io.github.surefoot.worker.database;

import io.github.surefoot.core.resource.WorkerContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells what gets into databases by the driver's own classes, such as {@code org.sqlite.JDBC} or
 * {@code SQLiteDataSource}: nobody asks before they open a file, so they cannot be refused.
 */
final class Strangers {
    private static final int MOST_LINES = 3;

    private final WorkerContext context;
    private final DatabaseSettings settings;
    private final ClassLoader loader;
    private final Set<String> lookedAt = ConcurrentHashMap.newKeySet();

    Strangers(WorkerContext context, DatabaseSettings settings, ClassLoader loader) {
        this.context = context;
        this.settings = settings;
        this.loader = loader;
    }

    /** With all known connections closed, whatever has the files open got there past Surefoot. */
    Optional<String> reportLeftOpen(TestDatabase database) {
        List<String> open = OpenFiles.of(database.file());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String what =
                "connection past Surefoot by the driver's own classes, such as org.sqlite.JDBC or SQLiteDataSource ("
                        + open.size() + " open)";
        String at = words(() -> DriverCalls.reachableFrom(database.className(), loader));
        context.leak(what, at, database.className(), settings.leaksFail());
        return Optional.of(at.isEmpty() ? what : what + ", opened at " + at);
    }

    /** Tells of a test class that can get past Surefoot, once; it may well close what it opens. */
    void reportWaysPast(String className) {
        if (lookedAt.add(className)) {
            String at = words(() -> DriverCalls.in(className, loader));
            if (!at.isEmpty()) {
                context.event(DatabaseResource.NAME, "bypass", Map.of("class", className, "at", at));
            }
        }
    }

    /** How lines are found. */
    private interface Lines {
        List<String> find() throws IOException;
    }

    private static String words(Lines lines) {
        try {
            List<String> found = lines.find();
            String named = found.stream().limit(MOST_LINES).collect(Collectors.joining(" or "));
            return found.size() > MOST_LINES ? named + " or " + (found.size() - MOST_LINES) + " more lines" : named;
        } catch (IOException e) {
            // The class files have gone or are damaged: then the line stays unknown, and the rest is told.
            System.getLogger(Strangers.class.getName()).log(System.Logger.Level.DEBUG, "driver calls", e);
            return "";
        }
    }
}
