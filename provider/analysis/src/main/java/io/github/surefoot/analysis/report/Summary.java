package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.judgement.Judgement;

/**
 * The sums of a run.
 *
 * @param flaky how many tests passed and failed
 * @param broken how many failed and never passed
 * @param millis how long all rounds took together
 */
record Summary(int flaky, int broken, long millis) {
    static Summary of(Judgement judgement) {
        int flaky = 0;
        int broken = 0;
        for (TestResult test : judgement.verdict().tests()) {
            boolean failed = test.tally().failed() > 0;
            flaky += failed && test.everPassed() ? 1 : 0;
            broken += failed && !test.everPassed() ? 1 : 0;
        }
        long millis = judgement.evidence().rounds().stream()
                .mapToLong(RoundEvidence::millis)
                .sum();
        return new Summary(flaky, broken, millis);
    }
}
