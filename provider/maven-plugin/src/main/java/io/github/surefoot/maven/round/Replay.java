package io.github.surefoot.maven.round;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.PlanDirectory;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs what one worker ran, in its order, in one fresh worker. */
public final class Replay {
    private static final String RELATED = "replay";

    private final Journal journal;
    private final JournalEntry.WorkerStarted header;
    private final OptionalInt onlyRound;

    private Replay(Journal journal, JournalEntry.WorkerStarted header, OptionalInt onlyRound) {
        this.journal = journal;
        this.header = header;
        this.onlyRound = onlyRound;
    }

    /**
     * Reads the journal of the worker to replay.
     *
     * @param onlyRound the round to replay of a warm worker; empty for all it ran
     * @throws MojoExecutionException if it is not a worker's journal
     * @throws IOException if it cannot be read
     */
    public static Replay of(Path file, OptionalInt onlyRound) throws MojoExecutionException, IOException {
        Journal journal = JournalReader.read(file);
        if (!(journal.header() instanceof JournalEntry.WorkerStarted header)) {
            throw new MojoExecutionException(file + " is the journal of a run, not of a worker. Give the journal of a"
                    + " worker, for example r2w1.journal beside it.");
        }
        return new Replay(journal, header, onlyRound);
    }

    /** Returns the worker that is replayed. */
    public WorkerId worker() {
        return header.worker();
    }

    /** Returns a fact of the worker's journal, such as {@code suite} or {@code seed}; empty if it is not there. */
    public String about(String name) {
        return header.about().getOrDefault(name, "");
    }

    /** Returns how many rounds the worker ran. */
    public int rounds() {
        return schedule().keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** Returns the classes the worker took up, round by round, in its order. */
    public Map<Integer, List<String>> schedule() {
        Map<Integer, List<String>> result = new TreeMap<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry instanceof JournalEntry.ClassStarted started
                    && (onlyRound.isEmpty() || onlyRound.getAsInt() == started.round())) {
                result.computeIfAbsent(started.round(), round -> new ArrayList<>())
                        .add(started.className());
            }
        }
        return result;
    }

    /** Returns what did not pass when the worker ran it. */
    public Failures failures() {
        return Failures.of(journal);
    }

    /**
     * Runs it.
     *
     * @param run how: the order and seed of the worker, one worker
     * @param directories where this module writes; the journals of the last run are left alone
     * @return what Surefire said
     */
    public SurefireResult run(Surefire surefire, Run run, RunDirectories directories)
            throws MojoExecutionException, IOException {
        RunDirectories own = new RunDirectories(directories.root().resolve(RELATED));
        own.prepare();
        SurefireConfiguration configuration = surefire.withJvmArguments(surefire.configuration());
        configuration
                .set("forkCount", "1")
                .set("reuseForks", "true")
                .set("testFailureIgnore", "false")
                .set("reportsDirectory", own.root().resolve("reports").toString());
        header.about().forEach((name, value) -> {
            if (name.startsWith(WorkerFact.FILTER)) {
                configuration.set(name.substring(WorkerFact.FILTER.length()), value);
            }
        });
        boolean allRounds = worker().isWarm() && onlyRound.isEmpty();
        configuration.addProperties(surefire.providerProperties());
        configuration.addProperties(new WorkerProperties(run, directories.work(), own.journals())
                .round(allRounds ? WorkerProperty.ALL_ROUNDS : onlyRound.orElse(worker().round()))
                .plan(own.plan(1, 1))
                .only(own.only(1, 1), lines())
                .dispatch(Dispatch.parse(about(WorkerFact.DISPATCH)))
                .asMap());
        return surefire.run(configuration);
    }

    private List<String> lines() {
        List<String> result = new ArrayList<>();
        schedule().forEach((round, classes) -> {
            result.add(PlanDirectory.roundLine(round));
            result.addAll(classes);
        });
        return result;
    }

    /** Reads what became of it. */
    public static Failures outcome(RunDirectories directories) throws IOException {
        Path journals = new RunDirectories(directories.root().resolve(RELATED)).journals();
        try (Stream<Path> files = Files.list(journals)) {
            Path file = files.filter(JournalDirectory::isJournal)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the replay left no journal in " + journals));
            return Failures.of(JournalReader.read(file));
        }
    }
}
