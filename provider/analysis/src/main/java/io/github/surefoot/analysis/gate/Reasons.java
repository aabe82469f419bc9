package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.gate.Reason.Kind;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.process.LeftProcess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds every reason against a verdict of held. */
final class Reasons {
    private static final int MOST_NOT_PROVEN = 10;

    private final GateSettings settings;
    private final Evidence evidence;
    private final List<Finding> findings;
    private final List<TestResult> tests;
    private final Rates rates;
    private final int given;
    private final List<Reason> reasons = new ArrayList<>();
    /** What only renewed workers saw fail in a run that ended before fresh ones were asked: it breaks nothing. */
    private final Set<TestId> unconfirmed;

    /**
     * Prepares to look for them.
     *
     * @param given how many rounds were left out that are to be thought of as passed: a rate that they could have mended
     *     breaks nothing
     */
    Reasons(
            GateSettings settings,
            Evidence evidence,
            List<Finding> findings,
            List<TestResult> tests,
            Rates rates,
            int given) {
        this.given = given;
        this.settings = settings;
        this.evidence = evidence;
        this.findings = findings;
        this.tests = tests;
        this.rates = rates;
        unconfirmed = evidence.isCutShort() ? KindComparison.failingOnlyRenewed(evidence) : Set.of();
    }

    /** Returns them, the gravest first. */
    List<Reason> all() {
        findings.forEach(f -> reasons.add(Reason.of(kind(f), f.sentence())));
        tests.stream()
                .filter(test -> test.tally().neverPassed() && !unconfirmed(test))
                .forEach(test -> reasons.add(Reason.of(Kind.BROKEN_TEST, neverPassed(test), test)));
        rateReasons();
        evidence.messages().forEach(message -> reasons.add(Reason.of(Kind.FORBIDDEN, forbidden(message))));
        evidence.problems().stream()
                .filter(p -> !p.isOutside())
                .forEach(p -> reasons.add(Reason.of(Kind.PROBLEM, "Worker " + p.worker() + ": " + p.what())));
        evidence.leaks().stream().filter(Leak::fatal).forEach(leak -> reasons.add(Reason.of(Kind.LEAK, leak(leak))));
        reasons.sort(Comparator.comparing(Reason::kind));
        return reasons;
    }

    private boolean unconfirmed(TestResult test) {
        return unconfirmed.contains(test.evidence().id());
    }

    private static Kind kind(Finding finding) {
        if (finding.kind() == Finding.Kind.INTERRUPTED) {
            return Kind.INTERRUPTED;
        }
        return finding.kind().breaks() ? Kind.FAULT : Kind.EVIDENCE;
    }

    private void rateReasons() {
        switch (settings.gate()) {
            case TEST -> {
                tests.stream()
                        .filter(test ->
                                fallsShort(atBest(test)) && !test.tally().neverPassed() && !unconfirmed(test))
                        .sorted(Comparator.comparing(TestResult::tally, Tally::compareRate))
                        .forEach(test -> reasons.add(Reason.of(Kind.BELOW_THRESHOLD, tooRarely(test), test)));
                notProvenTests();
            }
            case RUN -> {
                // A round that something outside has cut short has no failure for it, and is not whole either.
                if (!evidence.isUnavailable()) {
                    overall(rates.run(), given, rates.runProof(), "rounds passed without any failure");
                }
            }
            case EXECUTION ->
                overall(rates.execution(), (long) tests.size() * given, rates.executionProof(), "executions passed");
        }
    }

    private void overall(Tally tally, long more, Tally proof, String what) {
        if (fallsShort(tally.plusPassed(more)) && tests.stream().noneMatch(this::unconfirmed)) {
            reasons.add(Reason.of(Kind.BELOW_THRESHOLD, measured(tally, what) + ", below " + threshold() + "."));
        } else {
            settings.confidence()
                    .filter(confidence -> !evidence.isUnavailable() && isNotProven(proof.plusPassed(more), confidence))
                    .ifPresent(confidence -> reasons.add(notProven(tally, proof, confidence, what)));
        }
    }

    private Reason notProven(Tally tally, Tally proof, BigDecimal confidence, String what) {
        List<TestResult> chances = proof.equals(tally)
                ? List.of()
                : tests.stream().filter(TestResult::hadSecondChance).toList();
        Unproven unproven = advice(confidence).ofAll(proof, tally, chances);
        return Reason.of(
                measured(proof, what) + seenFirst(chances) + ", which " + proves(unproven, confidence), unproven);
    }

    private static String measured(Tally tally, String what) {
        return tally.passed() + " of " + tally.counted() + " " + what + " (" + tally.text() + ")";
    }

    /**
     * Says why a proof counts less than the verdict does.
     *
     * @param tests the tests that have had a second chance; others are of no matter
     */
    private String seenFirst(List<TestResult> tests) {
        List<Execution> aside = tests.stream()
                .filter(TestResult::hadSecondChance)
                .flatMap(test -> test.evidence().setAside().stream())
                .toList();
        List<String> counted = new ArrayList<>();
        if (aside.stream().anyMatch(execution -> execution.outcome().countsAgainstTheTest())) {
            counted.add("failures counted that only renewed workers saw");
        }
        if (aside.stream().anyMatch(execution -> !execution.outcome().counts())) {
            counted.add(
                    settings.gate() == GateKind.TEST
                            ? "rounds left out that renewed workers skipped or aborted"
                            : "what renewed workers skipped or aborted not counted as passed");
        }
        return counted.isEmpty()
                ? ""
                : ", " + String.join(" and ", counted) + " (what fresh ones make of them is a second chance)";
    }

    private Tally atBest(TestResult test) {
        return test.tally().plusPassed(given);
    }

    private boolean fallsShort(Tally tally) {
        return !tally.reaches(settings.threshold());
    }

    private String threshold() {
        return Percent.setting(settings.threshold());
    }

    private static String neverPassed(TestResult test) {
        long rounds = test.tally().counted();
        String often = rounds == 1 ? "failed in the only round it ran" : "failed in all " + rounds + " rounds it ran";
        return test.shortName() + " " + often + (test.retried() > 0 ? "." : ": it is broken.") + deaths(test)
                + test.remark();
    }

    private String tooRarely(TestResult test) {
        return test.shortName() + " " + test.score() + ", below " + threshold() + "." + deaths(test) + test.remark();
    }

    private static String deaths(TestResult test) {
        List<String> rounds = test.failures().stream()
                .filter(e -> e.outcome() instanceof Outcome.Crashed)
                .map(e -> String.valueOf(e.round()))
                .toList();
        return switch (rounds.size()) {
            case 0 -> "";
            case 1 -> " Its worker died in round " + rounds.get(0) + ".";
            default -> " Its workers died in rounds " + String.join(", ", rounds) + ".";
        };
    }

    private static String forbidden(ForbiddenMessage message) {
        TestId first = message.firstTest();
        String where = first.className().isEmpty() ? "outside any test" : "in " + first.shortName();
        String times = message.count() == 1 ? "once" : message.count() + " times";
        return "Forbidden message '" + message.pattern() + "' occurred " + times + ", first " + where + " on worker "
                + message.firstWorker() + ".";
    }

    private static String leak(Leak leak) {
        String where = leak.openedAt().isEmpty() ? "" : ", opened at " + leak.openedAt();
        String during = leak.className().isEmpty() ? "" : " while " + leak.className() + " ran";
        String times = leak.count() == 1 ? "" : " (" + leak.count() + " times)";
        return LeftProcess.of(leak.what(), leak.className()).isPresent()
                ? "Left running: " + leak.what() + where + during + times + ". End it in the test that starts it."
                : "Left open: " + leak.what() + where + during + times + ". Close it where it is opened.";
    }

    private void notProvenTests() {
        Optional<BigDecimal> confidence = settings.confidence();
        if (confidence.isEmpty() || evidence.isUnavailable()) {
            return;
        }
        Map<Tally, List<TestResult>> byTally = tests.stream()
                .filter(test -> !fallsShort(atBest(test)) && !test.tally().neverPassed())
                .collect(Collectors.groupingBy(TestResult::proof));
        byTally.entrySet().stream()
                .filter(entry -> isNotProven(entry.getKey().plusPassed(given), confidence.get()))
                .sorted(Map.Entry.comparingByKey(Tally::compareRate))
                .limit(MOST_NOT_PROVEN)
                .forEach(entry -> reasons.add(notProven(entry.getKey(), entry.getValue(), confidence.get())));
    }

    private Reason notProven(Tally proof, List<TestResult> of, BigDecimal confidence) {
        String who = of.size() == 1 ? of.get(0).shortName() : of.size() + " tests";
        Unproven unproven = advice(confidence).ofTests(proof, of);
        return Reason.of(
                who + " passed " + proof.passed() + " of " + proof.counted() + " rounds" + seenFirst(of) + ", which "
                        + proves(unproven, confidence),
                unproven);
    }

    private ProofAdvice advice(BigDecimal confidence) {
        return new ProofAdvice(settings, confidence, evidence);
    }

    private boolean isNotProven(Tally tally, BigDecimal confidence) {
        return tally.counted() > 0 && LowerBound.of(tally, confidence).compareTo(settings.threshold()) < 0;
    }

    private String proves(Unproven unproven, BigDecimal confidence) {
        return "proves at least " + Percent.rate(LowerBound.of(unproven.proof(), confidence)) + " at "
                + Percent.setting(confidence) + " confidence, not " + threshold() + ": " + unproven.advice();
    }
}
