package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.gate.Verdict;

/** Signs for verdicts that need no colour. */
final class StateMark {
    private StateMark() {}

    /**
     * Returns the sign.
     *
     * @param state {@code held}, {@code broken} or {@code insufficient}
     */
    static String of(String state) {
        return state.equals(Verdict.State.HELD.word()) ? "✓" : state.equals(Verdict.State.BROKEN.word()) ? "✕" : "?";
    }
}
