package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges evidence by a rule. */
public final class Gate {
    private final GateSettings settings;
    private final Categories categories;

    /** Makes a gate of a rule; categories only sort the tests and have no part in the verdict. */
    public Gate(GateSettings settings, Categories categories) {
        this.settings = settings;
        this.categories = categories;
    }

    /** Judges a run, and looks into its evidence for the causes of what failed. */
    public Verdict judge(Evidence evidence) {
        return judge(evidence, new Causes(evidence));
    }

    /** Judges a run of which it is known why its tests fail. The verdict is the same whatever is known of that. */
    public Verdict judge(Evidence evidence, Causes causes) {
        List<TestResult> tests = count(evidence, causes);
        Rates rates = Rates.of(tests, evidence);
        StopRule stop = new StopRule(evidence, tests, rates, settings);
        Optional<Verdict.EarlyStop> earlyStop = earlyStop(stop, evidence);
        List<Finding> findings = evidence.findings().stream()
                .filter(finding -> earlyStop.isEmpty() || finding.kind() != Finding.Kind.ROUND_MISSING)
                .toList();
        List<Reason> reasons = new Reasons(settings, evidence, findings, tests, rates).all();
        return new Verdict(
                state(reasons),
                reasons,
                settings,
                rates,
                byCategory(tests, evidence),
                tests,
                causes.groups(),
                evidence.run().plannedRounds(),
                evidence.completedRounds(),
                earlyStop);
    }

    /**
     * Tells whether the verdict of a run that is under way is certain, so that its remaining rounds may be left out.
     * Always false unless {@link GateSettings#stopWhenDecided()}.
     *
     * @param evidence of the rounds so far, read while no worker is running
     */
    public boolean isDecided(Evidence evidence) {
        List<TestResult> tests = count(evidence, new Causes(List.of()));
        return settings.stopWhenDecided()
                && new StopRule(evidence, tests, Rates.of(tests, evidence), settings).isDecided();
    }

    private List<TestResult> count(Evidence evidence, Causes causes) {
        return evidence.tests().stream()
                .map(test -> TestResult.of(
                        test, categories.of(test.tags()), test.fails() ? causes.of(test) : Optional.empty()))
                .toList();
    }

    private Optional<Verdict.EarlyStop> earlyStop(StopRule stop, Evidence evidence) {
        if (!settings.stopWhenDecided() || stop.remainingRounds() == 0 || !stop.isDecided()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict.EarlyStop(evidence.rounds().size(), stop.remainingExecutions()));
    }

    private static Verdict.State state(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return Verdict.State.HELD;
        }
        boolean broken = reasons.stream().anyMatch(reason -> reason.kind().breaks());
        return broken ? Verdict.State.BROKEN : Verdict.State.INSUFFICIENT;
    }

    private static Map<String, Rates> byCategory(List<TestResult> tests, Evidence evidence) {
        return tests.stream()
                .collect(Collectors.groupingBy(
                        TestResult::category,
                        () -> new TreeMap<>(Comparator.naturalOrder()),
                        Collectors.collectingAndThen(Collectors.toList(), of -> Rates.of(of, evidence))));
    }
}
