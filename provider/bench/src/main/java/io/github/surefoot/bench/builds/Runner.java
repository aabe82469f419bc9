package io.github.surefoot.bench.builds;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Has Maven run contenders, and reads what it left behind. */
final class Runner {
    /** One build learns the class path, one writes the archive, if both have one round. */
    private static final int WARM_UPS = 3;

    private final Maven maven;
    private final Versions versions;
    private final Path logs;
    private final int workers;

    Runner(Maven maven, Versions versions, Path logs, int workers) {
        this.maven = maven;
        this.versions = versions;
        this.logs = logs;
        this.workers = workers;
    }

    /**
     * Runs a contender without a look at its time, so that everything is compiled, downloaded and in the page cache, and
     * class data is there as later builds find it.
     */
    Sample warmUp(Contender contender) throws IOException, InterruptedException {
        Sample sample = build(contender, "warm-up", false);
        for (int again = 1; contender.way().isSurefoot() && !hasClassData(contender) && again < WARM_UPS; again++) {
            sample = build(contender, "warm-up-" + again, false);
        }
        return sample;
    }

    private static boolean hasClassData(Contender contender) throws IOException {
        Path directory = classData(contender);
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.endsWith("classes.jsa"));
        }
    }

    private static Path classData(Contender contender) {
        return contender.project().resolve(".surefoot/class-data");
    }

    /** Runs a contender. */
    Sample measure(Contender contender, int turn) throws IOException, InterruptedException {
        List<Sample> builds = new ArrayList<>();
        for (int i = 1; i <= contender.way().builds(contender.rounds()); i++) {
            builds.add(build(contender, turn + "-" + i, true));
        }
        return Sample.together(builds);
    }

    private Sample build(Contender contender, String number, boolean offline) throws IOException, InterruptedException {
        Path target = contender.project().resolve("target");
        Trees.delete(target.resolve("surefire-reports"));
        Trees.delete(target.resolve("surefoot"));
        if (contender.way().isFirst()) {
            Trees.delete(classData(contender));
        }
        Path log = logs.resolve(contender.suite().name() + "-" + contender.label() + "-" + number + ".log");
        List<String> arguments = contender.way().arguments(versions, contender.rounds(), workers);
        Maven.Build build = offline
                ? maven.offline(contender.project(), log, arguments)
                : maven.online(contender.project(), log, arguments);
        Reports reports = Reports.read(target.resolve("surefire-reports"));
        Outcomes outcomes = reports.outcomes();
        if (build.exitCode() == 0 && outcomes.size() == 0) {
            throw new BenchmarkFault(
                    contender.label() + " of " + contender.suite().name()
                            + " passes without a report of a test in target/surefire-reports (" + log
                            + "): what is measured must be one module with tests.");
        }
        if (build.exitCode() != 0 && outcomes.notPassed() == 0) {
            throw new BenchmarkFault(contender.label() + " of "
                    + contender.suite().name() + " fails, but not by a test (" + log + "):\n" + build.tail());
        }
        Duration testTime = contender.way().isSurefoot() ? journalled(contender, target, log) : reports.testTime();
        return new Sample(build.time(), build.cpuTime(), testTime, build.workerPeak(), outcomes);
    }

    /** Surefoot's report has one entry for a test of many rounds; its journals have all. */
    private static Duration journalled(Contender contender, Path target, Path log) {
        Evidence evidence = EvidenceReader.read(target.resolve("surefoot/journals"));
        if (evidence.completedRounds() != contender.roundsRun()) {
            throw new BenchmarkFault(contender.label() + " completed " + evidence.completedRounds() + " of "
                    + contender.roundsRun() + " rounds (" + log + ")");
        }
        return Duration.ofMillis(evidence.tests().stream()
                .flatMap(test -> test.executions().stream())
                .mapToLong(Execution::millis)
                .sum());
    }
}
