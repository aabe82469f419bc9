package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of record with every field set, and with every field that may be left out left out. */
class EveryRecordTest {
    private static final String AWKWARD = "a=b\tc\\n\r\n\u0000 é \uD83D\uDE00 \uD83D";
    private static final TestId TEST = new TestId("shop.Cart$Test", "adds(int)[2]");
    private static final Failure FAILURE = new Failure("java.lang.AssertionError", AWKWARD, "at\n\tthere");

    @TempDir
    private Path directory;

    static Stream<JournalEntry> bodies() {
        return Stream.of(
                new JournalEntry.RoundStarted(3, 2, 1),
                new JournalEntry.RoundFinished(3, 2, AWKWARD, 1),
                new JournalEntry.RoundFinished(3, 2, "", 1),
                new JournalEntry.ClassPlanned(3, "shop.CartTest"),
                new JournalEntry.RunFresh(3, "shop.CartTest", FreshReason.DIFFERS, AWKWARD),
                new JournalEntry.RunFresh(3, "shop.CartTest", FreshReason.SAMPLE, ""),
                new JournalEntry.ClassStarted(3, "shop.CartTest", 2),
                new JournalEntry.ClassFinished(3, "shop.CartTest", 3),
                new JournalEntry.TestStarted(7, 3, TEST, AWKWARD, List.of("slow", AWKWARD), true, 4),
                new JournalEntry.TestStarted(7, 3, new TestId("", ""), "", List.of(), false, 4),
                new JournalEntry.TestFinished(7, new Outcome.Passed(), 5),
                new JournalEntry.TestFinished(7, new Outcome.Failed(FAILURE), 5),
                new JournalEntry.TestFinished(7, new Outcome.Failed(new Failure("E", "", "")), 5),
                new JournalEntry.TestFinished(7, new Outcome.Errored(FAILURE), 5),
                new JournalEntry.TestFinished(7, new Outcome.Skipped(AWKWARD), 5),
                new JournalEntry.TestFinished(7, new Outcome.Aborted(AWKWARD), 5),
                new JournalEntry.TestFinished(
                        7, new Outcome.Aborted("", Optional.of(new Failure(AWKWARD, AWKWARD, AWKWARD))), 5),
                new JournalEntry.TestFinished(7, new Outcome.Aborted("", Optional.of(new Failure("T", "", ""))), 5),
                new JournalEntry.TestFinished(7, new Outcome.Crashed(AWKWARD), 5),
                new JournalEntry.TestFinished(7, new Outcome.Hung(AWKWARD), 5),
                new JournalEntry.TestFinished(7, new Outcome.NotRun(AWKWARD), 5),
                new JournalEntry.TestFinished(7, new Outcome.NotRun(""), 5),
                new JournalEntry.ResourceEvent("database", "created", Map.of("micros", "12", AWKWARD, AWKWARD), 6),
                new JournalEntry.LeakFound("a connection", "Cart.java:7", "shop.CartTest", true, 7),
                new JournalEntry.LeakFound("a thread", "", "", false, 7),
                new JournalEntry.MessageSeen("unable to open", TEST, 8),
                new JournalEntry.MessageSeen("unable to open", new TestId("", ""), 8),
                new JournalEntry.Problem(AWKWARD, 9),
                new JournalEntry.WorkerStopped("r2w1", List.of(7L, -8L), List.of("shop.CartTest"), AWKWARD, 10),
                new JournalEntry.WorkerStopped("r2w1", List.of(), List.of(), "it hangs", 10),
                new JournalEntry.Interrupted(10),
                new JournalEntry.Finished(10));
    }

    static Stream<JournalEntry.Header> headers() {
        return Stream.of(
                new JournalEntry.WorkerStarted(new WorkerId("run-1", 2, 1), 4711, 1, Map.of("java", AWKWARD)),
                new JournalEntry.WorkerStarted(new WorkerId("run-1", 0, 1), 4711, 1, Map.of()),
                new JournalEntry.RunStarted(
                        "run-1",
                        "g:a",
                        5,
                        2,
                        WorkerKind.WARM,
                        "random",
                        OptionalLong.of(-7),
                        "suite",
                        1,
                        Map.of("os", "Linux")),
                new JournalEntry.RunStarted(
                        "run-1",
                        "g:a",
                        5,
                        2,
                        WorkerKind.FRESH,
                        "configured",
                        OptionalLong.empty(),
                        "suite",
                        1,
                        Map.of()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isReadAsItWasWritten(JournalEntry entry) throws IOException {
        Journal journal = JournalReader.read(write(Entries.WORKER, entry));

        assertThat(journal.entries()).containsExactly(entry);
        assertThat(journal.condition())
                .isEqualTo(new JournalCondition(entry instanceof JournalEntry.Finished, false, List.of()));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void isReadAsTheHeaderItWasWritten(JournalEntry.Header header) throws IOException {
        Path file = write(header, new JournalEntry.Finished(1));
        Journal journal = JournalReader.read(file);

        assertThat(journal.file()).isEqualTo(file);
        assertThat(journal.header()).isEqualTo(header);
        assertThat(journal.condition()).isEqualTo(new JournalCondition(true, false, List.of()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isOneLineWithoutFieldsThatSayNothing(JournalEntry entry) throws IOException {
        Path file = write(Entries.WORKER, entry);

        assertThat(Files.readString(file).lines()).hasSize(3);
        assertThat(Files.readString(file)).doesNotContain("=\t");
    }

    private Path write(JournalEntry.Header header, JournalEntry entry) throws IOException {
        Path file = directory.resolve("r2w1.journal");
        try (JournalWriter writer = JournalWriter.create(file, header)) {
            assertThat(writer.file()).isEqualTo(file);
            writer.append(entry);
        }
        return file;
    }
}
