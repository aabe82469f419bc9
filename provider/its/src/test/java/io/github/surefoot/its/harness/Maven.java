package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Maven in a JVM of its own, about to run on a project. */
public final class Maven {
    /** Many times what the slowest build here takes on two busy cores; a build beyond it hangs. */
    private static final Duration LIMIT = Duration.ofMinutes(8);

    /** What the Maven around this one tells its children, which would mislead the one started here. */
    private static final List<String> OUTER =
            List.of("MAVEN_ARGS", "MAVEN_BASEDIR", "MAVEN_CMD_LINE_ARGS", "MAVEN_PROJECTBASEDIR", "MAVEN_HOME");

    private final Workspace workspace;
    private final Path project;
    private final Path log;
    private final Path home;
    private final Map<String, String> environment;
    private final boolean terminal;

    Maven(Workspace workspace, Path project, Path log, Path home, Map<String, String> environment) {
        this(workspace, project, log, home, environment, false);
    }

    private Maven(
            Workspace workspace, Path project, Path log, Path home, Map<String, String> environment, boolean terminal) {
        this.workspace = workspace;
        this.project = project;
        this.log = log;
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.terminal = terminal;
    }

    /** Adds a variable to Maven's environment; an empty value takes it away. */
    public Maven environment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Maven(workspace, project, log, home, more, terminal);
    }

    /** Takes another Maven than the one that runs the build. */
    public Maven at(Path otherHome) {
        return new Maven(workspace, project, log, otherHome, environment, terminal);
    }

    /**
     * Lets it run as before a person: on a pseudo-terminal, not in batch mode, and on no CI server. The log is what
     * the terminal was sent.
     */
    public Maven onTerminal() {
        return new Maven(workspace, project, log, home, environment, true)
                .environment("CI", "")
                .environment("TERM", "xterm");
    }

    /**
     * Runs it and waits for its end.
     *
     * @throws AssertionError if it does not end
     */
    public Build run(String... arguments) {
        try {
            Process process = start(arguments);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("Maven did not end within " + LIMIT.toMinutes() + " minutes, see " + log);
            }
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new Build(project, log, List.of(arguments), process.exitValue(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Maven ran, see " + log, e);
        }
    }

    /** Starts it; its output goes to the log beside the project. */
    public Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        OUTER.forEach(variables::remove);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.remove(name);
            } else {
                variables.put(name, value);
            }
        });
        return builder.start();
    }

    private List<String> command(String... arguments) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
        command.add("-ntp");
        if (!terminal) {
            command.addAll(List.of("-B", "-Dstyle.color=never"));
        }
        command.add("-s");
        command.add(UserSettings.of(workspace).toString());
        command.add("-Dmaven.repo.local=" + workspace.repository());
        command.addAll(List.of(arguments));
        return terminal ? List.of("script", "-qefc", quoted(command), "/dev/null") : command;
    }

    /** Makes one command of it for a shell. */
    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> '\'' + word.replace("'", "'\\''") + '\'')
                .collect(Collectors.joining(" "));
    }
}
