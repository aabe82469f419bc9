package io.github.surefoot.maven.replay;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.round.WorkerFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The worker that a user wants to see again.
 *
 * @param label what it is called, e.g. {@code r2w1}; of one round of a worker that ran several, with that round
 * @param schedule what is run: of one round of such a worker, what came before in its JVM as well
 * @param round the round that was asked for, where that is not all of the schedule
 * @param failures what it ran of what was asked for, and what of that did not pass
 * @param part whether the user wants a part only
 * @param leftOut how many of its classes are left out for that
 * @param samples the directory in which jqwik has kept what failed there; it need not be there
 */
public record ReplayedWorker(
        String label,
        Schedule schedule,
        OptionalInt round,
        WorkerFailures failures,
        boolean part,
        int leftOut,
        Path samples) {
    private static final String SETTING = Setting.WORKER.key();

    /**
     * Finds it by its journal.
     *
     * @param label the worker as the console names it, if the user named one
     * @param file its journal, if the user named one; else it is one of the last run
     * @param journals the journals of the last run
     * @param only the classes and methods to run, if the user named any
     * @param suite the command that runs the suite
     * @throws SettingException if neither is named, the label names no worker, or it ran no such classes
     * @throws MojoExecutionException if there is no such journal, it is not a worker's, or the worker ran nothing in the
     *     round
     * @throws IOException if the journal cannot be read
     */
    public static ReplayedWorker find(
            Optional<String> label, @Nullable Path file, Path journals, Optional<String> only, String suite)
            throws MojoExecutionException, IOException {
        Optional<WorkerId> named = label.map(ReplayedWorker::parse);
        Path from = file == null ? journalOf(named, journals, suite) : file;
        if (!Files.exists(from)) {
            throw new MojoExecutionException("There is no journal " + from + ". " + available(journals, suite));
        }
        Journal journal = JournalReader.read(from);
        Schedule whole = scheduleOf(journal);
        OptionalInt round = named.filter(id -> whole.worker().isWarm() && !id.isWarm()).stream()
                .mapToInt(WorkerId::round)
                .findFirst();
        if (round.isPresent() && !whole.rounds().containsKey(round.getAsInt())) {
            throw new MojoExecutionException(whole.worker().label() + " ran nothing in round " + round.getAsInt()
                    + "; it ran classes of rounds " + whole.rounds().keySet() + ".");
        }
        Schedule upTo = round.isPresent() ? whole.upTo(round.getAsInt()) : whole;
        Optional<ReplayPart> part = only.map(text -> ReplayPart.parse(text, upTo));
        Schedule schedule = part.map(of -> of.of(upTo)).orElse(upTo);
        return new ReplayedWorker(
                named.filter(id -> round.isPresent())
                        .map(WorkerId::label)
                        .orElse(whole.worker().label()),
                schedule,
                round,
                WorkerFailures.of(journal)
                        .only(executed -> (round.isEmpty() || round.getAsInt() == executed.round())
                                && part.map(of -> of.has(executed.test())).orElse(true)),
                part.isPresent(),
                upTo.classes() - schedule.classes(),
                round.isPresent() ? JournalDirectory.samples(from, round.getAsInt()) : JournalDirectory.samples(from));
    }

    /** Tells whether a round was asked for; the others come before it in its JVM. */
    boolean isAskedFor(int number) {
        return round.isEmpty() || round.getAsInt() == number;
    }

    /** Returns what is run, for people. */
    public String text() {
        int classes = schedule.classes();
        List<Integer> before = schedule.rounds().keySet().stream()
                .filter(number -> !isAskedFor(number))
                .toList();
        return classes + (classes == 1 ? " class" : " classes")
                + (leftOut == 0 ? "" : " (" + leftOut + " left out: surefoot.replay.only)")
                + (before.isEmpty()
                        ? ""
                        : ", those of round" + (before.size() == 1 ? " " : "s 1 to ") + before.get(before.size() - 1)
                                + " included, which ran before in its JVM")
                + ", order " + schedule.order()
                + (schedule.seed().isEmpty() ? "" : ", seed " + schedule.seed().getAsLong())
                + (schedule.surefireOrder().text().isEmpty()
                        ? ""
                        : ", " + schedule.surefireOrder().text());
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
    private static Path journalOf(Optional<WorkerId> named, Path journals, String suite) {
        WorkerId id = named.orElseThrow(() -> new SettingException(
                SETTING,
                "",
                "the worker to replay, for example -Dsurefoot.worker=r2w1. " + available(journals, suite)));
        Path own = new JournalDirectory(journals).of(id);
        Path warm = new JournalDirectory(journals).of(new WorkerId(id.run(), WorkerProperty.ALL_ROUNDS, id.slot()));
        return !Files.exists(own) && Files.exists(warm) ? warm : own;
    }

    private static String available(Path journals, String suite) {
        if (!Files.isDirectory(journals)) {
            return "No run has left journals in " + journals + ": run " + suite
                    + " first, or give a file with -Dsurefoot.journal=FILE.";
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
