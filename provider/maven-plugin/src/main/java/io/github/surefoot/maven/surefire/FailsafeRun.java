package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * One execution of Failsafe, which says nothing itself of how its tests ended: that is in its summary, from which another
 * of its goals makes what Surefire would have thrown.
 *
 * @param summary the file that this execution alone writes
 */
record FailsafeRun(Path summary) {
    /** The parameter that says where the summary is. */
    static final String SUMMARY = "summaryFile";

    /** Its name where nobody gives it another. */
    static final String SUMMARY_FILE = "failsafe-summary.xml";

    /**
     * Looks at what is about to run.
     *
     * @return empty if it is not Failsafe
     */
    static Optional<FailsafeRun> of(TestPlugin kind, SurefireConfiguration configuration) {
        return kind.verdictGoal()
                .map(goal -> new FailsafeRun(Path.of(configuration
                        .get(SUMMARY)
                        .orElseThrow(
                                () -> new IllegalStateException("An execution of Failsafe without its own summary")))));
    }

    String goal() {
        return TestPlugin.FAILSAFE.verdictGoal().orElseThrow();
    }

    /** Removes what an earlier execution has left: it would be taken for what this one says, or be added to it. */
    void begin() throws MojoExecutionException {
        try {
            Files.deleteIfExists(summary);
        } catch (IOException e) {
            throw new MojoExecutionException("The summary of an earlier run, " + summary + ", cannot be removed", e);
        }
    }

    /** Tells whether it has left one, and masks what is secret in it. Failsafe writes none where no test was to run. */
    boolean hasSummary(Redactor secrets) throws MojoExecutionException {
        if (!Files.exists(summary)) {
            return false;
        }
        try {
            FailsafeSummary written = FailsafeSummary.read(summary);
            if (secrets.finds(written.failure())) {
                written.reworded(secrets::redact).write(summary);
            }
            return true;
        } catch (IOException e) {
            throw new MojoExecutionException("The summary of Failsafe cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the configuration of the goal that fails for whatever the summary tells of. */
    SurefireConfiguration verdict() {
        return SurefireConfiguration.copyOf(null)
                .set(SUMMARY, summary.toString())
                .set("testFailureIgnore", "false")
                .set("failOnFlakeCount", "0")
                .set("failIfNoTests", "false");
    }
}
