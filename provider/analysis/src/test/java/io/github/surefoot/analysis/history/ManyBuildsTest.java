package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.RunFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds that write at once, and builds that are killed while they write. Each is a JVM of its own. */
@Tag("slow")
class ManyBuildsTest {
    private static final int BUILDS = 10;
    private static final int RUNS = 5;
    private static final int TESTS = 200;
    /** A part of what a transaction takes. */
    private static final int LONGEST_DELAY_NANOS = 2_000_000;

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void tenBuildsWriteAtOnceAndNothingIsLost() throws IOException, InterruptedException {
        Path file = directory.resolve("history.db");
        List<Process> builds = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            builds.add(Writer.start(file.toString(), "build" + i, RUNS, TESTS));
        }
        List<String> said = new ArrayList<>();
        for (Process build : builds) {
            said.addAll(lines(build));
            assertThat(build.waitFor()).isZero();
        }
        assertThat(said).hasSize(BUILDS * RUNS).noneMatch(line -> line.startsWith("NOTICE"));
        assertThat(Sql.longs(file, "select count(*) from surefoot_run")).containsExactly((long) BUILDS * RUNS);
        assertThat(Sql.longs(file, "select count(*) from surefoot_test")).containsExactly((long) TESTS);
        assertThat(Sql.longs(file, "select count(*) from surefoot_result"))
                .containsExactly((long) BUILDS * RUNS * TESTS);
    }

    /** As of jobs that merge the same shards at once, and of the machines themselves. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void buildsThatMergeTheSameRunsAtOnceCountThemOnce() throws IOException, InterruptedException {
        Path file = directory.resolve("history.db");
        List<Process> builds = new ArrayList<>();
        for (String name : List.of("x + y", "y", "y-2 + x")) {
            builds.add(Writer.start(file.toString(), name, 3, 20));
        }
        for (Process build : builds) {
            assertThat(lines(build)).noneMatch(line -> line.startsWith("NOTICE"));
            assertThat(build.waitFor()).isZero();
        }
        assertThat(Sql.texts("jdbc:sqlite:" + file, "select run from surefoot_run").stream()
                        .flatMap(run -> RunFacts.runsOf(run).stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /**
     * Kills until {@code surefoot.history.kills} builds died inside a transaction: 100 are the proof, a few the daily
     * check.
     */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whatWasRememberedSurvivesBuildsThatAreKilled() throws IOException, InterruptedException {
        Path file = directory.resolve("history.db");
        Random random = new Random(5);
        TreeSet<String> remembered = new TreeSet<>();
        int kills = Integer.getInteger("surefoot.history.kills", 3);
        int midWrite = 0;
        for (int i = 0; midWrite < kills && i < kills * 20; i++) {
            Process build = Writer.start(file.toString(), "killed" + i, 10_000, 400);
            try (BufferedReader out = build.inputReader(StandardCharsets.UTF_8)) {
                out.readLine();
                remembered.add("killed" + i + "-1");
                awaitTransaction(build);
                LockSupport.parkNanos(random.nextInt(LONGEST_DELAY_NANOS));
                build.toHandle().destroyForcibly(); // Process.destroyForcibly would close the stream.
                build.waitFor();
                out.lines().filter(line -> !line.startsWith("NOTICE")).forEach(remembered::add);
            }
            midWrite += Files.exists(directory.resolve("history.db-journal")) ? 1 : 0;
            assertThat(Sql.text(file, "pragma integrity_check")).isEqualTo("ok");
        }
        assertThat(midWrite).as("builds that were killed inside a transaction").isEqualTo(kills);
        assertThat(asides()).isEmpty();
        remembered.forEach(run -> assertThat(Sql.longs(
                        file,
                        "select count(*) from surefoot_result where run_id = (select id from surefoot_run where run = '"
                                + run + "')"))
                .as("results of %s", run)
                .containsExactly(400L));
        assertThat(Sql.longs(file, "select count(*) from surefoot_result group by run_id"))
                .as("runs are whole")
                .allMatch(results -> results == 400L);
    }

    /** SQLite's journal is there for as long as a transaction writes. */
    private void awaitTransaction(Process build) {
        while (build.isAlive() && !Files.exists(directory.resolve("history.db-journal"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void manyBuildsFindOneDamagedFileAndOneOfThemSetsItAside() throws IOException, InterruptedException {
        Path file = directory.resolve("history.db");
        Files.writeString(file, "broken ".repeat(1_000));
        List<Thread> modules = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> Runs.history(file).remember(Runs.run("module" + i, 1, Runs.many(20)))))
                .toList();
        modules.forEach(Thread::start);
        for (Thread module : modules) {
            module.join();
        }
        assertThat(asides()).hasSize(1);
        assertThat(Sql.longs(file, "select count(*) from surefoot_run")).containsExactly(8L);
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        }
    }

    private List<Path> asides() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().contains("damaged"))
                    .toList();
        }
    }
}
