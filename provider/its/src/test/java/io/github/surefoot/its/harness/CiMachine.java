package io.github.surefoot.its.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A machine of a CI server: a checkout, variables, and a shell that runs the commands of a file. */
public final class CiMachine {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final String CALLS = "calls.txt";

    private final Project project;
    private final Path room;
    private final Map<String, String> variables = new HashMap<>();
    private final StringBuilder printed = new StringBuilder();

    CiMachine(Project project, Path room) {
        this.project = project;
        this.room = room;
    }

    /** Returns where its checkout is. */
    public Path directory() {
        return project.directory();
    }

    /** Sets a variable, as the engine does for its jobs. */
    public CiMachine with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Says which of the builds that were before stands for the one that it will ask for. */
    public CiMachine standingFor(int shard) {
        return with(CiMachines.STANDS_FOR, Integer.toString(shard));
    }

    /** Runs commands in the checkout, or below it, and returns the exit code of the shell. */
    public int run(Path directory, String... shellAndCommands) throws IOException, InterruptedException {
        Path log = Files.createTempFile(room, "shell", ".log");
        ProcessBuilder builder = new ProcessBuilder(shellAndCommands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("CI") || name.startsWith("MAVEN_"));
        builder.environment().put("PATH", room.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", Maven.FAST);
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The shell did not end, see " + log);
        }
        printed.append(Files.readString(log, StandardCharsets.UTF_8));
        return process.exitValue();
    }

    /** Returns all that its shells have printed. */
    public String printed() {
        return printed.toString();
    }

    /** Returns what {@code mvn} was asked for, a line each, if it does not really run. */
    public List<String> calls() throws IOException {
        Path file = directory().resolve(CALLS);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Runs what {@code mvn} was asked for last. */
    public Build runLastCall() throws IOException {
        List<String> calls = calls();
        return project.run(calls.get(calls.size() - 1).strip().split(" "));
    }

    /** Copies what a pattern of the engine names, by its path, as artefacts are carried. */
    public void carry(String pattern, Path to) throws IOException {
        carry(directory(), pattern, to);
    }

    /** Copies the files of a directory that a pattern names, by their path in it. */
    public static void carry(Path from, String pattern, Path to) throws IOException {
        String glob = pattern.endsWith("/") ? pattern + "**" : pattern;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .map(from::relativize)
                    .filter(matcher::matches)
                    .forEach(found::add);
        }
        for (Path file : found) {
            Path target = to.resolve(file.toString());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(from.resolve(file.toString()), target);
        }
    }
}
