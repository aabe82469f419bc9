package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
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
 * @param testBound the lowest of the tests' bounds, in percent; empty if nothing counted
 */
public record Rates(Tally test, Tally run, Tally execution, Optional<BigDecimal> testBound) {
    private static final Comparator<Tally> LEAST_RELIABLE =
            ((Comparator<Tally>) Tally::compareRate).thenComparingLong(Tally::counted);

    static Rates of(Collection<TestResult> tests, Evidence evidence) {
        List<Tally> counted = tests.stream()
                .map(TestResult::tally)
                .filter(t -> t.counted() > 0)
                .distinct()
                .toList();
        return new Rates(
                counted.stream().min(LEAST_RELIABLE).orElse(Tally.NONE),
                rounds(tests, evidence.rounds()),
                executions(tests),
                counted.stream()
                        .map(t -> LowerBound.of(t, LowerBound.USUAL_CONFIDENCE))
                        .min(Comparator.naturalOrder()));
    }

    private static Tally rounds(Collection<TestResult> tests, List<RoundEvidence> rounds) {
        Set<Integer> failed = new HashSet<>();
        tests.forEach(test -> test.failures().forEach(execution -> failed.add(execution.round())));
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

    /** Returns the lower bound of a measure at 95 percent confidence, in percent; empty if nothing counted. */
    public Optional<BigDecimal> lowerBound(GateKind gate) {
        Tally tally = of(gate);
        if (tally.counted() == 0) {
            return Optional.empty();
        }
        return gate == GateKind.TEST ? testBound : Optional.of(LowerBound.of(tally, LowerBound.USUAL_CONFIDENCE));
    }
}
