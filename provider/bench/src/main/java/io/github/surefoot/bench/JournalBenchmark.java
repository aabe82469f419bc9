package io.github.surefoot.bench;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What journalling one execution costs a worker: its start and its end, two records in a real file. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JournalBenchmark {
    private static final TestId TEST = new TestId("shop.cart.CartServiceTest", "expiresAfterThirtyMinutes");
    private static final String UNIQUE_ID =
            "[engine:junit-jupiter]/[class:shop.cart.CartServiceTest]" + "/[method:expiresAfterThirtyMinutes()]";

    private Path file;
    private JournalWriter journal;
    private long execution;

    /** Opens a new journal, since this one grows by gigabytes in a minute. */
    @Setup(Level.Iteration)
    public void open() throws IOException {
        file = Files.createTempDirectory("surefoot-bench").resolve("r1w1.journal");
        journal =
                JournalWriter.create(file, new JournalEntry.WorkerStarted(new WorkerId("bench", 1, 1), 1, 0, Map.of()));
    }

    /** Closes the journal and deletes it. */
    @TearDown(Level.Iteration)
    public void close() throws IOException {
        journal.close();
        Files.delete(file);
        Files.delete(file.getParent());
    }

    /** Journals one execution that passes. */
    @Benchmark
    public void execution() {
        long now = System.currentTimeMillis();
        journal.append(new JournalEntry.TestStarted(++execution, 1, TEST, UNIQUE_ID, List.of("unit"), false, now));
        journal.append(new JournalEntry.TestFinished(execution, new Outcome.Passed(), now));
    }
}
