package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Outcome;

/** What workers of one kind have seen of one test. */
final class Sightings {
    private int passed;
    private int failed;
    private int leftOut;
    private int absent;
    private String headline = "";

    void add(Execution execution) {
        Outcome outcome = execution.outcome();
        if (outcome.countsAgainstTheTest()) {
            failed++;
            headline = headline.isEmpty() ? execution.headline() : headline;
        } else if (outcome instanceof Outcome.Passed) {
            passed++;
        } else if (outcome instanceof Outcome.NotRun) {
            absent++;
        } else {
            leftOut++;
        }
    }

    boolean anyFailed() {
        return failed > 0;
    }

    boolean anyPassed() {
        return passed > 0;
    }

    int all() {
        return passed + failed + leftOut + absent;
    }

    /** Returns in how many rounds it failed. */
    String failures(String kind) {
        return "failed in " + failed + " of " + all() + " " + kind + " rounds";
    }

    private enum Share {
        NEVER,
        NOW_AND_THEN,
        ALWAYS
    }

    private Share leftOut() {
        if (leftOut == 0) {
            return Share.NEVER;
        }
        return leftOut == all() ? Share.ALWAYS : Share.NOW_AND_THEN;
    }

    /**
     * Returns how it differs from what others have seen, if it does: a test that fails, or is skipped, now and then is so in
     * both.
     */
    String unlike(Sightings others, String kind, String otherKind) {
        if (failed > 0 && others.failed == 0) {
            return failures(kind) + " and in none of " + others.all() + " " + otherKind
                    + (headline.isEmpty() ? "" : " (" + headline + ")");
        }
        if (leftOut > 0 && leftOut() != others.leftOut() && others.failed == 0) {
            return "was skipped or aborted in " + leftOut + " of " + all() + " " + kind + " rounds and in "
                    + (others.leftOut == 0 ? "none" : others.leftOut) + " of " + others.all() + " " + otherKind;
        }
        if (absent == all() && others.absent < others.all()) {
            return "appeared in no " + kind + " round, and in " + (others.all() - others.absent) + " of " + others.all()
                    + " " + otherKind;
        }
        // A JVM that can do something once has all tests in its first round.
        if (absent > 0 && others.absent == 0) {
            return "appeared in " + (all() - absent) + " of " + all() + " " + kind + " rounds, and in all " + otherKind;
        }
        return "";
    }
}
