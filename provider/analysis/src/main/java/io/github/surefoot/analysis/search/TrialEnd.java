package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.time.Duration;

/**
 * How a test of a trial ended.
 *
 * @param unit which unit of the trial it was of, from 0
 * @param test the test; one without a name is what belongs to a class as a whole
 * @param result how it ended
 * @param failure the type of what was thrown, or how its JVM ended; empty if it did not fail
 * @param message what that said first; secrets are masked in it
 * @param took how long it took
 */
public record TrialEnd(int unit, ProbeUnit test, Ending.Result result, String failure, String message, Duration took) {
    boolean failed() {
        return result == Ending.Result.FAILED;
    }

    boolean passed() {
        return result == Ending.Result.PASSED;
    }

    boolean isTest() {
        return !test.test().name().isEmpty();
    }
}
