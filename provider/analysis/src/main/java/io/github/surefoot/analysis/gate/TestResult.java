package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One test, counted.
 *
 * @param evidence the test and its executions
 * @param category the category it belongs to
 * @param tally its passed executions, of those that count
 * @param skipped how often it was skipped or aborted
 * @param status what it has shown itself to be
 * @param cause why it fails, where that is known
 */
public record TestResult(
        TestEvidence evidence, String category, Tally tally, int skipped, TestStatus status, Optional<Cause> cause) {
    private static final int MOST_NAMES = 3;

    static TestResult of(TestEvidence evidence, String category, Optional<Cause> cause) {
        int passed = 0;
        int counted = 0;
        int skipped = 0;
        boolean crashed = false;
        boolean hung = false;
        boolean retried = false;
        for (Execution execution : evidence.executions()) {
            Outcome outcome = execution.outcome();
            passed += outcome instanceof Outcome.Passed ? 1 : 0;
            counted += outcome.counts() ? 1 : 0;
            skipped += outcome instanceof Outcome.Skipped || outcome instanceof Outcome.Aborted ? 1 : 0;
            crashed |= outcome instanceof Outcome.Crashed;
            hung |= outcome instanceof Outcome.Hung;
            retried |= execution.passedOnAttempt() > 0;
        }
        Tally tally = new Tally(passed, counted);
        TestStatus status = crashed ? TestStatus.CRASHED : hung ? TestStatus.HUNG : status(tally, skipped, retried);
        return new TestResult(evidence, category, tally, skipped, status, cause);
    }

    /**
     * Returns the executions that a proof rests on: the tally, or what was seen first in each round where that proves
     * less. What failed in a renewed worker, and was therefore run again by fresh ones, has had a second chance.
     */
    public Tally proof() {
        if (evidence.setAside().isEmpty()) {
            return tally;
        }
        Tally first = Tally.of(evidence.seenFirst());
        return LowerBound.of(first, LowerBound.USUAL_CONFIDENCE)
                                .compareTo(LowerBound.of(tally, LowerBound.USUAL_CONFIDENCE))
                        < 0
                ? first
                : tally;
    }

    /** Tells whether a proof counts less than the verdict does, by what only renewed workers saw. */
    public boolean hadSecondChance() {
        return !proof().equals(tally);
    }

    private static TestStatus status(Tally tally, int skipped, boolean retried) {
        if (tally.passed() == 0 && !retried) {
            // A test of which nothing is known but that it did not run has not been skipped on purpose.
            return tally.counted() == 0 && skipped > 0 ? TestStatus.SKIPPED : TestStatus.BROKEN;
        }
        return tally.failed() == 0 ? TestStatus.RELIABLE : TestStatus.FLAKY;
    }

    /** Returns the name for people, e.g. {@code CartTest.expires}. */
    public String shortName() {
        return evidence.shortName();
    }

    /**
     * Returns how often it passed, for a sentence, e.g. {@code passed 3 of 5 rounds (60 %)}. A rate is of executions that
     * are alike: where it is known that they are not, none is told.
     */
    public String score() {
        return "passed " + tally.passed() + " of " + tally.counted() + " rounds"
                + (roundsDiffer() ? "" : " (" + tally.text() + ")");
    }

    /** Tells whether its rounds are known not to be alike, so that there is no one rate to tell. */
    public boolean roundsDiffer() {
        return cause.filter(Cause::roundsDiffer).isPresent();
    }

    /** Returns in how many rounds its framework tried it again until it passed. */
    public long retried() {
        return evidence.executions().stream()
                .filter(execution -> execution.passedOnAttempt() > 0)
                .count();
    }

    /** Tells whether it ever passed, be it when it was tried again. */
    public boolean everPassed() {
        return tally.passed() > 0 || retried() > 0;
    }

    /** Returns on which attempt it passed where it was tried again, e.g. {@code passed on attempt 2}; empty if never. */
    public Optional<String> attempts() {
        IntSummaryStatistics attempts = evidence.executions().stream()
                .mapToInt(Execution::passedOnAttempt)
                .filter(attempt -> attempt > 0)
                .summaryStatistics();
        if (attempts.getCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                attempts.getMin() == attempts.getMax()
                        ? "passed on attempt " + attempts.getMin()
                        : "passed on attempts " + attempts.getMin() + " to " + attempts.getMax());
    }

    /** Returns what has to be known to understand its failures, as sentences behind a space; mostly empty. */
    public String remark() {
        String retry = failures().isEmpty()
                ? ""
                : attempts()
                        .map(how -> " It is flaky (" + how + "): the first attempt counts.")
                        .orElse("");
        return cause.map(known -> " " + known.sentence()).orElse("")
                + retry
                + (evidence.rowsInParallel()
                        ? " Its rows ran in parallel and have no stable number: another row may have failed each time."
                        : "");
    }

    /** Returns the executions that count against the test. */
    public List<Execution> failures() {
        return evidence.executions().stream()
                .filter(e -> e.outcome().countsAgainstTheTest())
                .toList();
    }

    /** Returns its failures in renewed workers where fresh ones ran it again, and count. */
    public List<Execution> failuresSetAside() {
        return evidence.setAside().stream()
                .filter(e -> e.outcome().countsAgainstTheTest())
                .toList();
    }

    /** Tells whether it failed in renewed workers, and in no fresh one. */
    public boolean failsOnlyRenewed() {
        return !failuresSetAside().isEmpty() && failures().isEmpty();
    }

    /** Returns what its first failure threw, or at which limit it hung, on one line; empty if there is nothing of the kind. */
    public Optional<String> firstHeadline() {
        return failures().stream()
                .filter(execution -> !(execution.outcome() instanceof Outcome.Crashed))
                .map(execution ->
                        execution.outcome() instanceof Outcome.Hung hung ? hung.limit() : execution.headline())
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    /** Returns the names of the first of some tests, and how many more there are. */
    public static String names(List<TestResult> tests) {
        String first =
                tests.stream().limit(MOST_NAMES).map(TestResult::shortName).collect(Collectors.joining(", "));
        return tests.size() > MOST_NAMES ? first + " and " + (tests.size() - MOST_NAMES) + " more" : first;
    }

    /** Returns the label of the worker in which it failed first. */
    public Optional<String> firstFailingWorker() {
        return failures().stream()
                .map(Execution::worker)
                .filter(w -> !w.isEmpty())
                .findFirst();
    }
}
