package io.github.surefoot.maven.round;

import io.github.surefoot.maven.classdata.ClassData;
import io.github.surefoot.maven.classdata.MemoryChoice;
import io.github.surefoot.maven.guard.WorkerLimits;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.SurefiresRandomOrder;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** The executions of Surefire that a run is made of: how each is configured, and what its workers are told. */
final class WorkerExecutions {
    /**
     * How long after its limit Surefire ends a fork by itself: one that never began a journal, so that nobody else knows
     * of it. Surefire counts from the start of the process, and on a busy machine that is long before a worker begins.
     */
    private static final Duration GRACE = Duration.ofSeconds(70);

    private static final Pattern COMPILER =
            Pattern.compile("-Xint|-Xcomp|-Xmixed|-client|-server|-XX:\\S*(Tier|Compil|JVMCI|CodeCache)");

    private final Surefire surefire;
    private final Run run;
    private final RunDirectories directories;
    private final ClassData classData;
    private final Interruption interruption;
    private int begun;

    WorkerExecutions(
            Surefire surefire, Run run, RunDirectories directories, ClassData classData, Interruption interruption) {
        this.surefire = surefire;
        this.run = run;
        this.directories = directories;
        this.classData = classData;
        this.interruption = interruption;
    }

    Run run() {
        return run;
    }

    /** Returns which plugin runs the tests. */
    TestPlugin plugin() {
        return surefire.kind();
    }

    /** Returns the properties that the workers' JVM arguments leave to be set late, and that nobody has set. */
    List<String> unsetInJvmArguments() {
        return surefire.unsetInJvmArguments();
    }

    /** Returns the project's own way, with so many workers as it is to have. */
    SurefireConfiguration asInTheProject() {
        return classData.in(withWorkers(1));
    }

    /** Returns the same for one of several executions: Surefire has nothing to tell of it. */
    SurefireConfiguration quiet() {
        return quiet(asInTheProject());
    }

    /** Returns the same with a fork for each worker of each round: Surefire starts the next when one has ended. */
    SurefireConfiguration sharing() {
        return quiet().set("reuseForks", "false");
    }

    /**
     * Returns the same for a run in which the class path of workers has to be known, which Surefire otherwise hides in a
     * jar.
     */
    SurefireConfiguration telling() {
        return sharing().set("useManifestOnlyJar", "false");
    }

    /**
     * Returns the same for workers that renew classes.
     *
     * @param arguments the file of what their JVMs need
     */
    SurefireConfiguration renewing(Path arguments) {
        SurefireConfiguration configuration = quiet(withWorkers(run.settings().rounds()))
                .set("reuseForks", "false")
                .set("useManifestOnlyJar", "false");
        return surefire.withJvmArgument(configuration, "\"@" + arguments + "\"");
    }

    /** Tells whether the project itself says how its workers compile code. */
    boolean sayHowToCompile() {
        return COMPILER.matcher(surefire.jvmArguments()).find();
    }

    /** Returns what is chosen of the memory of workers. */
    MemoryChoice memoryChoice() {
        return new MemoryChoice(List.of(surefire.jvmArguments()), System.getenv());
    }

    private SurefireConfiguration withWorkers(int roundsOfOne) {
        SurefireConfiguration configuration = surefire.withJvmArguments(surefire.configuration());
        configuration.set("forkCount", Integer.toString(run.workers()));
        SurefiresRandomOrder.apply(run.filters(), configuration);
        if (run.shard().isPresent()) {
            // Others may have the classes that were asked for: RoundEngine knows whether anybody has.
            configuration.set("failIfNoTests", "false").set("failIfNoSpecifiedTests", "false");
        }
        run.settings()
                .workerTimeout()
                .ifPresent(limit -> configuration.set(
                        "forkedProcessTimeoutInSeconds",
                        Long.toString(
                                limit.multipliedBy(roundsOfOne).plus(GRACE).toSeconds())));
        return configuration;
    }

    /** Several rounds are judged by the gate, and reported from the journals: Surefire itself has nothing to tell. */
    private SurefireConfiguration quiet(SurefireConfiguration configuration) {
        return configuration
                .set("testFailureIgnore", "false")
                .set("reportsDirectory", directories.surefire().toString())
                .disableXmlReports()
                .set("printSummary", "false")
                .set("redirectTestOutputToFile", "true");
    }

    /** Returns how long each of them, and its tests, may take. */
    WorkerLimits limits() {
        return new WorkerLimits(
                run.settings().testTimeout(),
                run.settings().workerTimeout(),
                run.settings().disposalTimeout());
    }

    /** A worker ends itself at its limit, and tells what hangs; the guard ends those that cannot. */
    WorkerProperties properties() {
        WorkerProperties properties = new WorkerProperties(run, directories.work(), directories.journals());
        run.settings().workerTimeout().ifPresent(properties::lifetime);
        run.shard().ifPresent(shard -> properties.shard(directories.shard()));
        return properties;
    }

    /** Has Surefire run one. */
    SurefireResult run(SurefireConfiguration configuration, WorkerProperties properties)
            throws MojoExecutionException, IOException {
        directories.ensure();
        configuration.addProperties(surefire.providerProperties());
        configuration.addProperties(properties.asMap());
        surefire.withSummary(configuration, directories.summary(++begun));
        try {
            return run.settings().rounds() == 1 ? surefire.run(configuration) : surefire.runQuietly(configuration);
        } finally {
            interruption.stopHere();
        }
    }

    /** Tells whether the project wants a JVM for each class. */
    boolean oneClassEach() {
        return !run.settings().warm()
                && surefire.parameter("reuseForks").filter("false"::equals).isPresent();
    }
}
