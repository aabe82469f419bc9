package io.github.surefoot.maven.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.LeakFound;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.WorkerFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes, and a clock that the test sets. */
@Tag("slow")
class GuardedWorkerTest {
    private static final int SIGKILL = 137;
    private static final WorkerLimits LIMITS = new WorkerLimits(
            Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofMinutes(5)), Duration.ofSeconds(1));

    @TempDir
    private Path directory;

    private Process process;
    private JournalWriter journal;
    private final List<LeftProcess> left = new ArrayList<>();
    private GuardedWorker worker;
    private long now = 42;
    private Map<String, String> about = Map.of();

    GuardedWorkerTest() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @BeforeEach
    void begin() throws IOException {
        begin(process.info().startInstant().orElseThrow());
    }

    private void begin(Instant started) throws IOException {
        Path file = directory.resolve("r1w1.journal");
        Files.deleteIfExists(file);
        journal = JournalWriter.create(
                file, new JournalEntry.WorkerStarted(new WorkerId("run", 1, 1), process.pid(), 1, header(started)));
        worker = new GuardedWorker(file, LIMITS, () -> now, left::add);
    }

    @Test
    void aRenewedWorkerThatHasEndedMayGoOnAsAnother() throws IOException {
        about = Map.of(WorkerFact.KIND, "renewed");
        begin();
        tell(new Finished(1));

        assertThat(after(Duration.ofHours(1))).isEmpty();
    }

    private Map<String, String> header(Instant started) {
        Map<String, String> header = new HashMap<>(about);
        header.put(WorkerFact.PROCESS_STARTED, Long.toString(started.toEpochMilli()));
        return header;
    }

    @AfterEach
    void end() throws IOException {
        process.destroyForcibly();
        journal.close();
    }

    private static TestStarted start(long execution) {
        return new TestStarted(execution, 1, new TestId("C", "t" + execution), "", List.of(), false, 1);
    }

    private void tell(JournalEntry... entries) {
        List.of(entries).forEach(journal::append);
        assertThat(worker.look()).isEmpty();
    }

    private Optional<WorkerStopped> after(Duration time) {
        now += time.toNanos();
        return worker.look();
    }

    private Optional<WorkerStopped> lookingOnFor(Duration time) {
        Optional<WorkerStopped> stop = Optional.empty();
        for (Duration left = time; !left.isNegative() && stop.isEmpty(); left = left.minus(WorkerGuard.LOOK_EVERY)) {
            stop = after(WorkerGuard.LOOK_EVERY);
        }
        return stop;
    }

    @Test
    void aTestBeyondItsLimitEndsItsWorkerFiveSecondsLater() throws Exception {
        tell(new ClassStarted(1, "C", 1), start(1));
        now += Duration.ofSeconds(9).toNanos();
        tell(start(2));

        assertThat(after(Duration.ofSeconds(6))).as("its own watch comes first").isEmpty();
        WorkerStopped stop = after(Duration.ofNanos(1)).orElseThrow();

        assertThat(stop.worker()).isEqualTo("r1w1");
        assertThat(stop.executions()).containsExactly(1L);
        assertThat(stop.classes()).isEmpty();
        assertThat(stop.why()).startsWith("Stopped after 10000 ms (surefoot.testTimeout).");
        worker.endIfStopped();
        assertThat(process.waitFor()).isEqualTo(SIGKILL);
        assertThat(after(Duration.ofHours(1))).as("told once").isEmpty();
    }

    @Test
    void whatHasEndedByThenIsNotInFlight() {
        tell(new ClassStarted(1, "C", 1), start(1));
        journal.append(new TestFinished(1, new Outcome.Passed(), 2));
        journal.append(new ClassFinished(1, "C", 2));

        assertThat(after(Duration.ofMinutes(1))).isEmpty();
        worker.endIfStopped();
        assertThat(process.isAlive()).isTrue();
    }

    /** The number of the process may be that of another by now. */
    @Test
    void aProcessThatBeganAtAnotherTimeIsLeftAlone() throws Exception {
        journal.close();
        begin(Instant.EPOCH);
        tell(start(1));

        assertThat(after(Duration.ofHours(1))).isEmpty();
        worker.endIfStopped();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aWorkerThatSaidItEndsItselfHasFiveSeconds() {
        tell(new ClassStarted(1, "C", 1), start(1));
        tell(new WorkerStopped("r1w1", List.of(1L), List.of("D"), "It loops.", 2));

        assertThat(after(Duration.ofSeconds(5))).isEmpty();
        WorkerStopped stop = after(Duration.ofNanos(1)).orElseThrow();

        assertThat(stop.executions()).containsExactly(1L);
        assertThat(stop.classes()).containsExactly("D");
        assertThat(stop.why()).startsWith("It loops. Its JVM could not end itself");
    }

    @Test
    void betweenTestsAWorkerWhoseWatchLooksKnowsBetter() throws IOException {
        Path heartbeat = JournalDirectory.heartbeat(directory.resolve("r1w1.journal"));
        Files.writeString(heartbeat, "1");
        tell(new ClassStarted(1, "C", 1));

        Files.writeString(heartbeat, "2");
        assertThat(after(Duration.ofSeconds(20))).isEmpty();
        assertThat(after(Duration.ofSeconds(5))).isEmpty();
        WorkerStopped stop = after(Duration.ofNanos(1)).orElseThrow();

        assertThat(stop.classes()).containsExactly("C");
        assertThat(stop.executions()).isEmpty();
    }

    @Test
    void betweenTestsAWorkerWithoutAHeartbeatHasMoreTime() {
        tell(new ClassStarted(1, "C", 1));

        assertThat(after(Duration.ofSeconds(45))).isEmpty();
        assertThat(after(Duration.ofNanos(1)).orElseThrow().classes()).containsExactly("C");
    }

    @Test
    void aWorkerMayNotLiveLongerThanItsRound() {
        tell(new ClassStarted(1, "C", 1));
        now += Duration.ofSeconds(304).toNanos();
        tell(start(1), start(2));

        assertThat(after(Duration.ofSeconds(1))).isEmpty();
        WorkerStopped stop = after(Duration.ofNanos(1)).orElseThrow();

        assertThat(stop.executions()).containsExactly(1L, 2L);
        assertThat(stop.why()).contains("surefoot.roundTimeout");
    }

    @Test
    void aProcessThatStandsStillAfterItsEndIsEnded() {
        tell(new Finished(2));

        assertThat(after(Duration.ofHours(1))).as("Maven itself was stopped").isEmpty();
        WorkerStopped stop = lookingOnFor(Duration.ofSeconds(25)).orElseThrow();

        assertThat(stop.executions()).isEmpty();
        assertThat(stop.classes()).isEmpty();
        assertThat(stop.why()).contains("closed its journal, but its process did not end");
    }

    /** A process that nobody but the operating system can end, as a JVM that was stopped. */
    @Test
    void theGuardEndsAStoppedProcessAndTellsBefore() throws Exception {
        long pid = process.pid();
        new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
        journal.append(start(7));
        BlockingQueue<Boolean> aliveWhenTold = new LinkedBlockingQueue<>();
        WorkerLimits limits =
                new WorkerLimits(Optional.of(Duration.ofMillis(1)), Optional.empty(), Duration.ofSeconds(1));

        try (WorkerGuard guard =
                WorkerGuard.start(directory, limits, stop -> aliveWhenTold.add(process.isAlive()), left::add)) {
            assertThat(guard).isNotNull();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(process.exitValue()).isEqualTo(SIGKILL);
        assertThat(aliveWhenTold).containsExactly(true);
    }

    /** Has a shell in the worker's place that has started another program, and returns the number of that. */
    private long startedWithAChild() throws IOException {
        process = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; wait").start();
        long child = Long.parseLong(process.inputReader().readLine());
        // Until it is the other program it is the shell.
        while (ProcessHandle.of(child)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("sleep"))
                .isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        return child;
    }

    /** What has left the class is not known any more once the worker is gone: it is told by who has looked before. */
    @Test
    void whatOutlivesAWorkerThatWasKilledIsNamedWithItsClass() throws Exception {
        process.destroyForcibly();
        long child = startedWithAChild();
        journal.close();
        begin();
        tell(new ClassStarted(1, "C", 1), start(1));
        assertThat(left).as("it may still end its processes").isEmpty();

        process.destroyForcibly().waitFor();
        try {
            assertThat(worker.look()).isEmpty();
            assertThat(worker.look()).isEmpty();

            assertThat(left).singleElement().satisfies(one -> {
                assertThat(one.className()).isEqualTo("C");
                assertThat(one.what()).startsWith("process " + child + " (").contains("sleep");
            });
        } finally {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** The class at work is not to blame for what the one before has left. */
    @Test
    void whatTheWorkerItselfHasToldOfIsNotToldAgainOfTheClassAtWork() throws Exception {
        process.destroyForcibly();
        long child = startedWithAChild();
        journal.close();
        begin();
        tell(new ClassStarted(1, "B", 1), new ClassFinished(1, "B", 2));
        tell(new LeakFound("process " + child + " (/usr/bin/sleep)", "", "B", false, 3));
        tell(new ClassStarted(1, "C", 4), start(1));

        process.destroyForcibly().waitFor();
        try {
            assertThat(worker.look()).isEmpty();
            assertThat(left).isEmpty();
        } finally {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void whatAWorkerLeavesThatEndsAsItShouldItHasToldItself() throws Exception {
        process.destroyForcibly();
        long child = startedWithAChild();
        journal.close();
        begin();
        tell(new ClassStarted(1, "C", 1), new ClassFinished(1, "C", 2), new Finished(3));

        process.destroyForcibly().waitFor();
        try {
            assertThat(worker.look()).isEmpty();
            assertThat(left).isEmpty();
        } finally {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
