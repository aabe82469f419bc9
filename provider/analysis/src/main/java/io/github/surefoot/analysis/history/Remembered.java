package io.github.surefoot.analysis.history;

import java.util.List;

/**
 * What the history tells about a run.
 *
 * @param changes what is new, the worst first
 * @param tests what the last runs found, {@value History#WINDOW} at most, one for each test they had
 * @param runs the runs before this one, newest first, {@value History#MEMORY} at most
 * @param notices what is wrong with the history itself, for people: one sentence or two each; empty if nothing is
 */
public record Remembered(List<Change> changes, List<TestPast> tests, List<PastRun> runs, List<String> notices) {
    /** No history. */
    public static final Remembered NOTHING = new Remembered(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Remembered {
        changes = List.copyOf(changes);
        tests = List.copyOf(tests);
        runs = List.copyOf(runs);
        notices = List.copyOf(notices);
    }

    static Remembered butFor(String notice) {
        return new Remembered(List.of(), List.of(), List.of(), List.of(notice));
    }

    Remembered with(List<String> more) {
        return new Remembered(changes, tests, runs, more);
    }
}
