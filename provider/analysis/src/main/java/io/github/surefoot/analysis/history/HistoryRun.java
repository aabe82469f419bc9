package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.evidence.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One run of a module, as the history remembers it.
 *
 * @param run the run, a name no other run of the module has
 * @param module the module, as {@code groupId:artifactId}
 * @param startedAt when, in milliseconds since the epoch
 * @param millis how long it took
 * @param verdict {@code held}, {@code broken} or {@code insufficient}
 * @param gate what was judged, one of the values of {@code surefoot.gate}
 * @param threshold the threshold in percent
 * @param roundsPlanned the rounds that were planned
 * @param roundsCompleted the rounds that were completed
 * @param roundsPassed the rounds in which nothing failed
 * @param databases what became of the worker databases
 * @param environment where it ran
 * @param tests what it found about each test
 * @param classMillis how long a round of each class took
 * @param pace how fast it was
 */
public record HistoryRun(
        String run,
        String module,
        long startedAt,
        long millis,
        String verdict,
        String gate,
        String threshold,
        int roundsPlanned,
        int roundsCompleted,
        int roundsPassed,
        Databases databases,
        Environment environment,
        List<HistoryTest> tests,
        Map<String, Long> classMillis,
        Pace pace) {

    /** Copies the collections. */
    public HistoryRun {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(module, "module");
        tests = List.copyOf(tests);
        classMillis = Map.copyOf(classMillis);
    }

    /** Returns the runs that it was judged together of; itself if it is one. */
    List<String> parts() {
        return RunFacts.runsOf(run);
    }

    /** A run of which it is not known how long its classes took, nor on what that depends. */
    public HistoryRun(
            String run,
            String module,
            long startedAt,
            long millis,
            String verdict,
            String gate,
            String threshold,
            int roundsPlanned,
            int roundsCompleted,
            int roundsPassed,
            Databases databases,
            Environment environment,
            List<HistoryTest> tests) {
        this(
                run,
                module,
                startedAt,
                millis,
                verdict,
                gate,
                threshold,
                roundsPlanned,
                roundsCompleted,
                roundsPassed,
                databases,
                environment,
                tests,
                Map.of(),
                Pace.UNKNOWN);
    }

    /**
     * Worker databases, summed up.
     *
     * @param created how many were created
     * @param leaks how many things were left open
     * @param create how long creating one took
     * @param dispose how long disposing of one, the teardown, took
     */
    public record Databases(long created, long leaks, Micros create, Micros dispose) {
        /** A run without databases. */
        public static final Databases NONE = new Databases(0, 0, Micros.NONE, Micros.NONE);
    }

    /**
     * Durations in microseconds.
     *
     * @param p50 half took no longer
     * @param p99 99 of 100 took no longer
     * @param max the longest
     */
    public record Micros(long p50, long p99, long max) {
        /** Nothing took any time. */
        public static final Micros NONE = new Micros(0, 0, 0);
    }

    /**
     * Where a run ran.
     *
     * @param jdk the version of Java in the workers; empty if unknown
     * @param os the operating system; empty if unknown
     * @param workers how many workers there were
     * @param commit the commit that was built; empty if unknown
     */
    public record Environment(String jdk, String os, int workers, String commit) {}

    /**
     * How fast a run was, and what that depends on beside its tests and its environment.
     *
     * @param kind what its workers shared between rounds; empty if unknown
     * @param cores how many cores the machine had; 0 if unknown, or if it ran on several
     * @param elapsedMillis from its beginning to the end of its last round; 0 if unknown
     */
    public record Pace(String kind, int cores, long elapsedMillis) {
        /** Nothing is known. */
        public static final Pace UNKNOWN = new Pace("", 0, 0);
    }

    long passed() {
        return tests.stream().mapToLong(HistoryTest::passed).sum();
    }

    long failed() {
        return tests.stream().mapToLong(HistoryTest::failed).sum();
    }
}
