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

/**
 * A real Maven, about to run on a project. By itself it is a process that a shell would start; a build that minds
 * nothing of that is {@linkplain #warm() better run} in a JVM that has built before, for a third of the time.
 */
public final class Maven {
    /** What spares a JVM that lives for seconds its optimizing compiler, and threads that collect garbage. */
    public static final String FAST = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** Many times what the slowest build here takes on two cores that ten others use too; a build beyond it hangs. */
    private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("its.longestBuild", 20));

    /**
     * What the Maven around this one tells its children, and a CI server the builds it runs, which would mislead the one
     * started here: it runs as at a desk, unless a test says otherwise.
     */
    private static final List<String> OUTER = List.of(
            "MAVEN_ARGS",
            "MAVEN_BASEDIR",
            "MAVEN_CMD_LINE_ARGS",
            "MAVEN_PROJECTBASEDIR",
            "MAVEN_HOME",
            "CI",
            "CI_PROJECT_DIR",
            "GITHUB_ACTIONS",
            "GITHUB_STEP_SUMMARY",
            "GITHUB_WORKSPACE",
            "GITLAB_CI",
            "JENKINS_URL",
            "TEAMCITY_VERSION",
            "TF_BUILD");

    private final Workspace workspace;
    private final Path project;
    private final Path log;
    private final Setup setup;

    /**
     * How it is run.
     *
     * @param home where it is installed
     * @param environment what is added to the environment of this process; an empty value takes away
     * @param terminal whether it sees a terminal
     * @param warm whether a JVM that has built before will do
     * @param jvms the workers' JVMs
     */
    private record Setup(Path home, Map<String, String> environment, boolean terminal, boolean warm, Jvms jvms) {
        Setup with(String name, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(name, value);
            return new Setup(home, more, terminal, warm, jvms);
        }

        /** Tells whether it is the Maven of all the others, in their environment. */
        boolean isLikeOthers(Workspace workspace) {
            return !terminal
                    && home.equals(workspace.mavenHome())
                    && environment.entrySet().stream()
                            .allMatch(variable -> usual(variable.getKey()).equals(variable.getValue()));
        }

        private static String usual(String variable) {
            return OUTER.contains(variable) ? "" : System.getenv().getOrDefault(variable, "");
        }
    }

    Maven(Workspace workspace, Path project, Path log, Jvms jvms) {
        this(workspace, project, log, new Setup(workspace.mavenHome(), Map.of(), false, false, jvms));
    }

    private Maven(Workspace workspace, Path project, Path log, Setup setup) {
        this.workspace = workspace;
        this.project = project;
        this.log = log;
        this.setup = setup;
    }

    private Maven with(Setup other) {
        return new Maven(workspace, project, log, other);
    }

    /** Adds a variable to Maven's environment; an empty value takes it away. */
    public Maven environment(String name, String value) {
        return with(setup.with(name, value));
    }

    /** Takes another Maven than the one that runs the build. */
    public Maven at(Path otherHome) {
        return with(new Setup(otherHome, setup.environment(), setup.terminal(), setup.warm(), setup.jvms()));
    }

    /** Takes a JVM that has built before, unless the environment, the terminal or the Maven is one of its own. */
    public Maven warm() {
        return with(new Setup(setup.home(), setup.environment(), setup.terminal(), true, setup.jvms()));
    }

    /**
     * Lets it run as before a person: on a pseudo-terminal, not in batch mode, and on no CI server. The log is what
     * the terminal was sent.
     */
    public Maven onTerminal() {
        return with(new Setup(setup.home(), setup.environment(), true, setup.warm(), setup.jvms()))
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
            int exitCode = setup.warm() && setup.isLikeOthers(workspace)
                    ? WarmMaven.run(workspace, process(), project, log, arguments(List.of(arguments)), LIMIT)
                    : waitFor(start(arguments));
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new Build(project, log, List.of(arguments), exitCode, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Maven ran, see " + log, e);
        }
    }

    /** Returns the file that takes all that it prints. */
    public Path log() {
        return log;
    }

    private int waitFor(Process process) throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("Maven did not end within " + LIMIT.toMinutes() + " minutes, see " + log);
        }
        return process.exitValue();
    }

    /** Returns the command of a process of its own. */
    List<String> command(String... arguments) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(
                setup.home().resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
        command.addAll(arguments(List.of(arguments)));
        return command;
    }

    /** Starts a process of its own; its output goes to the log beside the project. */
    public Process start(String... arguments) throws IOException {
        List<String> command = command(arguments);
        return process()
                .command(setup.terminal() ? List.of("script", "-qefc", asInAShell(command), "/dev/null") : command)
                .start();
    }

    /** Returns a process without a command, on the project, in the environment. */
    private ProcessBuilder process() {
        ProcessBuilder builder = new ProcessBuilder()
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        OUTER.forEach(variables::remove);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("MAVEN_OPTS", FAST);
        setup.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.remove(name);
            } else {
                variables.put(name, value);
            }
        });
        return builder;
    }

    private List<String> arguments(List<String> own) throws IOException {
        List<String> all = new ArrayList<>(List.of("-ntp"));
        if (!setup.terminal()) {
            all.addAll(List.of("-B", "-Dstyle.color=never"));
        }
        all.addAll(List.of("-s", UserSettings.of(workspace).toString()));
        all.add("-Dmaven.repo.local=" + workspace.repository());
        all.addAll(setup.jvms().given(own));
        return all;
    }

    /** What is started in the background ignores Ctrl-C, and so would all that it starts; a shell before a person does not. */
    private static String asInAShell(List<String> command) {
        return "exec env --default-signal=INT " + quoted(command);
    }

    /** Makes one command of it for a shell. */
    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> '\'' + word.replace("'", "'\\''") + '\'')
                .collect(Collectors.joining(" "));
    }
}
