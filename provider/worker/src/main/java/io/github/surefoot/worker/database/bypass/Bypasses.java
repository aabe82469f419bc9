package io.github.surefoot.worker.database.bypass;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import io.github.surefoot.worker.database.engine.DriverClasses;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tells what gets into databases by the driver's own classes: nobody asks before they open one, so none is refused. */
public final class Bypasses {
    private static final int MOST_LINES = 3;

    private final WorkerContext context;
    private final boolean fatal;
    private final DriverClasses driver;
    private final DriverCalls calls;
    private final Set<String> lookedAt = ConcurrentHashMap.newKeySet();

    /**
     * Tells the context.
     *
     * @param fatal whether what is left open breaks the build
     * @param driver what to look for
     * @param loader the test class path
     */
    public Bypasses(WorkerContext context, boolean fatal, DriverClasses driver, ClassLoader loader) {
        this.context = context;
        this.fatal = fatal;
        this.driver = driver;
        this.calls = new DriverCalls(driver, loader);
    }

    /**
     * Reports what got there past Surefoot: with all known connections closed, somebody still has the database open.
     *
     * @param open how often
     * @return what was found, in words
     */
    public Optional<String> reportLeftOpen(int open, String className) {
        if (open == 0) {
            return Optional.empty();
        }
        String what = "connection past Surefoot by the driver's own classes, such as " + driver.examples() + " (" + open
                + " open)";
        String at = words(() -> calls.reachableFrom(className));
        context.leak(what, at, className, fatal);
        return Optional.of(at.isEmpty() ? what : what + ", opened at " + at);
    }

    /** Tells of a test class that can get past Surefoot, once; it may well close what it opens. */
    public void reportWaysPast(String className) {
        if (lookedAt.add(className)) {
            String at = words(() -> calls.in(className));
            if (!at.isEmpty()) {
                new DatabaseJournal(context).event("bypass", Map.of("class", className, "at", at));
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
            System.getLogger(Bypasses.class.getName()).log(System.Logger.Level.DEBUG, "driver calls", e);
            return "";
        }
    }
}
