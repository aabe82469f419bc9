package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.matching.StackBudget;
import io.github.surefoot.analysis.evidence.matching.TestMatching;
import io.github.surefoot.analysis.evidence.matching.TestRow;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the tests of one round as they end, each as the verdict will have it: told by its unique identifier, its
 * attempts as one. Not safe for use by several threads.
 */
public final class RoundTally {
    private static final String RETRIED = "retried";
    private static final List<String> ORDER =
            List.of("passed", "failed", "errored", "crashed", "hung", RETRIED, "skipped", "aborted", "not run");

    private final RoundNames names;
    private final Map<CollectedTest.Key, CollectedTest> tests = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final StackBudget budget = new StackBudget();
    private boolean any;
    private boolean plain = true;
    private int failed;

    /**
     * Begins to count.
     *
     * @param names what tests were called in rounds before; those of this round are added
     */
    public RoundTally(RoundNames names) {
        this.names = names;
    }

    /**
     * Counts an execution that has ended.
     *
     * @param owner the class a worker took up to run it
     */
    public void count(CollectedTest.Key test, String owner, Outcome outcome) {
        int before = tests.size();
        tests.computeIfAbsent(test, key -> new CollectedTest(key, List.of(), owner, budget))
                .record(new Execution(1, "", light(outcome), 0, 0));
        words.merge(outcome.word(), 1, Integer::sum);
        plain &= tests.size() > before && isPlain(outcome);
        any = true;
        if (outcome.countsAgainstTheTest()) {
            failed++;
        }
    }

    /** Nobody is to blame, and no attempt may hide behind it. */
    private static boolean isPlain(Outcome outcome) {
        return !outcome.countsAgainstTheTest() && outcome.hiddenFailure().isEmpty();
    }

    /** Counts a class as a whole. */
    public void count(TestId wholeClass, Outcome outcome) {
        count(CollectedTest.Key.of(wholeClass, "", wholeClass.className()), wholeClass.className(), outcome);
    }

    /** Returns the outcome without what was thrown but for its name: nobody reads more of it here. */
    private static Outcome light(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return new Outcome.Failed(light(failed.failure()));
        } else if (outcome instanceof Outcome.Errored errored) {
            return new Outcome.Errored(light(errored.failure()));
        } else if (outcome instanceof Outcome.Aborted aborted) {
            return new Outcome.Aborted("", aborted.failure().map(RoundTally::light));
        }
        return outcome;
    }

    private static Failure light(Failure failure) {
        return new Failure(failure.type(), "", "");
    }

    /** Tells whether no execution has ended so far. */
    public boolean isEmpty() {
        return !any;
    }

    /** Returns how many executions so far count against their tests. */
    public int failed() {
        return failed;
    }

    /**
     * Returns the numbers so far.
     *
     * @param round from 1
     * @param millis how long it took
     */
    public RoundSummary summary(int round, long millis) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ORDER.forEach(word -> counts.put(word, 0));
        if (plain && names.knows(tests.keySet())) {
            // As nearly all rounds are. What tests are called takes most of the time, and nobody is to be named.
            counts.putAll(words);
            return new RoundSummary(round, counts, List.of(), millis);
        }
        List<String> blamed = new ArrayList<>();
        for (TestRow row : TestMatching.rows(tests.values(), 1)) {
            Execution execution = row.executions().get(0);
            String name = names.of(row);
            boolean retried = execution.passedOnAttempt() > 0;
            counts.merge(retried ? RETRIED : execution.outcome().word(), 1, Integer::sum);
            if (retried) {
                blamed.add(name + " (passed on attempt " + execution.passedOnAttempt() + ")");
            } else if (execution.outcome().countsAgainstTheTest()) {
                blamed.add(name);
            }
        }
        return new RoundSummary(round, counts, blamed.stream().sorted().toList(), millis);
    }

    /** Lets go of what the numbers are made of: a run has many rounds, and a round is told once. */
    public void forget() {
        tests.clear();
        words.clear();
        plain = false;
    }
}
