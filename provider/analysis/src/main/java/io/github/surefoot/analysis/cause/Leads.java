package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Circumstance.Sort;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.TestId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What to ask first of why a test fails: what was so when it failed rather than when it passed, whether or not the counts
 * would support to say so. Nothing of it is told to anybody; it spares probes.
 */
public final class Leads {
    private final ExactTest exact = new ExactTest();
    private final Timeline timeline;
    private final Map<TestId, List<TestEvidence>> byId;

    /** Looks into the evidence of a run. */
    public Leads(Evidence evidence) {
        timeline = new Timeline(evidence);
        byId = evidence.failing().stream().collect(Collectors.groupingBy(TestEvidence::id));
    }

    /**
     * Returns the classes that tell failing rounds of a test from passing ones best, of equal ones the nearest first.
     *
     * @param test a test that failed
     * @param sort how these classes are to it, {@link Sort#BEFORE} for instance
     */
    public List<String> classes(TestEvidence test, Sort sort) {
        Trials trials = Trials.of(test, timeline);
        List<Contrast> leaning = trials.circumstances().stream()
                .filter(circumstance -> circumstance.sort() == sort)
                .map(trials::contrast)
                .filter(contrast ->
                        contrast.failedWith() * contrast.passed() > contrast.passedWith() * contrast.failed())
                .toList();
        double best = leaning.stream().mapToDouble(exact::p).min().orElse(1);
        return leaning.stream()
                .filter(contrast -> exact.p(contrast) <= best)
                .map(Contrast::circumstance)
                .sorted(Comparator.<Circumstance>comparingInt(trials::distance).thenComparing(Circumstance::what))
                .map(Circumstance::what)
                .toList();
    }

    /**
     * Returns all classes that ran beside a test when it failed, those first that tell failing rounds from passing ones
     * best.
     */
    public List<String> beside(TestEvidence test) {
        Trials trials = Trials.of(test, timeline);
        return trials.circumstances().stream()
                .filter(circumstance -> circumstance.sort() == Sort.BESIDE)
                .map(trials::contrast)
                .filter(contrast -> contrast.failedWith() > 0)
                .sorted(Comparator.<Contrast>comparingDouble(exact::p)
                        .thenComparing(contrast -> -contrast.failedWith())
                        .thenComparing(contrast -> contrast.circumstance().what()))
                .map(contrast -> contrast.circumstance().what())
                .toList();
    }

    /** Returns the evidence of tests of that name that failed. */
    public List<TestEvidence> failing(TestId id) {
        return byId.getOrDefault(id, List.of());
    }
}
