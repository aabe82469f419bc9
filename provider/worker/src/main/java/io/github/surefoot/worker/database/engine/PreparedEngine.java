package io.github.surefoot.worker.database.engine;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.fault.Attempts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** An engine that is ready to make databases for one worker. Safe for use by several threads. */
public interface PreparedEngine {

    /** Tells whether the template was built for this worker, and not found. */
    boolean templateBuilt();

    /** Returns what was swept while it was prepared. */
    Sweep swept();

    /**
     * Makes a database: a copy of the template under a name that no database has had before.
     *
     * @param openers names the lines that have connections open, for the fault that needs it
     * @throws DatabaseException at the first permanent fault, or when a transient one does not go away
     */
    Attempts.Done<EngineDatabase> make(Supplier<List<String>> openers) throws InterruptedException;

    /** Tells whether a place, of {@link DatabaseEngine#placeOf}, is Surefoot's: a template, or a database of any worker. */
    boolean owns(String place);

    /**
     * Gives up all the worker has of the engine, when its databases have been disposed of.
     *
     * @param everything whether to remove all; false leaves it to the next sweep, because something is still in use
     * @param limit how long what is still to be removed may take
     * @return what nobody can get into any more and is left to the next sweep all the same, and why: a server may be slow,
     *     which is no fault of a test
     * @throws IOException if something that is not swept cannot be given up
     */
    List<String> close(boolean everything, Duration limit) throws IOException, InterruptedException;
}
