package io.github.surefoot.maven.round;

import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs the rounds of a run, each by the real Surefire, until every planned class had its turn. What came of the tests
 * is not its business: the journals tell.
 */
public final class RoundEngine {
    /** Long enough to keep a CI log short, short enough for a person to see that it is alive. */
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    /** How long a worker may take to end itself. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Surefire surefire;
    private final Run run;
    private final RunDirectories directories;
    private final RoundListener listener;
    private final Clock clock = Clock.systemUTC();

    /** Prepares a run. */
    public RoundEngine(Surefire surefire, Run run, RunDirectories directories, RoundListener listener) {
        this.surefire = surefire;
        this.run = run;
        this.directories = directories;
        this.listener = listener;
    }

    /**
     * One execution of Surefire.
     *
     * @param round from 1; 0 for all rounds in warm workers
     * @param attempt from 1
     * @param only the classes to run; empty to have Surefire scan
     */
    private record Attempt(int round, int attempt, List<String> only) {}

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
            SurefireResult result = new SurefireResult.Content();
            if (run.settings().warm()) {
                result = runWarm(journal);
            } else {
                boolean goOn = true;
                for (int round = 1; goOn && round <= run.settings().rounds(); round++) {
                    long start = clock.millis();
                    result = runRound(journal, round);
                    goOn = listener.roundFinished(round, clock.millis() - start);
                }
            }
            journal.finished();
            return result;
        }
    }

    private JournalEntry.RunStarted header() {
        return new JournalEntry.RunStarted(
                run.id(),
                run.module(),
                run.settings().rounds(),
                run.workers(),
                run.settings().warm(),
                run.settings().order().word(),
                run.settings().order().seed(),
                run.suite(),
                clock.millis(),
                run.about());
    }

    private SurefireResult runRound(RunJournal journal, int round) throws MojoExecutionException, IOException {
        journal.roundStarted(round, 1);
        SurefireResult result = execute(new Attempt(round, 1, List.of()));
        List<String> planned = planned(round, 1);
        journal.planned(round, planned);
        journal.roundFinished(round, 1, fault(result));
        refuseIfNothingRan(result);
        takeUpAgain(journal, round, planned, result);
        return result;
    }

    private SurefireResult runWarm(RunJournal journal) throws MojoExecutionException, IOException {
        int rounds = run.settings().rounds();
        for (int round = 1; round <= rounds; round++) {
            journal.roundStarted(round, 1);
        }
        long start = clock.millis();
        SurefireResult result = execute(new Attempt(0, 1, List.of()));
        long share = (clock.millis() - start) / rounds;
        List<String> planned = planned(0, 1);
        for (int round = 1; round <= rounds; round++) {
            journal.planned(round, planned);
            journal.roundFinished(round, 1, fault(result));
        }
        refuseIfNothingRan(result);
        for (int round = 1; round <= rounds; round++) {
            takeUpAgain(journal, round, planned, result);
            listener.roundFinished(round, share);
        }
        return result;
    }

    /** A Surefire that cannot start would fail in every round the same way, and no test is to blame. */
    private void refuseIfNothingRan(SurefireResult result) throws MojoExecutionException, IOException {
        if (!(result instanceof SurefireResult.Content)
                && !RoundState.read(directories.journals()).anyTest()) {
            throw new SurefireCannotRun(result).asMojoException();
        }
    }

    /** Has fresh workers run what a dead one left, until nothing is left or nothing moves. */
    private void takeUpAgain(RunJournal journal, int round, List<String> planned, SurefireResult first)
            throws MojoExecutionException, IOException {
        // In a single round the verdict is Surefire's, and so is what it does when a worker dies.
        if (run.settings().rounds() == 1) {
            return;
        }
        SurefireResult last = first;
        RoundState state = RoundState.read(directories.journals());
        List<String> left = state.leftOf(planned, round);
        // A worker may die and Surefire not know: its test may have said goodbye on its behalf.
        boolean died = state.anyUnfinished();
        for (int attempt = 2; (died || last instanceof SurefireResult.Faulted) && !left.isEmpty(); attempt++) {
            listener.takenUpAgain(round, left.size(), fault(last));
            journal.roundStarted(round, attempt);
            last = execute(new Attempt(round, attempt, left));
            journal.roundFinished(round, attempt, fault(last));
            List<String> still = RoundState.read(directories.journals()).leftOf(planned, round);
            if (still.size() == left.size()) {
                return;
            }
            left = still;
        }
    }

    private static String fault(SurefireResult result) {
        return result instanceof SurefireResult.Faulted faulted ? faulted.message() : "";
    }

    private List<String> planned(int round, int attempt) throws IOException {
        Path plan = directories.plan(round, attempt);
        return Files.exists(plan) ? Files.readAllLines(plan) : List.of();
    }

    private SurefireResult execute(Attempt attempt) throws MojoExecutionException, IOException {
        SurefireConfiguration configuration = surefire.withJvmArguments(surefire.configuration());
        if (run.settings().rounds() > 1) {
            quieten(configuration, attempt);
        }
        if (run.settings().warm()) {
            configuration.set("reuseForks", "true");
        }
        configuration.set("forkCount", Integer.toString(run.workers()));
        directories.ensure();
        WorkerProperties properties = new WorkerProperties(run, directories.work(), directories.journals())
                .round(attempt.round())
                .plan(directories.plan(attempt.round(), attempt.attempt()));
        if (!attempt.only().isEmpty()) {
            properties.only(directories.only(attempt.round(), attempt.attempt()), attempt.only());
        }
        run.settings().roundTimeout().ifPresent(limit -> limit(configuration, properties, limit));
        configuration.addProperties(surefire.providerProperties());
        configuration.addProperties(properties.asMap());
        Path plan = directories.plan(attempt.round(), attempt.attempt());
        RoundWatch watch =
                RoundWatch.start(directories.journals(), plan, attempt.round(), TELL_EVERY, listener::underWay);
        try {
            return surefire.run(configuration);
        } finally {
            watch.close();
        }
    }

    /** A worker ends itself at the limit, and tells what hangs; Surefire ends those that cannot. */
    private void limit(SurefireConfiguration configuration, WorkerProperties properties, Duration limit) {
        Duration all = run.settings().warm() ? limit.multipliedBy(run.settings().rounds()) : limit;
        properties.deadline(clock.instant().plus(all));
        configuration.set(
                "forkedProcessTimeoutInSeconds", Long.toString(all.plus(GRACE).toSeconds()));
    }

    /** Several rounds are judged by the gate, and reported from the journals: Surefire's own reports are kept apart. */
    private void quieten(SurefireConfiguration configuration, Attempt attempt) {
        configuration.set("testFailureIgnore", "false");
        configuration.set(
                "reportsDirectory",
                directories.reports(attempt.round(), attempt.attempt()).toString());
        if (attempt.round() > 1 || attempt.attempt() > 1) {
            configuration.set("printSummary", "false");
            configuration.set("redirectTestOutputToFile", "true");
        }
    }
}
