package io.github.surefoot.worker.database.engine.postgresql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which of the server's two ways to copy a database is faster where its data is: on a memory disk to copy the files, on
 * a real one mostly to log every page. Both are tried, and the faster one is used.
 */
final class PostgresStrategy {
    /** The server's ways, new in version 15. */
    enum Way {
        FILE_COPY,
        WAL_LOG
    }

    private final Deque<Way> untried = new ArrayDeque<>();
    private final Map<Way, Long> nanos = new EnumMap<>(Way.class);
    private final boolean chooses;

    PostgresStrategy(int serverVersion) {
        this.chooses = serverVersion >= 15;
        untried.add(Way.FILE_COPY);
        untried.add(Way.WAL_LOG);
    }

    /** Returns the way to take next. */
    synchronized Way next() {
        Way way = untried.poll();
        if (way != null) {
            return way;
        }
        return nanos.getOrDefault(Way.FILE_COPY, Long.MAX_VALUE) <= nanos.getOrDefault(Way.WAL_LOG, Long.MAX_VALUE)
                ? Way.FILE_COPY
                : Way.WAL_LOG;
    }

    synchronized void took(Way way, long time) {
        nanos.merge(way, time, Math::min);
    }

    String clause(Way way) {
        return chooses ? " STRATEGY " + way : "";
    }
}
