package io.github.surefoot.worker.database.engine;

import io.github.surefoot.core.resource.WorkerContext;
import java.util.Map;

/** What databases tell the journal: events of the resource {@code database}. */
public record DatabaseJournal(WorkerContext context) {
    /** The name of the resource. */
    public static final String RESOURCE = "database";

    /** Writes an event. */
    public void event(String event, Map<String, String> details) {
        context.event(RESOURCE, event, details);
    }
}
