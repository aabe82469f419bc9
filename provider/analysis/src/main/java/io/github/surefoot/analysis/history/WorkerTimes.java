package io.github.surefoot.analysis.history;

import java.util.List;

/**
 * How long earlier runs of a suite took, and with how many workers.
 *
 * @param runs those that compare with a run that is to come, newest first
 * @param roundMillis the least that one worker is known to take for the classes of a round, one after the other, in
 *     milliseconds; 0 if unknown
 * @param notices what is wrong with the history itself, for people; empty if nothing is
 */
public record WorkerTimes(List<TimedRun> runs, long roundMillis, List<String> notices) {
    /** Nothing is known. */
    public static final WorkerTimes UNKNOWN = new WorkerTimes(List.of(), 0, List.of());

    /** Copies the lists. */
    public WorkerTimes {
        runs = List.copyOf(runs);
        notices = List.copyOf(notices);
    }

    /**
     * An earlier run.
     *
     * @param workers how many it had
     * @param millis how long it took, from its beginning to the end of its last round
     */
    public record TimedRun(int workers, long millis) {}

    /**
     * What earlier runs have in common with one that is to come, so that the number of workers is all that differs.
     *
     * @param module the module, as {@code groupId:artifactId}
     * @param rounds how many rounds
     * @param kind what workers share between rounds, as the history writes it
     * @param cores how many cores
     * @param jdk the version of Java in Maven and the workers
     * @param os the operating system
     */
    public record Like(String module, int rounds, String kind, int cores, String jdk, String os) {}
}
