package io.github.surefoot.bench;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The journals of a run of any size, as Maven and two workers a round would have written them. */
final class GeneratedRun {
    private static final int TESTS_PER_CLASS = 20;
    private static final int WORKERS = 2;

    private static final int FAILING_ROUND = 7;
    private static final Outcome FAILURE = new Outcome.Failed(new Failure(
            "java.lang.AssertionError",
            "expected: 1 but was: 2",
            "java.lang.AssertionError: expected: 1 but was: 2\n" + "\tat shop.Test.method(Test.java:1)\n".repeat(30)));

    private GeneratedRun() {}

    /**
     * Writes them.
     *
     * @param failing every how many tests one fails in each seventh round
     */
    static void write(Path directory, int tests, int rounds, int failing) throws IOException {
        int classes = tests / TESTS_PER_CLASS;
        try (JournalWriter run = JournalWriter.create(directory.resolve("run.journal"), header(rounds))) {
            for (int round = 1; round <= rounds; round++) {
                run.append(new JournalEntry.RoundStarted(round, 1, round));
                for (int i = 0; i < classes; i++) {
                    run.append(new JournalEntry.ClassPlanned(round, name(i)));
                }
                for (int slot = 1; slot <= WORKERS; slot++) {
                    worker(directory, round, slot, classes, failing);
                }
                run.append(new JournalEntry.RoundFinished(round, 1, "", round));
            }
            run.append(new JournalEntry.Finished(rounds));
        }
    }

    private static JournalEntry.RunStarted header(int rounds) {
        return new JournalEntry.RunStarted(
                "bench",
                "g:a",
                rounds,
                WORKERS,
                WorkerKind.FRESH,
                "configured",
                OptionalLong.empty(),
                "0",
                0,
                Map.of());
    }

    private static void worker(Path directory, int round, int slot, int classes, int failing) throws IOException {
        WorkerId id = new WorkerId("bench", round, slot);
        Path file = directory.resolve(id.label() + ".journal");
        try (JournalWriter journal =
                JournalWriter.create(file, new JournalEntry.WorkerStarted(id, 1, round, Map.of()))) {
            long execution = 0;
            for (int i = slot - 1; i < classes; i += WORKERS) {
                journal.append(new JournalEntry.ClassStarted(round, name(i), round));
                for (int t = 0; t < TESTS_PER_CLASS; t++) {
                    journal.append(new JournalEntry.TestStarted(
                            ++execution, round, new TestId(name(i), "method" + t), id(i, t), List.of(), false, round));
                    boolean fails = (i * TESTS_PER_CLASS + t) % failing == 0 && round % FAILING_ROUND == 0;
                    journal.append(
                            new JournalEntry.TestFinished(execution, fails ? FAILURE : new Outcome.Passed(), round));
                }
                journal.append(new JournalEntry.ClassFinished(round, name(i), round));
            }
            journal.append(new JournalEntry.Finished(round));
        }
    }

    private static String name(int index) {
        return "shop.generated.package" + index / 100 + ".Service" + index + "Test";
    }

    private static String id(int index, int test) {
        return "[engine:junit-jupiter]/[class:" + name(index) + "]/[method:method" + test + "()]";
    }
}
