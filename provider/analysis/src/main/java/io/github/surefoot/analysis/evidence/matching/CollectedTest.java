package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The executions of one test, as far as read. Keeps memory small: a run may have a million of them. */
public final class CollectedTest {
    /** A stack trace is kept for so many different failures of one test; beyond, the journals have it. */
    private static final int MOST_STACK_TRACES = 8;

    private static final Outcome PASSED = new Outcome.Passed();
    /** The worst first: it stands for the round if a test ran more than once in it. */
    private static final List<Class<? extends Outcome>> SEVERITY = List.of(
            Outcome.Crashed.class,
            Outcome.Hung.class,
            Outcome.Errored.class,
            Outcome.Failed.class,
            Outcome.Passed.class,
            Outcome.Aborted.class,
            Outcome.Skipped.class,
            Outcome.NotRun.class);

    private final Key key;
    private final List<String> tags;
    private final String owner;
    private final StackBudget budget;
    private final List<Failure> failures = new ArrayList<>(0);
    private Outcome last = PASSED;
    private @Nullable Execution[] byRound = new Execution[1];
    /** As soon as it was asked for: to take an identifier apart is most of what matching costs. */
    private @Nullable UniqueIdPath belongsTo;

    /**
     * Begins to collect.
     *
     * @param owner the class a worker took up to run it
     * @param budget bounds what failures of all tests say
     */
    public CollectedTest(Key key, List<String> tags, String owner, StackBudget budget) {
        this.budget = budget;
        this.key = key;
        this.tags = tags;
        this.owner = owner;
    }

    /**
     * What one test is told from another by.
     *
     * @param id its name, which others may bear
     * @param uniqueId JUnit Platform's unique identifier; empty if there is none
     * @param owner where there is none, the class a worker took up to run it; else empty
     */
    public record Key(TestId id, String uniqueId, String owner) {
        /** Takes the owner only where it has to tell tests apart. */
        public static Key of(TestId id, String uniqueId, String owner) {
            return new Key(id, uniqueId, uniqueId.isEmpty() ? owner : "");
        }
    }

    Key key() {
        return key;
    }

    /** Returns the same test, with no execution yet. */
    CollectedTest withoutExecutions() {
        return new CollectedTest(key, tags, owner, budget);
    }

    /** Tells whether any execution was told as aborted although it had failed. */
    boolean hidesFailures() {
        return Arrays.stream(byRound)
                .anyMatch(execution ->
                        execution != null && execution.outcome().hiddenFailure().isPresent());
    }

    /** Tells whether there is any execution in so many rounds. */
    boolean wasSeen(int rounds) {
        return IntStream.rangeClosed(1, rounds).anyMatch(round -> in(round) != null);
    }

    List<String> tags() {
        return tags;
    }

    /** Returns the class a worker took up to run this test. */
    String owner() {
        return owner;
    }

    /**
     * Returns what it belongs to. Of a class as a whole an engine tells now this identifier, now that, or none: it
     * belongs to the class that was taken up.
     */
    UniqueIdPath belongsTo() {
        UniqueIdPath known = belongsTo;
        if (known == null) {
            known = key.id().name().isEmpty()
                    ? UniqueIdPath.ofClass(owner)
                    : UniqueIdPath.of(key.uniqueId()).owner();
            belongsTo = known;
        }
        return known;
    }

    @Nullable
    Execution in(int round) {
        return round <= byRound.length ? byRound[round - 1] : null;
    }

    /** Returns its executions, in order of their rounds. */
    public List<Execution> executions() {
        return Arrays.stream(byRound).filter(Objects::nonNull).toList();
    }

    /** Takes an execution. Of several in one round the worst is kept. */
    public void record(Execution execution) {
        int index = execution.round() - 1;
        if (index >= byRound.length) {
            byRound = Arrays.copyOf(byRound, Math.max(execution.round(), byRound.length * 2));
        }
        Execution before = byRound[index];
        if (before == null || severity(execution) < severity(before)) {
            byRound[index] = compact(execution);
        }
    }

    private static int severity(Execution execution) {
        return SEVERITY.indexOf(execution.outcome().getClass());
    }

    private Execution compact(Execution execution) {
        Outcome outcome = execution.outcome();
        if (outcome instanceof Outcome.Failed failed) {
            outcome = new Outcome.Failed(compact(failed.failure()));
        } else if (outcome instanceof Outcome.Errored errored) {
            outcome = new Outcome.Errored(compact(errored.failure()));
        } else if (outcome instanceof Outcome.Aborted aborted) {
            outcome = new Outcome.Aborted(aborted.reason(), aborted.failure().map(this::compact));
        }
        // Most outcomes of a test are all the same: one object does for them.
        last = outcome.equals(last) ? last : outcome;
        return new Execution(
                execution.round(),
                execution.worker(),
                last,
                execution.startedAt(),
                execution.millis(),
                execution.passedOnAttempt());
    }

    private Failure compact(Failure failure) {
        int known = failures.indexOf(failure);
        if (known >= 0) {
            return failures.get(known);
        }
        if (failures.size() == MOST_STACK_TRACES) {
            return budget.fitHead(failure);
        }
        Failure kept = budget.fit(failure);
        failures.add(kept);
        return kept;
    }
}
