package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;

/** A worker takes up a class in a round. */
final class ClassRun {
    final String className;
    private final int round;
    private final long startedAt;
    private long endedAt;
    private boolean finished;
    private boolean brokenOff;
    private boolean firstRuns;
    private boolean reruns;
    private final boolean setAside;

    /**
     * Begins.
     *
     * @param setAside whether a renewed worker took it up in a round in which what fresh ones tell of it counts
     */
    ClassRun(String className, int round, long startedAt, boolean setAside) {
        this.className = className;
        this.round = round;
        this.startedAt = startedAt;
        this.setAside = setAside;
    }

    boolean isOf(int otherRound) {
        return round == otherRound;
    }

    boolean isSetAside() {
        return setAside;
    }

    void test(boolean rerun) {
        firstRuns |= !rerun;
        reruns |= rerun;
    }

    void finish(long at) {
        finished = true;
        endedAt = at;
    }

    /** Notes that the worker died, {@code at} its last sign of life. */
    void breakOff(long at) {
        brokenOff = true;
        endedAt = at;
    }

    boolean isBrokenOff() {
        return brokenOff;
    }

    /** Tells whether this run is neither one of Surefire's reruns nor broken off, so that others may take it up. */
    boolean isOfItsOwn() {
        return !brokenOff && (firstRuns || !reruns);
    }

    ClassBar toBar() {
        return new ClassBar(className, round, startedAt, Math.max(startedAt, endedAt), finished);
    }
}
