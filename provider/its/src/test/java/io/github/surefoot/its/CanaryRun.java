package io.github.surefoot.its;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Builds of the project {@code secrets-canary} with three secrets of three sources, in directories of their own, so
 * that everything they leave can be searched for the values.
 */
final class CanaryRun {
    private static final List<String> VALUES = List.of(
            "env/+canary&<1> \"x\"", "dotenv-canary-0123456789-0123456789", "settings.canary-0123456789-01234567");

    private final Project project;
    private final Path room;
    private final Map<String, String> environment;
    private final Set<String> leaks;

    private CanaryRun(Project project, Path room, Map<String, String> environment, Set<String> leaks) {
        this.project = project;
        this.room = room;
        this.environment = environment;
        this.leaks = leaks;
    }

    static CanaryRun prepare(Project project) throws Exception {
        Path room = project.directory().resolveSibling("room");
        Files.createDirectories(room.resolve("tmp"));
        Files.setPosixFilePermissions(
                Files.createDirectories(room.resolve("run")), PosixFilePermissions.fromString("rwx------"));
        Path dotenv = Files.writeString(project.file(".env"), "JWT_SECRET_KEY=" + VALUES.get(1) + "\n");
        Files.setPosixFilePermissions(dotenv, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                globalSettings(project),
                "<settings><servers><server><id>JWT_ENCRYPTION_KEY</id><password>" + VALUES.get(2)
                        + "</password></server></servers></settings>");
        byte[] all = String.join(" and ", VALUES).getBytes(StandardCharsets.UTF_8);
        Map<String, String> environment = new HashMap<>();
        environment.put("API_KEY", VALUES.get(0));
        environment.put(
                "CANARY_SHA256",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all)));
        environment.put("XDG_RUNTIME_DIR", room.resolve("run").toString());
        environment.put("MAVEN_OPTS", "-Djava.io.tmpdir=" + room.resolve("tmp"));
        return new CanaryRun(project, room, environment, new TreeSet<>());
    }

    private static Path globalSettings(Project project) {
        return project.directory().resolveSibling("global-settings.xml");
    }

    CanaryRun environment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new CanaryRun(project, room, more, leaks);
    }

    private Maven maven() {
        Maven maven = project.maven();
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
        AtomicBoolean ended = new AtomicBoolean();
        Thread watch = new Thread(
                () -> {
                    while (!ended.get()) {
                        ProcessHandle.allProcesses().forEach(this::lookIntoCommandLine);
                    }
                },
                "command-lines");
        watch.start();
        try {
            return maven().run(arguments(arguments));
        } finally {
            ended.set(true);
            watch.join();
        }
    }

    private void lookIntoCommandLine(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            if (shows(line)) {
                synchronized (leaks) {
                    leaks.add("a command line");
                }
            }
        } catch (IOException e) {
            // It has ended, or there is no /proc here: nothing to see either way.
            Thread.onSpinWait();
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
            Thread.onSpinWait();
        }
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
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

    /** Returns where a secret shows: in any file of the project, its logs and temporary directories, or a command line. */
    Set<String> leaks() throws IOException {
        Path around = room.resolveSibling(".").normalize();
        try (Stream<Path> files = Files.walk(around)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean given = file.equals(project.file(".env")) || file.equals(globalSettings(project));
                if (!given && shows(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))) {
                    leaks.add(around.relativize(file).toString());
                }
            }
        }
        return leaks;
    }

    private static boolean shows(String text) {
        return VALUES.stream().flatMap(CanaryRun::disguises).anyMatch(text::contains);
    }

    /** Written apart from the code under test: the value, and what becomes of it where others encode it. */
    private static Stream<String> disguises(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String basic = Base64.getEncoder().encodeToString(("user:" + value).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                value,
                value.replace("\"", "\\\""),
                value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                base64.substring(0, base64.length() - 4),
                basic.substring(8, basic.length() - 4),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes));
    }
}
