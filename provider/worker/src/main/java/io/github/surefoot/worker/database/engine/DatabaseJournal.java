package io.github.surefoot.worker.database.engine;

import io.github.surefoot.core.protocol.ResourceFact;
import io.github.surefoot.core.resource.WorkerContext;
import java.util.Map;

/** What databases tell the journal: events of the resource {@code database}. */
public record DatabaseJournal(WorkerContext context) {
    /** The name of the resource. */
    public static final String RESOURCE = "database";

    /**
     * Tells of the server that databases are on.
     *
     * @param engine the name of the engine
     * @param product who made it, such as {@code MariaDB}, which is not told by the driver
     * @param version its version as it says it itself
     */
    public void server(String engine, String product, String version) {
        event("server", Map.of("engine", engine, "product", product, "version", version));
    }

    /**
     * Tells that databases cannot be had, for which no test is to blame.
     *
     * @param what the fault and its mend, for people
     */
    public void unavailable(String what) {
        event(ResourceFact.UNAVAILABLE, Map.of(ResourceFact.WHAT, what));
    }

    /** Writes an event. */
    public void event(String event, Map<String, String> details) {
        context.event(RESOURCE, event, details);
    }
}
