package io.github.surefoot.bench;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.Judgement;
import io.github.surefoot.analysis.Reporting;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to judge a run and write {@code verdict.json}, from the journals on disk, within 512 MiB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class JudgeBenchmark {
    /** How many tests the suite has. Twice as many should take twice as long. */
    @Param({"5000", "10000", "20000"})
    private int tests;

    /** How many rounds were run. */
    @Param("50")
    private int rounds;

    private Path directory;

    /** Writes the journals of the run. */
    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("surefoot-bench");
        GeneratedRun.write(directory, tests, rounds);
    }

    /** Deletes them. */
    @TearDown
    public void delete() throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** Judges the run. */
    @Benchmark
    public Judgement judge() throws IOException {
        Judge judge = new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults());
        Judgement judgement = judge.judge(List.of(directory));
        judgement.writeJson(directory.resolve("verdict.json"));
        return judgement;
    }
}
