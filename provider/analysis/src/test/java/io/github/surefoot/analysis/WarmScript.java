package io.github.surefoot.analysis;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the journals of warm workers: of each class, by which of them each round of it was run (one digit a round), and
 * of each test how it ended (one letter a round): P passed, E errored, S skipped, A aborted, a dot where it does not
 * appear.
 */
public final class WarmScript {
    private static final int MOST_WORKERS = 9;

    private final Path directory;
    private final String run;
    private final Map<String, String> workers = new LinkedHashMap<>();
    private final Map<TestId, String> tests = new LinkedHashMap<>();
    private long execution;

    public WarmScript(Path directory) {
        this(directory, JournalScript.RUN);
    }

    /** Has it be a run of that name. */
    public WarmScript(Path directory, String run) {
        this.directory = directory;
        this.run = run;
    }

    /** Says which workers run a class. */
    public WarmScript runs(String className, String slots) {
        workers.put(className, slots);
        return this;
    }

    /** Adds a test of a class of which that is said; without a name, the class as a whole. */
    public WarmScript test(String className, String name, String outcomes) {
        tests.put(new TestId(className, name), outcomes);
        return this;
    }

    public Path write() throws IOException {
        Files.createDirectories(directory);
        int rounds = workers.values().iterator().next().length();
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            plan.add(new RoundStarted(round, 1, JournalScript.at(round, 0)));
            for (String className : workers.keySet()) {
                plan.add(new ClassPlanned(round, className));
            }
            plan.add(new RoundFinished(round, 1, "", JournalScript.at(round, 9_000)));
        }
        plan.add(new Finished(JournalScript.at(rounds + 1, 0)));
        RunStarted header = JournalScript.run(rounds);
        RunStarted warm = new RunStarted(
                run,
                header.module(),
                rounds,
                header.workers(),
                WorkerKind.WARM,
                header.order(),
                header.seed(),
                header.suite(),
                header.at(),
                header.about());
        JournalScript.journal(directory.resolve("run.journal"), warm, plan);
        for (int slot = 1; slot <= MOST_WORKERS; slot++) {
            worker(slot, rounds);
        }
        return directory;
    }

    private void worker(int slot, int rounds) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, String> of : workers.entrySet()) {
                if (of.getValue().charAt(round - 1) - '0' == slot) {
                    runClass(entries, round, of.getKey());
                }
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        entries.add(new Finished(JournalScript.at(rounds, 9_000)));
        WorkerId id = new WorkerId(run, 0, slot);
        JournalScript.journal(
                directory.resolve(id.label() + ".journal"),
                new WorkerStarted(id, 4711, JournalScript.at(1, 500), Map.of()),
                entries);
    }

    private void runClass(List<JournalEntry> entries, int round, String className) {
        entries.add(new ClassStarted(round, className, JournalScript.at(round, 1_000)));
        tests.forEach((test, outcomes) -> {
            char letter = outcomes.charAt(round - 1);
            if (test.className().equals(className) && letter != '.') {
                entries.add(new TestStarted(
                        ++execution, round, test, "id:" + test, List.of(), false, JournalScript.at(round, 1_100)));
                entries.add(new TestFinished(execution, outcome(letter), JournalScript.at(round, 1_112)));
            }
        });
        entries.add(new ClassFinished(round, className, JournalScript.at(round, 2_000)));
    }

    private static Outcome outcome(char letter) {
        return switch (letter) {
            case 'P' -> new Outcome.Passed();
            case 'E' -> new Outcome.Errored(new Failure("java.lang.IllegalStateException", "second time", ""));
            case 'S' -> new Outcome.Skipped("not today");
            case 'A' -> new Outcome.Aborted("no network");
            default -> throw new IllegalArgumentException("No outcome: " + letter);
        };
    }
}
