package io.github.surefoot.maven.round;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.HashSet;
import java.util.Set;

/** What is known of a round while it is under way. */
final class RoundSoFar {
    private final RoundTally tally;
    private final Set<String> classes = new HashSet<>();
    private int failed;
    private long lastEnd;

    RoundSoFar(int round) {
        tally = new RoundTally(round);
    }

    void ended(TestId test, Outcome outcome) {
        tally.count(test, outcome.word(), outcome.countsAgainstTheTest());
        failed += outcome.countsAgainstTheTest() ? 1 : 0;
    }

    void classEnded(String className, long at) {
        classes.add(className);
        lastEnd = Math.max(lastEnd, at);
    }

    RoundTally tally() {
        return tally;
    }

    int classesDone() {
        return classes.size();
    }

    int failed() {
        return failed;
    }

    /** Returns when the last of its classes ended, in milliseconds since 1970. */
    long lastEnd() {
        return lastEnd;
    }
}
