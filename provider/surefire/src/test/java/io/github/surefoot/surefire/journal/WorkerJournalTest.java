package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.surefire.redact.WorkerSecrets;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerJournalTest {
    @TempDir
    private Path journals;

    private WorkerSettings settings(String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "surefoot.worker.run", "run-1",
                "surefoot.worker.round", "2",
                "surefoot.worker.suite", "abcdef",
                "surefoot.worker.journals", journals.toString()));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new WorkerSettings(properties);
    }

    private WorkerId claim(WorkerSettings settings) {
        WorkerJournal.Claimed claimed = WorkerJournal.claim(settings, WorkerSecrets.of(settings), Dispatch.ALL, 1_000);
        try {
            claimed.journal().close();
            claimed.slot().channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return claimed.worker();
    }

    @Test
    void theFirstFreeSlotIsTaken() throws IOException {
        assertThat(claim(settings())).isEqualTo(new WorkerId("run-1", 2, 1));
        assertThat(claim(settings())).isEqualTo(new WorkerId("run-1", 2, 2));
        assertThat(claim(settings("surefoot.worker.round", "3"))).isEqualTo(new WorkerId("run-1", 3, 1));
        assertThat(claim(settings("surefoot.worker.round", "0"))).isEqualTo(new WorkerId("run-1", 0, 1));
        try (var files = Files.list(journals)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".journal"))
                    .containsExactlyInAnyOrder("r2w1.journal", "r2w2.journal", "r3w1.journal", "w1.journal");
        }
    }

    @Test
    void aSlotInWhichAWorkerLivesIsNobodyElsesWhateverTheRound() throws IOException {
        WorkerSettings second = settings();
        try (FileChannel held = WorkerJournal.claim(second, WorkerSecrets.of(second), Dispatch.EACH, 1_000)
                .slot()
                .channel()) {
            assertThat(held.isOpen()).isTrue();
            assertThat(claim(settings("surefoot.worker.round", "3"))).isEqualTo(new WorkerId("run-1", 3, 2));
        }
        assertThat(claim(settings("surefoot.worker.round", "3"))).isEqualTo(new WorkerId("run-1", 3, 1));
    }

    @Test
    void workersThatStartAtOnceGetDifferentSlots() throws Exception {
        int workers = 16;
        CyclicBarrier start = new CyclicBarrier(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            Callable<Integer> worker = () -> {
                start.await();
                return claim(settings()).slot();
            };
            List<Future<Integer>> slots = threads.invokeAll(
                    IntStream.range(0, workers).mapToObj(i -> worker).toList());
            assertThat(slots)
                    .extracting(Future::get)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, workers).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theHeaderSaysWhatAReplayNeeds() throws IOException {
        claim(settings(
                "surefoot.worker.order", "random",
                "surefoot.worker.seed", "42",
                "runOrder", "random",
                "runOrderRandomSeed", "4711",
                "surefoot.worker.about.filter.test", "CartTest"));
        WorkerStarted header = (WorkerStarted)
                JournalReader.read(journals.resolve("r2w1.journal")).header();
        assertThat(header.worker()).isEqualTo(new WorkerId("run-1", 2, 1));
        assertThat(header.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(header.at()).isEqualTo(1_000);
        assertThat(header.about())
                .containsEntry("suite", "abcdef")
                .containsEntry("dispatch", "all")
                .containsEntry("order", "random")
                .containsEntry("seed", "42")
                .containsEntry("runOrder", "random")
                .containsEntry("runOrderSeed", "4711")
                .containsEntry("filter.test", "CartTest")
                .containsEntry("java", System.getProperty("java.version"))
                .containsEntry("zone", ZoneId.systemDefault().getId())
                .containsEntry("locale", Locale.getDefault().toLanguageTag())
                .containsKey("os");
    }

    /** A JVM that was asked for its zone has a property that it lacks otherwise: tests see no other JVM than without us. */
    @Test
    void askingForTheZoneLeavesNoTrace() throws IOException {
        TimeZone known = TimeZone.getDefault();
        @Nullable String before = System.clearProperty("user.timezone");
        try {
            TimeZone.setDefault(null);
            claim(settings());
            assertThat(System.getProperty("user.timezone")).isNull();

            System.setProperty("user.timezone", "Asia/Kathmandu");
            assertThat(ZoneId.systemDefault()).as("it is looked for anew").hasToString("Asia/Kathmandu");
        } finally {
            TimeZone.setDefault(known);
            if (before == null) {
                System.clearProperty("user.timezone");
            } else {
                System.setProperty("user.timezone", before);
            }
        }
    }

    @Test
    void aConfiguredOrderHasNoSeed() throws IOException {
        claim(settings());
        WorkerStarted header = (WorkerStarted)
                JournalReader.read(journals.resolve("r2w1.journal")).header();
        assertThat(header.about()).containsEntry("order", "configured").doesNotContainKey("seed");
    }

    @Test
    void aJournalThatCannotBeWrittenStopsTheWorkerAndNamesTheFile() throws IOException {
        // No permission bits: those do not stop a superuser, a file in the place of the directory stops everybody.
        Path file = Files.createFile(journals.resolve("occupied"));
        assertThatThrownBy(() -> claim(settings("surefoot.worker.journals", file.toString())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot write the journal " + file.resolve("r2w1.journal")
                        + ", so no test is run: its outcome would be lost."
                        + " Make the directory writable, or check the space left on the disk.");
    }

    @Test
    void aMissingDirectoryIsNamedToo() {
        Path missing = journals.resolve("missing");
        assertThatThrownBy(() -> claim(settings("surefoot.worker.journals", missing.toString())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing.toString());
    }
}
