package io.github.surefoot.maven.loop;

import io.github.surefoot.core.probe.ProbeReply;
import java.io.IOException;
import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs the tests of a loop. */
@FunctionalInterface
public interface LoopRuns {

    /**
     * Runs them once.
     *
     * @param limit how long no test may begin
     * @return how it ended
     * @throws MojoExecutionException if they cannot be run at all
     */
    ProbeReply run(Duration limit) throws MojoExecutionException, IOException, InterruptedException;
}
