package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.core.probe.ProbeRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The JVM in which neighbours of a test run: kept for the next of them as long as it is as new. */
final class NeighbourJvm {
    private final Start start;
    private final Duration limit;
    private Duration ended = Duration.ZERO;
    private volatile @Nullable ProbeProcess process;

    /** Starts it. */
    @FunctionalInterface
    interface Start {
        /** Returns a new one. */
        ProbeProcess jvm() throws IOException, InterruptedException, ProbingStoppedException;
    }

    /**
     * Does something while neighbours run.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Meanwhile<T> {
        /** Does it. */
        T get(NeighbourLoop loop, ProbeProcess neighbours)
                throws IOException, InterruptedException, ProbingStoppedException;
    }

    NeighbourJvm(Start start, Duration limit) {
        this.start = start;
        this.limit = limit;
    }

    /** Has them run over and over while something is done, and waits for their end. */
    <T> T run(ProbeRequest neighbours, Meanwhile<T> meanwhile)
            throws IOException, InterruptedException, ProbingStoppedException {
        ProbeProcess current = process == null ? start.jvm() : process;
        process = current;
        NeighbourLoop loop = NeighbourLoop.start(current, neighbours, limit);
        T result;
        try (loop) {
            result = meanwhile.get(loop, current);
        }
        if (loop.isSpent()) {
            ended = ended.plus(current.spent());
            current.close();
            process = null;
        }
        return result;
    }

    Duration spent() {
        ProbeProcess current = process;
        return ended.plus(current == null ? Duration.ZERO : current.spent());
    }

    /** Ends it at once. For any thread. */
    void end() {
        ProbeProcess current = process;
        if (current != null) {
            current.end();
        }
    }
}
