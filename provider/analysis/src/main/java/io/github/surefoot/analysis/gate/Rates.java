package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The three measures of some tests, with the lower bounds they prove at 95 percent confidence.
 *
 * @param test of the least reliable test
 * @param run rounds in which nothing failed and nothing is missing, of all rounds
 * @param execution passed executions, of all that count; what stands for a class or template as a whole only when it
 *     failed, since otherwise nothing was executed
 * @param runProof likewise, but what a bound of the rounds rests on: without what had a second chance
 * @param executionProof likewise, but what a bound of the executions rests on
 * @param testBound the lowest of the tests' bounds, in percent; empty if nothing counted
 */
public record Rates(
        Tally test, Tally run, Tally execution, Tally runProof, Tally executionProof, Optional<BigDecimal> testBound) {
    private static final Comparator<Tally> LEAST_RELIABLE =
            ((Comparator<Tally>) Tally::compareRate).thenComparingLong(Tally::counted);

    static Rates of(Collection<TestResult> tests, List<RoundEvidence> of) {
        List<Tally> counted = tests.stream()
                .map(TestResult::tally)
                .filter(t -> t.counted() > 0)
                .distinct()
                .toList();
        Tally executions = executions(tests);
        return new Rates(
                counted.stream().min(LEAST_RELIABLE).orElse(Tally.NONE),
                rounds(tests, of, false),
                executions,
                rounds(tests, of, true),
                withoutSecondChances(executions, tests),
                tests.stream()
                        .map(TestResult::proof)
                        .filter(t -> t.counted() > 0)
                        .distinct()
                        .map(t -> LowerBound.of(t, LowerBound.USUAL_CONFIDENCE))
                        .min(Comparator.naturalOrder()));
    }

    private static Tally withoutSecondChances(Tally executions, Collection<TestResult> tests) {
        long failedFirst = tests.stream()
                .filter(test -> !test.evidence().setAside().isEmpty())
                .mapToLong(test -> Math.max(
                        0,
                        test.tally().passed()
                                - Tally.of(test.evidence().seenFirst()).passed()))
                .sum();
        return new Tally(Math.max(0, executions.passed() - failedFirst), executions.counted());
    }

    private static Tally rounds(Collection<TestResult> tests, List<RoundEvidence> rounds, boolean asSeenFirst) {
        Set<Integer> failed = new HashSet<>();
        tests.forEach(test -> test.failures().forEach(execution -> failed.add(execution.round())));
        if (asSeenFirst) {
            tests.forEach(test -> test.failuresSetAside().forEach(execution -> failed.add(execution.round())));
        }
        long clean = rounds.stream()
                .filter(round -> round.complete() && !failed.contains(round.round()))
                .count();
        return new Tally(clean, rounds.size());
    }

    private static Tally executions(Collection<TestResult> tests) {
        long passed = 0;
        long counted = 0;
        for (TestResult test : tests) {
            passed +=
                    test.evidence().container() ? executed(test) : test.tally().passed();
            counted += test.evidence().container()
                    ? executed(test) + test.tally().failed()
                    : test.tally().counted();
        }
        return new Tally(passed, counted);
    }

    private static long executed(TestResult container) {
        return container.evidence().executions().stream()
                .filter(e -> e.outcome().counts() && !e.outcome().countsAgainstTheTest())
                .map(Execution::worker)
                .filter(worker -> !worker.isEmpty())
                .count();
    }

    /** Returns the measure that a gate goes by. */
    public Tally of(GateKind gate) {
        return switch (gate) {
            case TEST -> test;
            case RUN -> run;
            case EXECUTION -> execution;
        };
    }

    /** Returns what a lower bound of a measure rests on. */
    Tally proof(GateKind gate) {
        return switch (gate) {
            case TEST -> test;
            case RUN -> runProof;
            case EXECUTION -> executionProof;
        };
    }

    /** Returns the lower bound of a measure at 95 percent confidence, in percent; empty if nothing counted. */
    public Optional<BigDecimal> lowerBound(GateKind gate) {
        Tally tally = proof(gate);
        if (tally.counted() == 0) {
            return Optional.empty();
        }
        return gate == GateKind.TEST ? testBound : Optional.of(LowerBound.of(tally, LowerBound.USUAL_CONFIDENCE));
    }
}
