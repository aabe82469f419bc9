package io.github.surefoot.maven;

import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.maven.surefire.FailsafeSummary;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A suite that has run and is judged, and whose files are written: what is left is to tell, and to fail the build.
 *
 * @param surefire what ran it
 * @param judgement what the gate says of it
 * @param remembered what the history says of it
 * @param publication tells of it
 * @param single whether it ran one round, of which the plugin that ran it has the first word
 * @param excused whether all that failed in a single round may fail
 */
record JudgedSuite(
        Surefire surefire,
        Judgement judgement,
        Remembered remembered,
        Publication publication,
        boolean single,
        boolean excused) {

    /**
     * Tells, and fails for whatever is to fail the build.
     *
     * @param result what the plugin said; that counts for a single round alone
     */
    void tell(SurefireResult result) throws MojoExecutionException, MojoFailureException {
        Optional<ShardConclusion> shard = ShardConclusion.of(judgement);
        if (shard.isPresent()) {
            tell(shard.get());
            return;
        }
        // Surefire would say that tests have failed, and no more.
        if (single && !excused && !judgement.evidence().isUnavailable()) {
            rethrow(result);
        }
        if (!single || excused || !judgement.verdict().isHeld()) {
            publication.print(judgement, remembered);
        } else {
            publication.printLeaks(judgement);
        }
        if (!single || !surefire.ignoresFailures()) {
            Publication.failUnlessHeld(judgement);
        }
    }

    /** Ends a shard, whose tests are judged with those of the others. */
    private void tell(ShardConclusion shard) throws MojoFailureException {
        Optional<String> why = shard.whyBroken();
        if (why.isPresent() && !(single && surefire.ignoresFailures())) {
            publication.print(judgement, remembered);
            throw new MojoFailureException(shard.failure(why.get()));
        }
        publication.print(shard);
    }

    /** Tells whether the build does not fail for it. */
    private boolean isBorne() {
        return judgement.verdict().isHeld()
                || ShardConclusion.of(judgement)
                        .filter(shard -> shard.whyBroken().isEmpty())
                        .isPresent();
    }

    /** Returns what Failsafe would write down if it had judged the rounds: one test each, and a failure for a verdict. */
    FailsafeSummary summary() {
        List<TestResult> tests = judgement.verdict().tests();
        int failing =
                (int) tests.stream().filter(test -> test.tally().failed() > 0).count();
        return FailsafeSummary.of(
                tests.size(),
                isBorne() ? 0 : Math.max(1, failing),
                (int) tests.stream()
                        .filter(test -> test.status() == TestStatus.SKIPPED)
                        .count(),
                (int) tests.stream()
                        .filter(test -> test.status() == TestStatus.FLAKY)
                        .count());
    }

    /** The verdict of a single round is Surefire's own. */
    private static void rethrow(SurefireResult result) throws MojoExecutionException, MojoFailureException {
        @Nullable
        Exception exception = result instanceof SurefireResult.TestsFailed failed
                ? failed.exception()
                : result instanceof SurefireResult.Faulted faulted ? faulted.exception() : null;
        if (exception instanceof MojoFailureException failure) {
            throw failure;
        }
        if (exception instanceof MojoExecutionException fault) {
            throw fault;
        }
    }
}
