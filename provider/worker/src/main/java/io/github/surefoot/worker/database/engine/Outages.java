package io.github.surefoot.worker.database.engine;

import io.github.surefoot.core.resource.WorkerContext;
import java.sql.SQLException;

/**
 * Tells a lost connection from a lost server. When that has gone, or was started anew since the worker has known it, no
 * test is to blame for what failed meanwhile: it is a fault of the worker's surroundings, and is told as one.
 */
public final class Outages {
    private final WorkerContext context;
    private final String server;
    private final Life life;
    private String since;
    private boolean gone;

    /** How a server says since when it has been running. */
    @FunctionalInterface
    public interface Life {
        /** Returns a text that is another after each start. */
        String since() throws SQLException;
    }

    /**
     * Begins with a server that runs.
     *
     * @param server how messages call it
     */
    public Outages(WorkerContext context, String server, Life life) throws SQLException {
        this.context = context;
        this.server = server;
        this.life = life;
        this.since = life.since();
    }

    /** Looks at the server, since a connection was lost; tells of every outage once. */
    public synchronized void connectionLost() {
        try {
            String now = life.since();
            if (!now.equals(since) && !gone) {
                tell("was started anew");
            }
            since = now;
            gone = false;
        } catch (SQLException e) {
            if (!gone) {
                tell("cannot be reached (" + e.getMessage() + ")");
            }
            gone = true;
        }
    }

    private void tell(String what) {
        new DatabaseJournal(context)
                .unavailable("The database server " + server + " " + what + " while tests were using it. No test is to"
                        + " blame for that, and what failed in this time says nothing of the suite: see to the server, and"
                        + " run again. [server-down]");
    }
}
