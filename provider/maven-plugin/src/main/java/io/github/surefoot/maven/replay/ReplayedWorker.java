package io.github.surefoot.maven.replay;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.protocol.WorkerProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The worker that a user wants to see again.
 *
 * @param schedule what it ran; of a warm worker only the round the user named, if any
 * @param failures what did not pass then
 */
public record ReplayedWorker(Schedule schedule, WorkerFailures failures) {
    private static final String SETTING = Setting.WORKER.key();

    /**
     * Finds it by its journal.
     *
     * @param label the worker as the console names it, if the user named one
     * @param file its journal, if the user named one; else it is one of the last run
     * @param journals the journals of the last run
     * @throws SettingException if neither is named, or the label names no worker
     * @throws MojoExecutionException if there is no such journal, or it is not a worker's
     * @throws IOException if the journal cannot be read
     */
    public static ReplayedWorker find(Optional<String> label, @Nullable Path file, Path journals)
            throws MojoExecutionException, IOException {
        Optional<WorkerId> named = label.map(ReplayedWorker::parse);
        Path from = file == null ? journalOf(named, journals) : file;
        if (!Files.exists(from)) {
            throw new MojoExecutionException("There is no journal " + from + ". " + available(journals));
        }
        Journal journal = JournalReader.read(from);
        Schedule whole = scheduleOf(journal);
        Schedule schedule = named.filter(id -> whole.worker().isWarm() && !id.isWarm())
                .map(id -> whole.ofRound(id.round()))
                .orElse(whole);
        return new ReplayedWorker(schedule, WorkerFailures.of(journal, schedule.rounds()::containsKey));
    }

    private static Schedule scheduleOf(Journal journal) throws MojoExecutionException {
        try {
            return Schedule.of(journal)
                    .orElseThrow(() -> new MojoExecutionException(journal.file()
                            + " is the journal of a run, not of a worker. Give the journal of a worker, for example"
                            + " r2w1.journal beside it."));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(journal.file() + " cannot be replayed: " + e.getMessage() + ".", e);
        }
    }

    private static WorkerId parse(String label) {
        try {
            return WorkerId.parse("replay", label.strip());
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    SETTING, label, "a worker as the console names it, for example -Dsurefoot.worker=r2w1");
        }
    }

    /** Returns the journal of a worker; that of a warm worker if its label names one of its rounds. */
    private static Path journalOf(Optional<WorkerId> named, Path journals) {
        WorkerId id = named.orElseThrow(() -> new SettingException(
                SETTING, "", "the worker to replay, for example -Dsurefoot.worker=r2w1. " + available(journals)));
        Path own = new JournalDirectory(journals).of(id);
        Path warm = new JournalDirectory(journals).of(new WorkerId(id.run(), WorkerProperty.ALL_ROUNDS, id.slot()));
        return !Files.exists(own) && Files.exists(warm) ? warm : own;
    }

    private static String available(Path journals) {
        if (!Files.isDirectory(journals)) {
            return "No run has left journals in " + journals
                    + ": run mvn test first, or give a file with -Dsurefoot.journal=FILE.";
        }
        try (Stream<Path> files = Files.list(journals)) {
            return "The last run had these workers: "
                    + files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("(r\\d+)?w\\d+\\.journal"))
                            .map(JournalDirectory::withoutSuffix)
                            .sorted()
                            .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "The journals cannot be read: " + e.getMessage();
        }
    }
}
