package io.github.surefoot.maven.round;

import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.core.shard.ShardRequest;
import io.github.surefoot.maven.classdata.ClassData;
import io.github.surefoot.maven.guard.WorkerGuard;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs the rounds of a run by the real Surefire, until every planned class had its turn. What came of the tests is not
 * its business: the journals tell.
 *
 * <p>A single round is Surefire's, as it would run it. Several rounds are one execution of Surefire too, in which the
 * workers share the classes of all rounds.
 */
public final class RoundEngine {
    private static final String TEST = "test";

    private final WorkerExecutions executions;
    private final Run run;
    private final RunDirectories directories;
    private final RenewalSettings renewal;
    private final RoundListener listener;
    private final RoundFixture fixture;
    private final Clock clock = Clock.systemUTC();
    private final UnderWay underWay = new UnderWay();

    /**
     * Prepares a run.
     *
     * @param classData what its workers share; the caller closes it
     * @param renewal what is to be known where classes are renewed
     * @param interruption what may end the run before its time; the caller closes it
     */
    public RoundEngine(
            Surefire surefire,
            Run run,
            RunDirectories directories,
            ClassData classData,
            RenewalSettings renewal,
            RoundListener listener,
            Interruption interruption) {
        this(surefire, run, directories, classData, renewal, listener, RoundFixture.NONE, interruption);
    }

    /**
     * Prepares a run, of which each round has something anew.
     *
     * @param fixture that; rounds are to run one by one
     */
    public RoundEngine(
            Surefire surefire,
            Run run,
            RunDirectories directories,
            ClassData classData,
            RenewalSettings renewal,
            RoundListener listener,
            RoundFixture fixture,
            Interruption interruption) {
        this.fixture = fixture;
        executions = new WorkerExecutions(surefire, run, directories, classData, interruption);
        this.run = run;
        this.directories = directories;
        this.renewal = renewal;
        this.listener = listener;
    }

    /**
     * Runs all rounds.
     *
     * @return what Surefire said last
     * @throws MojoExecutionException if Surefire cannot run any test at all
     * @throws IOException if the journals cannot be written or read
     */
    public SurefireResult run() throws MojoExecutionException, IOException {
        directories.prepare();
        try (RunJournal journal = RunJournal.start(directories.journals(), header(), clock)) {
            underWay.writes(journal);
            if (run.shard().isPresent()) {
                run.shard().get().write(directories.shard());
            }
            SurefireResult result = runWithFixture(journal);
            if (run.shard().isPresent()) {
                sharded(journal, run.shard().get());
            }
            journal.finished();
            return result;
        }
    }

    @SuppressWarnings("try") // It is closed, whatever has happened.
    private SurefireResult runWithFixture(RunJournal journal) throws MojoExecutionException, IOException {
        try (RoundFixture closed = fixture) {
            fixture.begin(1).ifPresent(journal::told);
            if (run.settings().rounds() > 1) {
                return runAll(journal);
            }
            SurefireResult result = runOne(journal);
            fixture.end(1).ifPresent(journal::told);
            return result;
        }
    }

    /**
     * Ends the run before its time: writes down which rounds were over, and asks the workers to end. To be called on
     * another thread than the run's, which stops at the interruption.
     *
     * @return whether there is a run to be judged
     * @throws IOException if the journal cannot be written
     */
    public boolean interrupt() throws IOException {
        return underWay.interrupt();
    }

    /**
     * Waits for the end of the workers of an interrupted run, as long as they may take to close what they have, and takes
     * down what the round had.
     */
    public void awaitWorkers() {
        underWay.awaitWorkers(run.settings().disposalTimeout());
        fixture.close();
    }

    private JournalEntry.RunStarted header() {
        return new JournalEntry.RunStarted(
                run.id(),
                run.module(),
                run.settings().rounds(),
                run.workers(),
                run.settings().kind(),
                run.settings().order().word(),
                run.settings().order().seed(),
                run.suite(),
                clock.millis(),
                run.about());
    }

    /** Has Surefire run one round as it would: its output, its reports, its verdict, its way with dead workers. */
    @SuppressWarnings("try") // The guard looks on.
    private SurefireResult runOne(RunJournal journal) throws MojoExecutionException, IOException {
        Path plan = directories.plan(1, 1);
        journal.roundStarted(1, 1, clock.millis());
        SurefireResult result;
        try (WorkerGuard guard = WorkerGuard.start(
                directories.journals(), executions.limits(), journal::stopped, leftByTheDead(journal))) {
            underWay.guards(guard);
            result = executions.run(
                    executions.asInTheProject(),
                    executions.properties().round(1).plan(plan));
        }
        journal.planned(1, Files.exists(plan) ? Files.readAllLines(plan) : List.of());
        journal.roundFinished(1, 1, fault(result), clock.millis());
        if (!(result instanceof SurefireResult.Content)) {
            RunWatch watch =
                    new RunWatch(directories.journals(), plan, run.settings().renewed());
            watch.lookAfterTheEnd();
            refuseIfNothingRan(watch, result);
        }
        return result;
    }

    @SuppressWarnings("try") // The guard looks on.
    private SurefireResult runAll(RunJournal journal) throws MojoExecutionException, IOException {
        Path plan = directories.plan(0, 1);
        RunWatch watch =
                new RunWatch(directories.journals(), plan, run.settings().renewed());
        Consumer<JournalEntry.WorkerStopped> stopped = stop -> {
            journal.stopped(stop);
            watch.stopped(stop);
        };
        try (WorkerGuard guard = WorkerGuard.start(
                        directories.journals(), executions.limits(), stopped, leftByTheDead(journal));
                RoundAnnouncer announcer =
                        new RoundAnnouncer(watch, journal, directories, listener, fixture, run.settings(), clock)) {
            underWay.guards(guard);
            underWay.follows(announcer);
            announcer.start();
            SurefireResult result = run.settings().renewed()
                    ? new RenewedExecutions(executions, directories, renewal, journal, watch, announcer, listener).run()
                    : executions.run(
                            executions.sharing(),
                            executions
                                    .properties()
                                    .shared(executions.oneClassEach(), directories.output())
                                    .plan(plan));
            announcer.surefireEnded(result);
            refuseIfNothingRan(watch, result);
            for (int round : announcer.untold()) {
                takeUpAgain(journal, watch, round, result);
                announcer.tellAsItIs(round);
            }
            return result;
        }
    }

    /** Who is told of a process that outlives a worker which died; it is called on the guard's thread. */
    private Consumer<LeftProcess> leftByTheDead(RunJournal journal) {
        String setting = run.userSettings()
                .getOrDefault(Setting.LEAKED_PROCESSES.key(), "warn")
                .strip();
        return setting.equals("off")
                ? left -> {}
                : left -> {
                    journal.left(left, setting.equals("fail"));
                    listener.processLeft(left);
                };
    }

    /** Writes down what was planned for all shards, once it is known. */
    private void sharded(RunJournal journal, ShardRequest request) throws MojoExecutionException, IOException {
        Path plan = run.settings().rounds() == 1 ? directories.plan(1, 1) : directories.plan(0, 1);
        ShardPlan whole = request.plan(WholeFile.lines(ShardRequest.whole(plan)));
        if (whole.size() == 0 && run.filters().containsKey(TEST)) {
            throw new MojoExecutionException(
                    "No tests match -Dtest=" + run.filters().get(TEST) + ", in any shard.");
        }
        journal.sharded(whole);
        whole.tooLong().ifPresent(longest -> listener.unevenShards(longest, whole.slowestOverMean()));
    }

    /** A Surefire that cannot start would fail in every round the same way, and no test is to blame. */
    private void refuseIfNothingRan(RunWatch watch, SurefireResult result) throws MojoExecutionException {
        if (!(result instanceof SurefireResult.Content) && !watch.anyTest()) {
            throw new SurefireCannotRun(executions.plugin(), executions.unsetInJvmArguments(), result)
                    .asMojoException();
        }
    }

    /** Has fresh workers run what dead ones left of a round, until nothing is left or nothing moves. */
    private void takeUpAgain(RunJournal journal, RunWatch watch, int round, SurefireResult first)
            throws MojoExecutionException, IOException {
        SurefireResult last = first;
        List<String> left = watch.left(round);
        // A worker may die and Surefire not know: its test may have said goodbye on its behalf.
        for (int attempt = 2;
                (watch.anyDied() || last instanceof SurefireResult.Faulted) && !left.isEmpty();
                attempt++) {
            listener.takenUpAgain(round, left.size(), fault(last));
            journal.roundStarted(round, attempt, clock.millis());
            // What has left the classes may have removed the directories as well; the judge will miss what was in them.
            directories.ensure();
            last = executions.run(
                    executions.quiet(),
                    executions
                            .properties()
                            .round(round)
                            .output(directories.output())
                            .plan(directories.plan(round, attempt))
                            .only(directories.only(round, attempt), left));
            journal.roundFinished(round, attempt, fault(last), clock.millis());
            directories.ensure();
            watch.lookAfterTheEnd();
            List<String> still = watch.left(round);
            if (still.size() == left.size()) {
                return;
            }
            left = still;
        }
    }

    private static String fault(SurefireResult result) {
        return result instanceof SurefireResult.Faulted faulted ? faulted.message() : "";
    }
}
