package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what became of the tests of one round: those that passed, and those that failed or did not run. */
final class RoundOfTests {
    private static final int FEWEST_TESTS = 10;
    private static final int FEWEST_CLASSES = 2;

    private final int round;
    private final Map<String, Integer> headlines = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private int tests;
    private int down;
    private int downHereOnly;

    RoundOfTests(int round) {
        this.round = round;
    }

    /** Tells whether an outcome says something of a service that tests share. */
    static boolean counts(Outcome outcome) {
        return outcome instanceof Outcome.Passed || outcome instanceof Outcome.NotRun || failed(outcome);
    }

    /** Tells whether a test failed while its worker lived on. */
    static boolean failed(Outcome outcome) {
        return outcome.countsAgainstTheTest() && !(outcome instanceof Outcome.Crashed);
    }

    void count(Execution execution) {
        tests++;
        if (!(execution.outcome() instanceof Outcome.Passed)) {
            down++;
        }
    }

    /** Notes what failed, be it a test or a class as a whole. */
    void countFailure(Execution execution) {
        String headline = execution.headline();
        headlines.merge(headline.isEmpty() ? execution.outcome().word() : headline, 1, Integer::sum);
    }

    /** Counts a test again that passed in every round that is not bad, and fails for no known cause. */
    void countSound(TestEvidence test, Execution execution) {
        if (!(execution.outcome() instanceof Outcome.Passed)) {
            downHereOnly++;
            classes.add(test.owner());
        }
    }

    int round() {
        return round;
    }

    int tests() {
        return tests;
    }

    int down() {
        return down;
    }

    int downHereOnly() {
        return downHereOnly;
    }

    boolean isBad() {
        return 2 * down > tests && !headlines.isEmpty();
    }

    boolean isOutage() {
        return isBad() && tests >= FEWEST_TESTS && 2 * downHereOnly > tests && classes.size() >= FEWEST_CLASSES;
    }

    String sentence(String of) {
        return "Round " + round + of + " was an outage: " + down + " of its " + tests + " tests did not pass, and "
                + downHereOnly + " of them passed in every round that was none; most often: "
                + mostOften(List.of(this))
                + ". That is no evidence against them, and none for the suite. Look to what they share, a service or a"
                + " database, and run again.";
    }

    /** Returns how tests failed most often in some rounds. */
    static String mostOften(List<RoundOfTests> rounds) {
        Map<String, Integer> all = new HashMap<>();
        rounds.forEach(one -> one.headlines.forEach((headline, times) -> all.merge(headline, times, Integer::sum)));
        return all.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
