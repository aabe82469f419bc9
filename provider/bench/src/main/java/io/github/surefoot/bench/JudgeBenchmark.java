package io.github.surefoot.bench;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.ci.GitHub;
import io.github.surefoot.analysis.ci.GitLab;
import io.github.surefoot.analysis.ci.SourceFinder;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.history.History;
import io.github.surefoot.analysis.history.HistoryLocation;
import io.github.surefoot.analysis.history.HistoryRuns;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.report.ModulePage;
import io.github.surefoot.analysis.report.SourceRoots;
import io.github.surefoot.analysis.report.SuitePart;
import io.github.surefoot.analysis.verdict.VerdictJson;
import io.github.surefoot.analysis.xml.XmlReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/**
 * What it costs to judge a run from the journals on disk, and to judge and report it: {@code verdict.json}, XML,
 * history, page, console and what CI servers are told. All within 512 MiB.
 */
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

    /** Every how many tests one fails in each seventh round; 1 for a run in which they all do, with stack traces. */
    @Param({"1000", "1"})
    private int failing;

    private Path directory;
    private Path journals;

    /** Writes the journals of the run. */
    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("surefoot-bench");
        journals = Files.createDirectory(directory.resolve("journals"));
        GeneratedRun.write(journals, tests, rounds, failing);
    }

    /** Deletes them, and what was written of them. */
    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Judges the run. */
    @Benchmark
    public Judgement judge() {
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(List.of(journals));
    }

    /** Judges the run and tells of it everywhere; each time, the history is that of a first run. */
    @Benchmark
    public List<Object> judgeAndReport() throws IOException {
        Judgement judgement = judge();
        VerdictJson.write(judgement, directory.resolve("verdict.json"));
        new XmlReports(judgement).write(directory.resolve("xml"));
        Path history = directory.resolve("history.db");
        Files.deleteIfExists(history);
        Remembered remembered =
                History.at(new HistoryLocation.SqliteFile(history)).remember(HistoryRuns.of(judgement));
        if (!remembered.notices().isEmpty()) {
            throw new IllegalStateException(remembered.notices().get(0));
        }
        SourceFinder sources = new SourceFinder(directory, List.of(directory));
        GitHub gitHub = new GitHub(judgement);
        SuitePart part = SuitePart.of("", judgement, remembered, SourceRoots.unknown());
        part.write(directory.resolve("report.part"));
        ModulePage.of("bench", List.of(part), Set.of()).write(directory.resolve("report/index.html"));
        return List.of(
                part,
                new VerdictLines(judgement).lines(),
                gitHub.summary(),
                gitHub.annotations(sources),
                new GitLab(judgement).codeQuality(sources));
    }
}
