package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.round.WorkerProperties;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoExecutionException;

/** Learns from Surefire how it starts a worker: has it start one that tells, and runs nothing. */
public final class WorkerLookup {
    private static final String SYSTEM_LOADER = "useSystemClassLoader";

    private WorkerLookup() {}

    /**
     * Learns it.
     *
     * @param run what the worker is told
     * @param module where the module writes
     * @param file where the worker writes, in a directory that is its owner's alone
     * @param replay the command that replays a worker, up to the worker
     * @throws MojoExecutionException if the project's tests run in a way that cannot be repeated, or no worker starts
     */
    public static WorkerStart learn(Surefire surefire, Run run, RunDirectories module, Path file, String replay)
            throws MojoExecutionException, IOException {
        return learn(
                surefire,
                configuration(surefire, run, module, file),
                file,
                obstacle -> "surefoot:diagnose starts JVMs like this project's workers by itself, and " + obstacle
                        + ". Find the culprit by replays: " + replay + " -Dsurefoot.worker=…");
    }

    /**
     * Learns it, and which classes the suite has, in Surefire's order.
     *
     * @param run what the worker is told
     * @param module where the module writes
     * @param file where the worker writes, in a directory that is its owner's alone
     * @param suite the command that runs the suite
     * @return how the worker was started; empty if the suite has no class
     * @throws MojoExecutionException if the project's tests run in a way that cannot be repeated
     */
    public static Optional<WorkerStart> learnSuite(
            Surefire surefire, Run run, RunDirectories module, Path file, String suite)
            throws MojoExecutionException, IOException {
        SurefireConfiguration configuration =
                configuration(surefire, run, module, file).addProperties(Map.of(WorkerProperty.FIND.key(), "true"));
        return found(surefire, run, configuration, file, suite);
    }

    /** Returns the classes that such a worker has found. */
    public static List<String> classes(WorkerStart start) {
        String found = start.settings().getOrDefault(WorkerProperty.FOUND.key(), "");
        return found.isEmpty() ? List.of() : List.of(found.split(",", -1));
    }

    /**
     * Learns it, and which classes have some tests.
     *
     * @param run what the worker is told
     * @param module where the module writes
     * @param file where the worker writes, in a directory that is its owner's alone
     * @param test the tests, as Surefire's parameter of that name has them
     * @param suite the command that runs the suite
     * @return how the worker was started; empty if Surefire finds no class with such a test
     * @throws MojoExecutionException if the project's tests run in a way that cannot be repeated
     */
    public static Optional<WorkerStart> learn(
            Surefire surefire, Run run, RunDirectories module, Path file, String test, String suite)
            throws MojoExecutionException, IOException {
        SurefireConfiguration configuration = configuration(surefire, run, module, file)
                .set("test", test)
                .addProperties(Map.of(WorkerProperty.TEST.key(), test));
        return found(surefire, run, configuration, file, suite);
    }

    private static Optional<WorkerStart> found(
            Surefire surefire, Run run, SurefireConfiguration configuration, Path file, String suite)
            throws MojoExecutionException, IOException {
        try {
            WorkerStart start = learn(
                    surefire,
                    configuration,
                    file,
                    obstacle -> "surefoot:" + run.id() + " starts JVMs like this project's workers by itself, and "
                            + obstacle + ". Run many rounds instead: " + suite + " -Dtest=… -Dsurefoot.rounds=100");
            return Optional.of(start).filter(told -> !classes(told).isEmpty());
        } catch (NoWorkerException e) {
            return Optional.empty();
        }
    }

    /** Surefire had nothing to start a worker for. */
    private static final class NoWorkerException extends MojoExecutionException {
        private static final long serialVersionUID = 1;

        NoWorkerException() {
            super("Surefire started no worker: there are no test classes to find, or it is told to skip them.");
        }
    }

    private static WorkerStart learn(
            Surefire surefire, SurefireConfiguration configuration, Path file, UnaryOperator<String> message)
            throws MojoExecutionException, IOException {
        Optional<String> obstacle = obstacle(surefire);
        if (obstacle.isPresent()) {
            throw new MojoExecutionException(message.apply(obstacle.get()));
        }
        surefire.withSummary(configuration, file.resolveSibling("failsafe-summary.xml"));
        SurefireResult result = surefire.runQuietly(configuration);
        if (!Files.exists(file)) {
            throw result instanceof SurefireResult.Faulted faulted
                    ? new MojoExecutionException(faulted.message(), faulted.exception())
                    : new NoWorkerException();
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
        return Optional.empty();
    }

    /**
     * Tells that JVMs which are started like a worker are not quite like one: a loader of Surefire's own cannot be had
     * without Surefire. Few tests mind: those that ask who loaded them, or expect what is loaded to be found by nobody else.
     *
     * @return what is otherwise, if anything is
     */
    public static Optional<String> otherwise(Surefire surefire) {
        return isByLoader(surefire)
                ? Optional.of(
                        "The project's tests have their classes in a loader of Surefire's (useSystemClassLoader); here"
                                + " they have them on the class path of the JVM.")
                : Optional.empty();
    }

    private static boolean isByLoader(Surefire surefire) {
        return surefire.parameter(SYSTEM_LOADER).filter("false"::equals).isPresent();
    }

    private static SurefireConfiguration configuration(Surefire surefire, Run run, RunDirectories module, Path file)
            throws IOException {
        RunDirectories directories = new RunDirectories(module.root().resolve(run.id()));
        directories.prepare();
        Files.createDirectories(module.work());
        SurefireConfiguration configuration = surefire.withJvmArguments(surefire.configuration());
        configuration
                .set("forkCount", "1")
                .set("reuseForks", "true")
                // Then the worker finds its class path in its environment.
                .set(SYSTEM_LOADER, "true")
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
