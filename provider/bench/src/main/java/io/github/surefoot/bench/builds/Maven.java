package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Starts real Mavens, one after the other, and times them. */
final class Maven {
    /** What a Maven around this JVM tells its children, which would mislead those started here. */
    private static final List<String> OUTER =
            List.of("MAVEN_ARGS", "MAVEN_BASEDIR", "MAVEN_CMD_LINE_ARGS", "MAVEN_PROJECTBASEDIR");

    private final String command;
    private final Path repository;

    /**
     * Prepares to start Maven.
     *
     * @param home where it is installed; otherwise the one on the PATH is taken
     * @param repository the local repository, with Surefoot in it
     */
    Maven(Optional<Path> home, Path repository) {
        this.command =
                home.map(path -> path.resolve("bin").resolve("mvn").toString()).orElse("mvn");
        this.repository = repository;
    }

    /**
     * A Maven that ended.
     *
     * @param time from its start to its end
     * @param cpuTime of Maven and all that it started and waited for, where the system tells
     * @param exitCode 0 if the build passed
     * @param workerPeak the most memory that one of its forks had resident, in KiB, where the system tells
     * @param log its whole output
     */
    record Build(Duration time, Optional<Duration> cpuTime, int exitCode, OptionalLong workerPeak, Path log) {
        /** Returns the end of its output, for messages. */
        String tail() throws IOException {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        }
    }

    /** Runs Maven, which may not download anything, so that no network is measured. */
    Build offline(Path directory, Path log, List<String> arguments) throws IOException, InterruptedException {
        return run(directory, log, Concat.of(List.of("-o"), arguments));
    }

    /** Runs Maven, which may download what it needs. */
    Build online(Path directory, Path log, List<String> arguments) throws IOException, InterruptedException {
        return run(directory, log, arguments);
    }

    /** Returns what Maven says of itself: its version, and the Java it runs on. */
    List<String> version(Path directory, Path log) throws IOException, InterruptedException {
        Build build = run(directory, log, List.of("--version"));
        return Files.readAllLines(build.log()).stream()
                .map(line -> line.replaceAll("\\x1b\\[[0-9;]*m", ""))
                .toList();
    }

    private Build run(Path directory, Path log, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(Concat.of(options(), arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        OUTER.forEach(variables::remove);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        Optional<Duration> cpuBefore = CpuTime.ofChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        try (WorkerMemory memory = WorkerMemory.of(process.toHandle())) {
            int exitCode = process.waitFor();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            Optional<Duration> cpuTime = CpuTime.ofChildren().flatMap(after -> cpuBefore.map(after::minus));
            return new Build(time, cpuTime, exitCode, memory.peak(), log);
        } finally {
            process.destroy();
        }
    }

    /** The own tracking file has Maven take what is there, whichever Maven with whichever settings downloaded it. */
    private List<String> options() {
        return List.of(
                command,
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository,
                "-Daether.enhancedLocalRepository.trackingFilename=surefoot-bench.repositories");
    }
}
