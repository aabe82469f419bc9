package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why tests fail: which of them fail with one cause, and what it is as far as that is known. */
public final class Causes {
    private static final Comparator<FailureGroup> TELLING_FIRST = Comparator.comparing(
                    (FailureGroup group) -> group.cause().isEmpty())
            .thenComparing(FailureGroup::others, Comparator.reverseOrder())
            .thenComparing(FailureGroup::first);

    private final List<FailureGroup> groups;
    private final Map<TestName, FailureGroup> groupOf = new HashMap<>();
    private final Map<TestName, Cause> own = new HashMap<>();

    /** Takes groups and causes that were found, by probes for instance. */
    public Causes(List<FailureGroup> groups) {
        this.groups = groups.stream().sorted(TELLING_FIRST).toList();
        this.groups.forEach(group -> group.tests().forEach(test -> groupOf.put(test.name(), group)));
    }

    /** Looks into the evidence of a run. */
    public Causes(Evidence evidence) {
        this(evidence, evidence.failing());
    }

    /** What never failed has no cause: where nothing did, there is nothing to look into. */
    private Causes(Evidence evidence, List<TestEvidence> failing) {
        this(failing, failing.isEmpty() ? Optional.empty() : Optional.of(new Timeline(evidence)));
    }

    private Causes(List<TestEvidence> failing, Optional<Timeline> timeline) {
        this(timeline.map(known -> groups(failing, known)).orElse(List.of()));
        timeline.ifPresent(known ->
                failing.forEach(test -> nonIdempotent(test, known).ifPresent(cause -> own.put(test.name(), cause))));
    }

    private static List<FailureGroup> groups(List<TestEvidence> failing, Timeline timeline) {
        List<FailureGroup> found = new Comparison(timeline, Grouping.of(failing)).groups();
        return found.stream()
                .map(group -> nonIdempotent(group.first(), timeline)
                        .map(group::because)
                        .orElse(group))
                .toList();
    }

    /** Returns the tests that failed at least once, those that fail with one cause together; what is known comes first. */
    public List<FailureGroup> groups() {
        return groups;
    }

    /** Returns why a test fails; empty if that is not known. */
    public Optional<Cause> of(TestEvidence test) {
        if (test.rowsInParallel()) {
            return Optional.empty();
        }
        Cause itsOwn = own.get(test.name());
        return itsOwn != null
                ? Optional.of(itsOwn)
                : Optional.ofNullable(groupOf.get(test.name())).flatMap(group -> asIn(group, test));
    }

    private Optional<Cause> asIn(FailureGroup group, TestEvidence test) {
        if (test.name().equals(group.first().name())) {
            return group.cause();
        }
        // That only first runs pass is known of each test for itself.
        return group.cause()
                .filter(cause -> !own.containsKey(group.first().name()))
                .map(cause -> cause.worded("As with " + group.first().shortName() + ": " + cause.sentence()));
    }

    /** Returns that a test fails from its second run in one JVM, where all its runs show it. */
    private static Optional<Cause> nonIdempotent(TestEvidence test, Timeline timeline) {
        // Rows without a stable number are another test in each round.
        return test.rowsInParallel() ? Optional.empty() : runs(test, timeline).flatMap(RunsByJvm::cause);
    }

    /** Returns its runs in each JVM; empty if one of them is not a plain pass or failure in a JVM that is known. */
    private static Optional<RunsByJvm> runs(TestEvidence test, Timeline timeline) {
        Map<String, List<Boolean>> runs = new LinkedHashMap<>();
        for (Execution execution : test.executions()) {
            if (didNotRun(execution.outcome())) {
                continue;
            }
            Optional<String> worker = timeline.worker(test, execution);
            if (!isPlain(execution) || worker.isEmpty()) {
                return Optional.empty();
            }
            runs.computeIfAbsent(worker.get(), label -> new ArrayList<>())
                    .add(execution.outcome() instanceof Outcome.Passed);
        }
        return Optional.of(new RunsByJvm(runs));
    }

    private static boolean didNotRun(Outcome outcome) {
        return outcome instanceof Outcome.Skipped || outcome instanceof Outcome.NotRun;
    }

    /** Tells whether it ran once, to its end: one that was aborted, stopped or tried again says too little of its JVM. */
    private static boolean isPlain(Execution execution) {
        Outcome outcome = execution.outcome();
        return execution.passedOnAttempt() == 0
                && (outcome instanceof Outcome.Passed
                        || outcome instanceof Outcome.Failed
                        || outcome instanceof Outcome.Errored);
    }
}
