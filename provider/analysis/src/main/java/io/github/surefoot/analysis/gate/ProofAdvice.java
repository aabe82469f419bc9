package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.FreshClass;
import io.github.surefoot.core.FreshReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what would prove that something reaches the threshold. */
final class ProofAdvice {
    private final GateSettings settings;
    private final BigDecimal confidence;
    private final int run;
    private final int planned;
    private final Set<String> freshNext;

    ProofAdvice(GateSettings settings, BigDecimal confidence, Evidence evidence) {
        this.settings = settings;
        this.confidence = confidence;
        run = evidence.rounds().size();
        planned = Math.max(run, evidence.run().plannedRounds());
        freshNext = evidence.freshClasses().stream()
                .filter(one -> one.reason() == FreshReason.DIFFERS)
                .map(FreshClass::className)
                .collect(Collectors.toSet());
    }

    /** Advises on tests that have one proof. */
    Unproven ofTests(Tally proof, List<TestResult> of) {
        if (isFreshNext(of)) {
            return byFresh(proof, 0, of.size() == 1 ? "its class" : "their classes");
        }
        OptionalLong needed = needed(proof.failed());
        // More rounds help no test that something keeps from running in those that there are.
        return needed.isPresent() && needed.getAsLong() <= planned && proof.counted() < run
                ? new Unproven(proof, keptFromRunning(needed.getAsLong(), of), OptionalLong.empty(), false)
                : more(proof);
    }

    /**
     * Advises on all rounds or executions.
     *
     * @param counted the same by what the verdict counts
     * @param secondChances the tests of which the proof counts less
     */
    Unproven ofAll(Tally proof, Tally counted, List<TestResult> secondChances) {
        return isFreshNext(secondChances)
                ? byFresh(proof, counted.failed(), "what only renewed ones saw fail or not run")
                : more(proof);
    }

    /** What differed when it was renewed is remembered, unless fresh workers saw it fail, too. */
    private boolean isFreshNext(List<TestResult> of) {
        return !of.isEmpty() && of.stream().allMatch(this::isFreshNext);
    }

    private boolean isFreshNext(TestResult test) {
        return test.hadSecondChance()
                && test.tally().failed() == 0
                && freshNext.contains(test.evidence().owner());
    }

    private Unproven byFresh(Tally proof, long failed, String what) {
        return advice(proof, failed, " in the next run, in which fresh workers run " + what + " from the start", true);
    }

    private Unproven more(Tally proof) {
        return advice(proof, proof.failed(), "", false);
    }

    private Unproven advice(Tally proof, long failed, String when, boolean byFresh) {
        OptionalLong needed = needed(failed);
        if (needed.isEmpty()) {
            String none = "no number of rounds proves " + Percent.setting(settings.threshold())
                    + "; lower the threshold or the confidence.";
            return new Unproven(proof, none, needed, false);
        }
        String would = (failed == 0 ? "" : " with no further failure") + " would prove it" + when;
        if (settings.gate() == GateKind.EXECUTION) {
            String many =
                    byFresh && needed.getAsLong() <= proof.counted() ? "as many" : Long.toString(needed.getAsLong());
            return new Unproven(proof, many + " executions" + would + ".", OptionalLong.empty(), byFresh);
        }
        String rounds = needed.getAsLong() + " rounds" + would + " (-Dsurefoot.rounds=" + needed.getAsLong() + ").";
        return new Unproven(proof, rounds, needed, byFresh);
    }

    private String keptFromRunning(long needed, List<TestResult> of) {
        return needed + " rounds would prove it, and "
                + (needed <= run ? "there were " + run : planned + " were planned") + ". See why "
                + TestResult.names(of) + " did not run in all of them.";
    }

    private OptionalLong needed(long failed) {
        return LowerBound.roundsToProve(settings.threshold(), confidence, failed);
    }
}
