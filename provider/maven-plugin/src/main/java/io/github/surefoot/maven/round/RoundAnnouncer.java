package io.github.surefoot.maven.round;

import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the rounds of a run while its workers share them: writes down and tells when each is complete, in order, and
 * opens the next where rounds run one by one.
 */
final class RoundAnnouncer implements AutoCloseable {
    /** Whoever ends Maven often ends its workers at the same moment: a death that was seen just before may be of that. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** Short enough for a person to see that it is alive. A listener that writes a log tells less often. */
    private static final int LOOKS_PER_NEWS = 5;

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-progress");
        thread.setDaemon(true);
        return thread;
    });
    private final RunWatch watch;
    private final RunJournal journal;
    private final RunDirectories directories;
    private final RoundListener listener;
    private final RoundFixture fixture;
    private final int rounds;
    private final boolean oneByOne;
    private final Clock clock;
    private final BitSet finished = new BitSet();
    private int begun;
    private int told;
    private long toldAt;
    private int looks;
    private boolean stopped;
    private boolean mayEndEarly = true;
    private boolean endedEarly;
    private @Nullable RuntimeException failure;

    RoundAnnouncer(
            RunWatch watch,
            RunJournal journal,
            RunDirectories directories,
            RoundListener listener,
            RoundFixture fixture,
            RunSettings settings,
            Clock clock) {
        this.fixture = fixture;
        this.watch = watch;
        this.journal = journal;
        this.directories = directories;
        this.listener = listener;
        this.rounds = settings.rounds();
        this.oneByOne = !settings.overlap();
        this.clock = clock;
    }

    /** Starts to follow, on a thread of its own. */
    void start() {
        long millis = LOOK_EVERY.toMillis();
        // What it returns is not looked at: a failure is kept, and thrown once Surefire has ended.
        var unused = ticker.scheduleWithFixedDelay(this::tick, millis, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        try {
            watch.look();
            watch.newlyLeftProcesses().forEach(listener::processLeft);
            tellWhatIsComplete();
            if (++looks % LOOKS_PER_NEWS == 0 && told < rounds) {
                listener.underWay(progress());
            }
        } catch (IOException e) {
            // A test may have removed the directory. There is nothing to follow any more; the judge will miss it.
            ticker.shutdown();
            stop();
        } catch (RuntimeException e) {
            failure = e;
            ticker.shutdown();
            stop();
        }
    }

    private Progress progress() {
        RoundSoFar now = watch.round(told + 1);
        long millis = now.isSeen() ? Math.max(0, clock.millis() - now.firstStart()) : 0;
        return new Progress(told + 1, now.classesDone(), watch.planned().size(), now.failed(), millis);
    }

    private void tellWhatIsComplete() throws IOException {
        while (begun < rounds && watch.round(begun + 1).isSeen()) {
            begin(begun + 1, watch.round(begun + 1).firstStart());
        }
        if (!stopped && begun > 0 && watch.anyWithoutResource()) {
            // The worker has said so to the others; no further round can tell more.
            endEarly();
        }
        while (!stopped && told < rounds && watch.isComplete(told + 1)) {
            int round = told + 1;
            if (!mayHaveFault(round)) {
                finish(round, "", watch.round(round).lastEnd());
            }
            tell(round);
        }
    }

    /**
     * What ended its workers, or Surefire after the last round, is known when Surefire has ended. A listener that may
     * stop the run needs the round now.
     */
    private boolean mayHaveFault(int round) {
        return !oneByOne && (round == rounds || watch.round(round).hasDeaths());
    }

    private void finish(int round, String fault, long at) {
        finished.set(round);
        journal.roundFinished(round, 1, fault, at);
    }

    private void begin(int round, long at) {
        begun = round;
        journal.roundStarted(round, 1, at);
        journal.planned(round, watch.planned());
    }

    private void tell(int round) throws IOException {
        told = round;
        toldAt = clock.millis();
        RoundSoFar done = watch.round(round);
        long millis = done.isSeen() ? done.lastEnd() - done.firstStart() : 0;
        boolean goesOn = listener.roundFinished(done.tally().summary(round, millis));
        done.tally().forget();
        fixture.end(round).ifPresent(journal::told);
        if (!goesOn && mayEndEarly) {
            endEarly();
        } else if (round < rounds && !stopped) {
            fixture.begin(round + 1).ifPresent(journal::told);
            // A test may have removed the directory.
            directories.ensure();
            Files.write(directories.open(round + 1), new byte[0]);
        }
    }

    private void endEarly() throws IOException {
        endedEarly = true;
        sayWhichIsLast();
        stop();
    }

    /** Rounds that have begun are run to their end. The file comes about whole, since workers read it at any moment. */
    private void sayWhichIsLast() throws IOException {
        directories.ensure();
        WholeFile.write(directories.last(), List.of(Integer.toString(Math.max(told, begun))));
    }

    /** Returns how many rounds there are: fewer than planned if the listener wanted no more. */
    synchronized int roundsToRun() {
        return endedEarly ? lastRound() : rounds;
    }

    /** Has all rounds run from now on, whatever the listener says. */
    synchronized void runAll() {
        mayEndEarly = false;
    }

    /**
     * Has the rounds run that were left out after all.
     *
     * @return the last that was run
     */
    synchronized int goOn() throws IOException {
        int last = lastRound();
        endedEarly = false;
        mayEndEarly = false;
        stopped = false;
        Files.deleteIfExists(directories.last());
        Files.deleteIfExists(directories.stop());
        return last;
    }

    private void stop() {
        stopped = true;
        try {
            Files.write(directories.stop(), new byte[0]);
        } catch (IOException e) {
            // Without their directory, workers stop by themselves.
            ticker.shutdown();
        }
    }

    /**
     * Reads what is new after one of several executions, while no worker is alive, and tells of what is complete.
     *
     * @throws IOException if the journals cannot be read
     */
    synchronized void lookAfterTheEnd() throws IOException {
        directories.ensure();
        watch.lookAfterTheEnd();
        tellWhatIsComplete();
        if (endedEarly) {
            // A worker may have begun another round before it could read which is the last: that is run to its end too.
            sayWhichIsLast();
        }
    }

    /**
     * Writes down how Surefire's execution ended for all rounds, once no worker is alive.
     *
     * @throws IOException if the journals cannot be read
     */
    synchronized void surefireEnded(SurefireResult result) throws IOException {
        close();
        if (failure != null) {
            throw failure;
        }
        directories.ensure();
        watch.lookAfterTheEnd();
        watch.newlyLeftProcesses().forEach(listener::processLeft);
        tellWhatIsComplete();
        for (int round = 1; round <= lastRound(); round++) {
            String fault = faultOf(round, result);
            if (round > begun) {
                begin(round, clock.millis());
            }
            if (!finished.get(round)) {
                long end = watch.round(round).isSeen() ? watch.round(round).lastEnd() : clock.millis();
                finish(round, fault, end);
            } else if (!fault.isEmpty()) {
                journal.problem(fault);
            }
        }
    }

    /** Writes down which rounds were over when Maven was told to end, and tells of those that nobody knew of yet. */
    synchronized void interrupted() {
        close();
        stopped = true;
        try {
            watch.look();
            for (int round = 1; round <= rounds && wasOver(round); round++) {
                if (round > begun) {
                    begin(round, watch.round(round).firstStart());
                }
                if (!finished.get(round)) {
                    finish(round, "", watch.round(round).lastEnd());
                }
                if (round > told) {
                    tell(round);
                }
            }
        } catch (IOException e) {
            // A test has removed the directory: what is written down by now is what is known.
            return;
        }
    }

    private boolean wasOver(int round) {
        if (finished.get(round)) {
            return true;
        }
        boolean seenBefore = round < told || (round == told && clock.millis() - toldAt >= SAME_MOMENT.toMillis());
        return watch.isComplete(round) && (seenBefore || !watch.round(round).hasDeaths());
    }

    /** A worker's death is a matter of the round it worked for; what is of no round is told with the last. */
    private String faultOf(int round, SurefireResult result) {
        if (!(result instanceof SurefireResult.Faulted faulted)) {
            return "";
        }
        // A worker that died has used up a fork: what a later round was left by that is no fault of its own.
        boolean ofThisRound = watch.anyDied()
                ? watch.round(round).hasDeaths()
                : !watch.left(round).isEmpty() || round == lastRound();
        return ofThisRound ? faulted.message() : "";
    }

    /** Returns the last round that was to run: the last that was told if the listener wanted no more. */
    private int lastRound() {
        return stopped ? Math.max(told, begun) : rounds;
    }

    /** Returns the rounds that are still to be told, since classes of theirs, or of one before, were left. */
    synchronized List<Integer> untold() {
        return IntStream.rangeClosed(told + 1, lastRound()).boxed().toList();
    }

    /** Tells of a round as it is. */
    synchronized void tellAsItIs(int round) throws IOException {
        tell(round);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
