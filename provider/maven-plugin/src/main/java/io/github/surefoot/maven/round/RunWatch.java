package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.console.RoundNames;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalTail;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the workers' journals have told so far, of all rounds of a run. */
final class RunWatch {
    private final Path journals;
    private final Path plan;
    private final Map<Path, WorkerWatch> workers = new TreeMap<>();
    private final Map<Integer, RoundSoFar> rounds = new TreeMap<>();
    private final RoundNames names = new RoundNames();
    private final KindWatch kinds;

    /** The workers that Maven has ended, by label; those that follow journals are not those that end workers. */
    private final Map<String, JournalEntry.WorkerStopped> stops = new ConcurrentHashMap<>();

    private final List<LeftProcess> leftProcesses = new ArrayList<>(0);

    private List<String> planned = List.of();

    /**
     * Prepares to watch a run.
     *
     * @param plan the file in which the classes of each round will be planned
     * @param renewed whether its workers renew classes, and are held against fresh ones
     */
    RunWatch(Path journals, Path plan, boolean renewed) {
        kinds = new KindWatch(renewed);
        this.journals = journals;
        this.plan = plan;
    }

    /**
     * Reads what is new.
     *
     * @throws IOException if the journals cannot be read, because a test has removed them, say
     */
    void look() throws IOException {
        if (planned.isEmpty() && Files.exists(plan)) {
            planned = Files.readAllLines(plan);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(journals, JournalDirectory.WORKERS)) {
            for (Path file : files) {
                workers.computeIfAbsent(
                                file,
                                f -> new WorkerWatch(
                                        new JournalTail(f), this::round, kinds, stops::get, leftProcesses::add))
                        .readOn();
            }
        }
    }

    /** Reads what is new, now that no worker is alive: what was under way never ended. */
    void lookAfterTheEnd() throws IOException {
        look();
        workers.values().forEach(WorkerWatch::brokenOff);
    }

    /** Notes that Maven ends a worker. */
    void stopped(JournalEntry.WorkerStopped stop) {
        stops.put(stop.worker(), stop);
    }

    /** Returns the classes of each round; none before they are known. */
    List<String> planned() {
        return planned;
    }

    /** Returns what is known of a round. */
    RoundSoFar round(int number) {
        return rounds.computeIfAbsent(number, any -> new RoundSoFar(names));
    }

    /** Tells whether every class of a round had its turn, and no worker of that round is at work. */
    boolean isComplete(int number) {
        return round(number).isDone(planned)
                && workers.values().stream().noneMatch(worker -> worker.isAtWorkFor(number));
    }

    /** Returns the classes that nobody has taken up in a round. */
    List<String> left(int number) {
        return round(number).left(planned);
    }

    /** Returns the processes that tests have left behind, as far as nobody has asked for them yet. */
    List<LeftProcess> newlyLeftProcesses() {
        List<LeftProcess> result = List.copyOf(leftProcesses);
        leftProcesses.clear();
        return result;
    }

    /** Tells whether all of so many rounds were like the first, in each test, with whatever kind of workers. */
    boolean allAlike(int rounds) {
        return kinds.allAlike(rounds);
    }

    /** Tells whether anything was not like the first round by now, or failed. */
    boolean anyUnlike() {
        return kinds.anyUnlike();
    }

    /** Tells whether any execution failed by now. */
    boolean anyFailed() {
        return kinds.anyFailed();
    }

    /** Tells whether any worker died. */
    boolean anyDied() {
        return workers.values().stream().anyMatch(WorkerWatch::isDead);
    }

    /** Tells whether any worker could not have what its tests need. */
    boolean anyWithoutResource() {
        return workers.values().stream().anyMatch(WorkerWatch::isWithoutResource);
    }

    /** Tells whether any test has ended, or had begun when its worker died. */
    boolean anyTest() {
        return rounds.values().stream().anyMatch(round -> !round.tally().isEmpty());
    }
}
