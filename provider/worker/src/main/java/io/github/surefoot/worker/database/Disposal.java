package io.github.surefoot.worker.database;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.connection.Leak;
import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.template.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Disposes of databases: names what was left open, closes it, deletes the files, and journals how long it took. */
final class Disposal {
    private static final long NANOS_PER_MICRO = 1000;
    private final WorkerContext context;
    private final DatabaseSettings settings;
    private final Set<Throwable> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Strangers strangers;
    private volatile boolean stuck;

    Disposal(WorkerContext context, DatabaseSettings settings, Strangers strangers) {
        this.context = context;
        this.settings = settings;
        this.strangers = strangers;
    }

    static long microsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / NANOS_PER_MICRO;
    }

    /** Tells whether a database could not be disposed of, so that its directory is left to the next sweep. */
    boolean somethingIsStuck() {
        return stuck;
    }

    /** Disposes of the database; returns what it found, in words: leaks, and what is stuck. */
    List<String> dispose(TestDatabase database, Duration limit) {
        long begin = System.nanoTime();
        List<String> found = new ArrayList<>(reportLeaks(database, database.className()));
        strangers.reportWaysPast(database.className());
        reportIfDeleted(database, found);
        List<String> problems = closeAndDelete(database, limit, found);
        if (!problems.isEmpty()) {
            stuck = true;
            context.problem("The " + database + " could not be disposed of within " + limit.toMillis() + " ms: "
                    + String.join("; ", problems)
                    + ". End what the test has started before it ends. The files are swept by the next build.");
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
        context.event(DatabaseResource.NAME, "disposed", details);
        return found;
    }

    /** SQLite goes on with a deleted file as if nothing had happened, and nobody would know. */
    private void reportIfDeleted(TestDatabase database, List<String> found) {
        if (!Files.exists(database.file())) {
            String what = "The " + database + " was deleted while it was in use. " + Fault.DELETED_UNDER_US.mend();
            context.problem(what);
            found.add(what);
        }
    }

    private List<String> closeAndDelete(TestDatabase database, Duration limit, List<String> found) {
        List<String> problems = new ArrayList<>();
        try {
            problems.addAll(database.close(limit));
            if (problems.isEmpty()) {
                strangers.reportLeftOpen(database).ifPresent(found::add);
                Trees.deleteDatabase(database.file());
            }
        } catch (IOException e) {
            problems.add("its files cannot be deleted: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add("interrupted");
        }
        return problems;
    }

    /** Names what is open in the database and was not named before. */
    List<String> reportLeaks(TestDatabase database, String className) {
        List<String> found = new ArrayList<>();
        for (Leak leak : database.leaks()) {
            OpenSite site = leak.site();
            if (told.add(site.trace())) {
                context.leak(leak.what(), site.line(), className, settings.leaksFail());
                found.add(leak.what() + " opened at " + site.line());
            }
        }
        return found;
    }
}
