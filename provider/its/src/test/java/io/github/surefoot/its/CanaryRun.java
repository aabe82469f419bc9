package io.github.surefoot.its;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Builds of the project {@code secrets-canary} with three secrets of three sources, in directories of their own, so
 * that everything they leave can be searched for the values.
 */
final class CanaryRun {
    /** Where programs leave temporary files that were not told to leave them elsewhere. */
    private static final List<Path> OUTSIDE = List.of(Path.of("/tmp"), Path.of("/dev/shm"), Path.of("/var/tmp"));

    private static final int OUTSIDE_DEPTH = 3;

    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

    private final Project project;
    private final Path room;
    private final CanaryValues values;
    private final FileTime started;
    private final Map<String, String> environment;
    private final Optional<Path> mavenHome;
    private final Set<String> leaks;

    private CanaryRun(
            Project project,
            Path room,
            CanaryValues values,
            FileTime started,
            Map<String, String> environment,
            Optional<Path> mavenHome,
            Set<String> leaks) {
        this.project = project;
        this.room = room;
        this.values = values;
        this.started = started;
        this.environment = environment;
        this.mavenHome = mavenHome;
        this.leaks = leaks;
    }

    /** Prepares builds by the Maven that runs this one, with a plain password in {@code settings.xml}. */
    static CanaryRun prepare(Project project) throws IOException {
        CanaryValues values = new CanaryValues();
        return prepare(project, values, values.settings(), "", Optional.empty());
    }

    /** Prepares builds by another Maven, with a password in {@code settings.xml} that its own tool has encrypted. */
    static CanaryRun encrypted(Project project, Path mavenHome) throws IOException, InterruptedException {
        CanaryValues values = new CanaryValues();
        Path home = project.directory().resolveSibling("home");
        Files.createDirectories(home);
        MavenEncryption encryption = new MavenEncryption(mavenHome, home);
        String password = encryption.encrypt(values.settings());
        return prepare(project, values, password, " " + encryption.option(), Optional.of(mavenHome));
    }

    private static CanaryRun prepare(
            Project project, CanaryValues values, String password, String options, Optional<Path> mavenHome)
            throws IOException {
        Path room = project.directory().resolveSibling("room");
        Files.createDirectories(room.resolve("tmp"));
        Files.setPosixFilePermissions(
                Files.createDirectories(room.resolve("run")), PosixFilePermissions.fromString("rwx------"));
        Path dotenv = Files.writeString(project.file(".env"), "JWT_SECRET_KEY=" + values.dotenv() + "\n");
        Files.setPosixFilePermissions(dotenv, PosixFilePermissions.fromString("rw-------"));
        Path settings = Files.writeString(
                globalSettings(project),
                "<settings><servers><server><id>JWT_ENCRYPTION_KEY</id><password>" + password
                        + "</password></server></servers></settings>");
        Map<String, String> environment = new HashMap<>();
        environment.put("API_KEY", values.environment());
        environment.put("CANARY_SHA256", values.sha256());
        environment.put("XDG_RUNTIME_DIR", room.resolve("run").toString());
        environment.put("MAVEN_OPTS", Maven.FAST + " -Djava.io.tmpdir=" + room.resolve("tmp") + options);
        // What CI servers are told is looked into as well.
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_STEP_SUMMARY", room.resolve("summary.md").toString());
        environment.put("GITLAB_CI", "true");
        return new CanaryRun(
                project, room, values, Files.getLastModifiedTime(settings), environment, mavenHome, new TreeSet<>());
    }

    private static Path globalSettings(Project project) {
        return project.directory().resolveSibling("global-settings.xml");
    }

    CanaryRun environment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new CanaryRun(project, room, values, started, more, mavenHome, leaks);
    }

    private Maven maven() {
        Maven maven = mavenHome.map(home -> project.maven().at(home)).orElseGet(project::maven);
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            maven = maven.environment(variable.getKey(), variable.getValue());
        }
        return maven;
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "-gs", globalSettings(project).toString(), "-DargLine=-Djava.io.tmpdir=" + room.resolve("tmp")));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Runs a build, and meanwhile looks into the command lines of all processes. */
    Build run(String... arguments) throws InterruptedException {
        CommandLines lines = new CommandLines(this::lookIntoCommandLine);
        try {
            return maven().run(arguments(arguments));
        } finally {
            lines.end();
        }
    }

    private void lookIntoCommandLine(String line) {
        if (values.shownIn(line)) {
            synchronized (leaks) {
                leaks.add("a command line");
            }
        }
    }

    /** Starts a build. */
    Process start(String... arguments) throws IOException {
        return maven().start(arguments(arguments));
    }

    /** Tells whether a test has printed something to the console or to the file that keeps the last of its worker. */
    boolean printed(String text) throws IOException {
        Path around = room.resolveSibling(".").normalize();
        try (Stream<Path> files = Files.walk(around)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".log") || file.toString().endsWith(".output"))
                    .toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        } catch (java.io.UncheckedIOException e) {
            // A file went while it was looked at: there will be another look.
            return false;
        }
        return false;
    }

    /** Starts a build, waits until it holds its secrets for the workers, and kills it with all its processes. */
    void killWhenHeld(String... arguments) throws Exception {
        Process process = maven().start(arguments(arguments));
        while (leftInMemory().isEmpty()) {
            if (!process.isAlive()) {
                throw new AssertionError("The build ended before it held a secret");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            throw new AssertionError("The build cannot be killed");
        }
    }

    /** Returns what is in the directory that is to carry the secrets to the workers: nothing after a build. */
    List<Path> leftInMemory() throws IOException {
        try (Stream<Path> files = Files.list(room.resolve("run"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("surefoot-secrets-"))
                    .toList();
        }
    }

    /** Returns what GitHub is told of the run, which is its summary page. */
    Path gitHubSummary() {
        return room.resolve("summary.md");
    }

    /**
     * Returns where a secret shows: in a command line; in the name or the bytes of any file of the project, its logs and
     * temporary directories; in what was written since into the temporary directories of the machine.
     */
    Set<String> leaks() throws IOException {
        Path around = room.resolveSibling(".").normalize();
        try (Stream<Path> files = Files.walk(around)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean given = file.equals(project.file(".env")) || file.equals(globalSettings(project));
                if (!given && (values.shownIn(file.toString()) || values.shownIn(Files.readAllBytes(file)))) {
                    leaks.add(around.relativize(file).toString());
                }
            }
        }
        for (Path outside : OUTSIDE) {
            lookInto(outside, around);
        }
        return leaks;
    }

    private void lookInto(Path outside, Path around) throws IOException {
        Files.walkFileTree(
                outside, EnumSet.noneOf(java.nio.file.FileVisitOption.class), OUTSIDE_DEPTH, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        boolean ours = file.startsWith(around);
                        boolean since = attributes.lastModifiedTime().compareTo(started) >= 0;
                        if (!ours && since && attributes.isRegularFile() && Files.isReadable(file)) {
                            look(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** Others' directories, and what is deleted meanwhile. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void look(Path file) throws IOException {
        try {
            if (values.shownIn(Files.readAllBytes(file))) {
                leaks.add(file.toString());
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // Another program's temporary file, gone again.
            Thread.onSpinWait();
        }
    }
}
