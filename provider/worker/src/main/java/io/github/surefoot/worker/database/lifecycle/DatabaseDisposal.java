package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.bypass.Bypasses;
import io.github.surefoot.worker.database.connection.LeftOpen;
import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Disposes of databases: names what was left open, closes it, deletes the files, and journals how long it took. */
final class DatabaseDisposal {
    private static final long NANOS_PER_MICRO = 1000;
    private final WorkerContext context;
    private final DatabaseSettings settings;
    private final Set<Throwable> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Bypasses bypasses;
    private final KeptDatabases kept;
    private volatile boolean stuck;

    DatabaseDisposal(WorkerContext context, DatabaseSettings settings, Bypasses bypasses) {
        this.context = context;
        this.settings = settings;
        this.bypasses = bypasses;
        kept = KeptDatabases.wantedBy(context);
    }

    static long microsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / NANOS_PER_MICRO;
    }

    /** Tells whether a database could not be disposed of, so that its directory is left to the next sweep. */
    boolean somethingIsStuck() {
        return stuck;
    }

    /** Disposes of the database; returns what it found, in words: leaks, and what is stuck. */
    List<String> dispose(ScopedDatabase database, Duration limit) {
        long begin = System.nanoTime();
        List<String> found = new ArrayList<>(reportLeaks(database, database.className()));
        bypasses.reportWaysPast(database.className());
        reportIfTakenAway(database, found);
        List<String> problems = closeAndDelete(database, limit, found);
        if (!problems.isEmpty()) {
            stuck = true;
            context.problem("The " + database + " could not be disposed of within " + limit.toMillis() + " ms: "
                    + String.join("; ", problems)
                    + ". End what the test has started before it ends. What is left is swept by the next build.");
        }
        found.addAll(problems);
        Map<String, String> details = new LinkedHashMap<>();
        long micros = microsSince(begin);
        details.put("database", database.name());
        details.put("micros", Long.toString(micros));
        details.put("clean", found.isEmpty() ? "yes" : "no");
        if (micros > settings.teardownTarget().toNanos() / NANOS_PER_MICRO) {
            details.put("slow", "yes");
        }
        new DatabaseJournal(context).event("disposed", details);
        return found;
    }

    private void reportIfTakenAway(ScopedDatabase database, List<String> found) {
        database.engineDatabase().takenAway().ifPresent(how -> {
            String what = "The " + database + " " + how;
            context.problem(what);
            found.add(what);
        });
    }

    private List<String> closeAndDelete(ScopedDatabase database, Duration limit, List<String> found) {
        List<String> problems = new ArrayList<>();
        try {
            problems.addAll(database.close(limit));
            if (problems.isEmpty()) {
                bypasses.reportLeftOpen(database.engineDatabase().openedPast().size(), database.className())
                        .ifPresent(found::add);
                reportLeftBehind(database, found);
                kept.keep(database);
                database.engineDatabase().remove();
            }
        } catch (IOException e) {
            problems.add("it cannot be removed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add("interrupted");
        }
        return problems;
    }

    private void reportLeftBehind(ScopedDatabase database, List<String> found) {
        for (String what : database.engineDatabase().leftBehind()) {
            context.leak(what, "", database.className(), settings.leaksFail());
            found.add(what);
        }
    }

    /** Names what is open in the database and was not named before. */
    List<String> reportLeaks(ScopedDatabase database, String className) {
        List<String> found = new ArrayList<>();
        for (LeftOpen leak : database.leaks()) {
            OpenSite site = leak.site();
            if (told.add(site.trace())) {
                context.leak(leak.what(), site.line(), className, settings.leaksFail());
                found.add(leak.what() + " opened at " + site.line());
            }
        }
        return found;
    }
}
