package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.exception.AllowedFailures;
import java.util.ArrayList;
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
    private final AllowedFailures allowed;

    /** Makes a gate of a rule; categories only sort the tests and have no part in the verdict. */
    public Gate(GateSettings settings, Categories categories) {
        this(settings, categories, AllowedFailures.NONE);
    }

    /** Makes a gate of a rule with exceptions. */
    public Gate(GateSettings settings, Categories categories, AllowedFailures allowed) {
        this.allowed = allowed;
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
        ExceptionRules exceptions = new ExceptionRules(allowed, tests, evidence);
        List<TestResult> judged = judged(tests, exceptions);
        Rates rates = Rates.of(judged, evidence.rounds());
        StopRule stop = new StopRule(evidence, judged, rates, settings);
        Optional<Verdict.EarlyStop> earlyStop = earlyStop(stop, evidence);
        List<Finding> findings = evidence.findings().stream()
                .filter(finding -> earlyStop.isEmpty() || finding.kind() != Finding.Kind.ROUND_MISSING)
                .toList();
        List<Reason> reasons = new Reasons(
                        settings, evidence, findings, judged, rates, earlyStop.isPresent() ? stop.givenRounds() : 0)
                .all();
        reasons.addAll(broken(exceptions.rulings()));
        reasons.sort(Comparator.comparing(Reason::kind));
        return new Verdict(
                state(reasons),
                reasons,
                settings,
                judged.size() == tests.size() ? rates : Rates.of(tests, evidence.rounds()),
                byCategory(tests, evidence.rounds()),
                tests,
                causes.groups(),
                evidence.run().plannedRounds(),
                evidence.completedRounds(),
                earlyStop,
                exceptions.rulings());
    }

    /** Returns the tests that the rule is held against: not those that may fail. */
    private static List<TestResult> judged(List<TestResult> tests, ExceptionRules exceptions) {
        List<TestResult> excused = exceptions.excused();
        return excused.isEmpty()
                ? tests
                : tests.stream().filter(test -> !excused.contains(test)).toList();
    }

    private List<Reason> broken(List<ExceptionRuling> rulings) {
        List<Reason> reasons = new ArrayList<>();
        rulings.stream()
                .filter(ruling -> ruling.state().breaks())
                .forEach(ruling -> reasons.add(Reason.of(Reason.Kind.EXCEPTION, ruling.sentence())));
        tooMany(rulings)
                .ifPresent(many -> reasons.add(Reason.of(
                        Reason.Kind.EXCEPTION,
                        many + ", more than surefoot.exceptions.max=" + allowed.most()
                                + ". Mend tests before others are excepted.")));
        return reasons;
    }

    /** An exception of many tests is as many as have failed by it: a pattern gets around no limit. */
    private Optional<String> tooMany(List<ExceptionRuling> rulings) {
        int entries = allowed.all().size();
        if (entries > allowed.most()) {
            return Optional.of(entries == 1 ? "There is 1 exception" : "There are " + entries + " exceptions");
        }
        int failing = rulings.stream()
                .mapToInt(ruling -> (int) ruling.tests().stream()
                        .filter(test -> test.tally().failed() > 0)
                        .count())
                .sum();
        return failing > allowed.most() ? Optional.of(failing + " tests have failed by exceptions") : Optional.empty();
    }

    /**
     * Tells whether the verdict of a run that is under way is certain, so that its remaining rounds may be left out.
     * Always false unless {@link GateSettings#stopWhenDecided()}.
     *
     * @param evidence of the rounds so far, read while no worker is running
     */
    public boolean isDecided(Evidence evidence) {
        return settings.stopWhenDecided() && stop(evidence, evidence.rounds()).isDecided();
    }

    /**
     * Tells the same of a run whose workers are at work in rounds after those that were read: by what its tests have shown
     * alone.
     *
     * @param evidence of the rounds that are over
     */
    public boolean isDecidedByTests(Evidence evidence) {
        // Their workers may not have closed yet what they have, so that the rounds do not look complete.
        List<RoundEvidence> over =
                evidence.rounds().stream().map(RoundEvidence::asComplete).toList();
        return settings.stopWhenDecided() && stop(evidence, over).isDecidedByTests();
    }

    private StopRule stop(Evidence evidence, List<RoundEvidence> rounds) {
        List<TestResult> tests = count(evidence, new Causes(List.of()));
        List<TestResult> judged = judged(tests, new ExceptionRules(allowed, tests, evidence));
        return new StopRule(evidence, judged, Rates.of(judged, rounds), settings);
    }

    private List<TestResult> count(Evidence evidence, Causes causes) {
        return evidence.tests().stream()
                .map(test -> TestResult.of(
                        test, categories.of(test.tags()), test.fails() ? causes.of(test) : Optional.empty()))
                .toList();
    }

    private Optional<Verdict.EarlyStop> earlyStop(StopRule stop, Evidence evidence) {
        if (evidence.isInterrupted()
                || !settings.stopWhenDecided()
                || stop.remainingRounds() == 0
                || !stop.isDecided()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict.EarlyStop(evidence.rounds().size(), stop.remainingExecutions()));
    }

    private static Verdict.State state(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return Verdict.State.HELD;
        }
        if (reasons.get(0).kind() == Reason.Kind.INTERRUPTED) {
            return Verdict.State.INSUFFICIENT;
        }
        boolean broken = reasons.stream().anyMatch(reason -> reason.kind().breaks());
        return broken ? Verdict.State.BROKEN : Verdict.State.INSUFFICIENT;
    }

    private static Map<String, Rates> byCategory(List<TestResult> tests, List<RoundEvidence> rounds) {
        return tests.stream()
                .collect(Collectors.groupingBy(
                        TestResult::category,
                        () -> new TreeMap<>(Comparator.naturalOrder()),
                        Collectors.collectingAndThen(Collectors.toList(), of -> Rates.of(of, rounds))));
    }
}
