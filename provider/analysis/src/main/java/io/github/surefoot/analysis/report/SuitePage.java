package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import java.nio.file.Path;

/**
 * The page of one suite of a build.
 *
 * @param suite the name of the suite: the module's, and of which execution it is where that is not the usual one
 * @param state {@code held}, {@code broken} or {@code insufficient}
 * @param numbers its rounds and tests, for people
 * @param page where its page is
 */
public record SuitePage(String suite, String state, String numbers, Path page) {

    /** Returns that of a suite that is judged. */
    public static SuitePage of(Judgement judgement, Path page) {
        Verdict verdict = judgement.verdict();
        Summary summary = Summary.of(judgement);
        int tests = verdict.tests().size();
        String failing = (summary.flaky() == 0 ? "" : ", " + summary.flaky() + " flaky")
                + (summary.broken() == 0 ? "" : ", " + summary.broken() + " broken");
        return new SuitePage(
                judgement.evidence().run().module(),
                verdict.state().word(),
                verdict.completedRounds() + " of " + verdict.plannedRounds() + " rounds, " + tests
                        + (tests == 1 ? " test" : " tests") + failing,
                page);
    }

    /** Tells whether the build may pass for it. */
    boolean isHeld() {
        return state.equals(Verdict.State.HELD.word());
    }

    /** Returns a sign for its state that needs no colour. */
    String mark() {
        return isHeld() ? "\u2713" : state.equals(Verdict.State.BROKEN.word()) ? "\u2717" : "?";
    }

    /** Returns the way to its page from another one. */
    String linkFrom(Path other) {
        Path from = other.toAbsolutePath().getParent();
        Path way = from == null ? page : from.relativize(page.toAbsolutePath());
        // A colon in the first step of a relative address would be taken for a scheme.
        return "./" + way.toString().replace('\\', '/');
    }
}
