package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.LowerBound;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.Tally;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import java.math.BigDecimal;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says plainly what the passes prove, so that nobody takes five of five for certainty. */
final class ProofLines {
    private final Judgement judgement;
    private final Verdict verdict;

    ProofLines(Judgement judgement) {
        this.judgement = judgement;
        this.verdict = judgement.verdict();
    }

    List<ConsoleLine> lines() {
        List<TestResult> reliable = verdict.tests().stream()
                .filter(test -> test.status() == TestStatus.RELIABLE && !isToldOf(test))
                .filter(test -> verdict.excuse(test).isEmpty())
                .toList();
        LongSummaryStatistics rounds =
                reliable.stream().mapToLong(test -> test.tally().counted()).summaryStatistics();
        // A single round shows little, and plain mvn test does not ask for a proof.
        boolean told = verdict.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.NOT_PROVEN);
        if (reliable.isEmpty() || verdict.plannedRounds() < 2 || told) {
            return List.of();
        }
        String who = reliable.size() + (isAll(reliable) ? "" : " other") + (reliable.size() == 1 ? " test" : " tests");
        String proof = proof(rounds.getMin(), reliable);
        if (rounds.getMin() == rounds.getMax()) {
            return List.of(ConsoleLine.info(" " + who + " passed " + rounds.getMin() + " of " + rounds.getMin()
                    + kinds(reliable) + ", which " + proof));
        }
        return List.of(ConsoleLine.info(" " + who + " passed whenever they ran, in " + rounds.getMin() + " to "
                + rounds.getMax() + " rounds" + kinds(reliable) + "; " + rounds.getMin() + " of " + rounds.getMin()
                + " "
                + proof));
    }

    /** What only renewed workers saw of a test is told elsewhere, and its passes prove less than there are. */
    private static boolean isToldOf(TestResult test) {
        return test.failsOnlyRenewed() || test.hadSecondChance();
    }

    private boolean isAll(List<TestResult> reliable) {
        return verdict.worst().isEmpty()
                && verdict.tests().stream().noneMatch(ProofLines::isToldOf)
                && !reliable.isEmpty();
    }

    /** Names what the proof rests on where that is more than one kind of workers. */
    private String kinds(List<TestResult> tests) {
        String kinds = judgement
                .evidence()
                .kinds(tests.stream().map(TestResult::evidence).toList())
                .text();
        return kinds.isEmpty() ? "" : " (" + kinds + ")";
    }

    private String proof(long rounds, List<TestResult> reliable) {
        BigDecimal confidence = verdict.settings().confidence().orElse(LowerBound.USUAL_CONFIDENCE);
        BigDecimal bound = LowerBound.of(new Tally(rounds, rounds), confidence);
        String needed = goal(bound)
                .map(goal -> LowerBound.roundsToProve(goal, confidence, 0).stream()
                        .mapToObj(n -> n <= verdict.completedRounds()
                                ? " (" + few(rounds, reliable) + " did not run in all of them)"
                                : " (" + n + " rounds would prove " + Percent.setting(goal) + ")")
                        .collect(Collectors.joining()))
                .orElse("");
        return "proves at least " + Percent.rate(bound) + needed + ".";
    }

    /** More rounds help no test that something keeps from running in those that there are. */
    private static String few(long rounds, List<TestResult> reliable) {
        return TestResult.names(reliable.stream()
                .filter(test -> test.tally().counted() == rounds)
                .toList());
    }

    /** Returns what is worth proving: the threshold, or if that cannot be proven or lies at 0 the usual one. */
    private Optional<BigDecimal> goal(BigDecimal bound) {
        BigDecimal threshold = verdict.settings().threshold();
        boolean provable = threshold.signum() > 0 && threshold.compareTo(BigDecimal.valueOf(100)) < 0;
        BigDecimal goal = provable ? threshold : GateSettings.defaults().threshold();
        return Optional.of(goal).filter(g -> bound.compareTo(g) < 0);
    }
}
