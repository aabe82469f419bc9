package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.round.WorkerProperties;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Learns from Surefire how it starts a worker: has it start one that tells, and runs nothing. */
public final class WorkerLookup {
    private WorkerLookup() {}

    /**
     * Learns it.
     *
     * @param run what the worker is told
     * @param module where the module writes
     * @param file where the worker writes, in a directory that is its owner's alone
     * @throws MojoExecutionException if the project's tests run in a way that cannot be repeated, or no worker starts
     */
    public static WorkerStart learn(Surefire surefire, Run run, RunDirectories module, Path file)
            throws MojoExecutionException, IOException {
        Optional<String> obstacle = obstacle(surefire);
        if (obstacle.isPresent()) {
            throw new MojoExecutionException("surefoot:diagnose starts JVMs like this project's workers by itself, and "
                    + obstacle.get() + ". Find the culprit by replays: mvn surefoot:replay -Dsurefoot.worker=…");
        }
        SurefireResult result = surefire.run(configuration(surefire, run, module, file));
        if (!Files.exists(file)) {
            throw result instanceof SurefireResult.Faulted faulted
                    ? new MojoExecutionException(faulted.message(), faulted.exception())
                    : new MojoExecutionException("Surefire started no worker: there are no test classes to find, or"
                            + " it is told to skip them.");
        }
        WorkerStart start = WorkerStart.read(file);
        Files.delete(file);
        return start;
    }

    private static Optional<String> obstacle(Surefire surefire) {
        if (surefire.isModular()) {
            return Optional.of("these run on a module path, which it cannot do yet");
        }
        if (surefire.isDebugged()) {
            return Optional.of("these wait for a debugger (debugForkedProcess): leave it out");
        }
        return surefire.parameter("useSystemClassLoader")
                .filter("false"::equals)
                .map(value -> "these have their classes in a loader of Surefire's (useSystemClassLoader), which it"
                        + " cannot do");
    }

    private static SurefireConfiguration configuration(Surefire surefire, Run run, RunDirectories module, Path file)
            throws IOException {
        RunDirectories directories = new RunDirectories(module.root().resolve("diagnose"));
        directories.prepare();
        Files.createDirectories(module.work());
        SurefireConfiguration configuration = surefire.withJvmArguments(surefire.configuration());
        configuration
                .set("forkCount", "1")
                .set("reuseForks", "true")
                // Then the worker finds its class path in its environment.
                .set("useManifestOnlyJar", "false")
                .set("failIfNoTests", "false")
                .set("failIfNoSpecifiedTests", "false")
                .set("printSummary", "false")
                .set("reportsDirectory", directories.root().resolve("reports").toString());
        configuration.addProperties(surefire.providerProperties());
        configuration.addProperties(new WorkerProperties(run, module.work(), directories.journals())
                .round(1)
                .describe(file)
                .asMap());
        return configuration;
    }
}
