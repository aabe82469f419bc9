package io.github.surefoot.maven.round;

import io.github.surefoot.core.journal.JournalTail;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads the journals of a round, or of all rounds of warm workers, while it runs, and tells how far it has come. */
final class RoundWatch {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-progress");
        thread.setDaemon(true);
        return thread;
    });
    private final Path journals;
    private final Path plan;
    private final boolean warm;
    private final String glob;
    private final RoundListener listener;
    private final Map<Path, WorkerWatch> workers = new HashMap<>();
    private final Map<Integer, RoundSoFar> rounds = new HashMap<>();
    private int round;
    private long roundStart = System.currentTimeMillis();
    private int planned;
    private boolean closed;

    /**
     * Prepares to watch a round.
     *
     * @param plan the file in which its classes will be planned
     * @param round from 1; 0 for all rounds of warm workers
     */
    RoundWatch(Path journals, Path plan, int round, RoundListener listener) {
        this.journals = journals;
        this.plan = plan;
        this.listener = listener;
        this.warm = round == 0;
        this.round = Math.max(1, round);
        glob = warm ? "w*.journal" : "r" + round + "w*.journal";
    }

    /**
     * Starts to watch a round.
     *
     * @param every how often to tell
     */
    static RoundWatch start(Path journals, Path plan, int round, Duration every, RoundListener listener) {
        RoundWatch watch = new RoundWatch(journals, plan, round, listener);
        long millis = every.toMillis();
        // What it returns is not looked at: a round goes on even if nobody can see how far it has come.
        var unused = watch.clock.scheduleAtFixedRate(watch::tell, millis, millis, TimeUnit.MILLISECONDS);
        return watch;
    }

    private synchronized void tell() {
        if (closed) {
            return;
        }
        look();
        RoundSoFar now = soFar(round);
        listener.underWay(
                new Progress(round, now.classesDone(), planned, now.failed(), System.currentTimeMillis() - roundStart));
    }

    /** Reads what is new, and tells of the warm rounds that it completes. */
    synchronized void look() {
        try {
            if (planned == 0 && Files.exists(plan)) {
                planned = Files.readAllLines(plan).size();
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(journals, glob)) {
                for (Path file : files) {
                    workers.computeIfAbsent(file, f -> new WorkerWatch(new JournalTail(f)))
                            .readOn(this::soFar);
                }
            }
        } catch (IOException e) {
            // A test may have removed the directory. There is nothing to watch any more; the judge will miss it.
            clock.shutdown();
            return;
        }
        while (warm && planned > 0 && soFar(round).classesDone() >= planned) {
            RoundSoFar done = soFar(round);
            listener.roundDone(round, done.tally(), Math.max(0, done.lastEnd() - roundStart));
            roundStart = done.lastEnd();
            rounds.remove(round);
            round++;
        }
    }

    private RoundSoFar soFar(int number) {
        return rounds.computeIfAbsent(number, RoundSoFar::new);
    }

    /** Stops to watch, after a last look: the end of the last warm round may have come since. */
    synchronized void close() {
        closed = true;
        clock.shutdownNow();
        if (warm) {
            look();
        }
    }
}
