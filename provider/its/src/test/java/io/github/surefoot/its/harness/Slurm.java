package io.github.surefoot.its.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Slurm of its own: one controller, two nodes of one processor on this machine, in a directory with a short name. */
public final class Slurm implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final long A_LITTLE_NANOS = 200_000_000;
    private static final String SYSTEM = "/usr/sbin/";

    private final Project project;
    private final Path directory;
    private final List<Process> daemons = new ArrayList<>();

    private Slurm(Project project, Path directory) {
        this.project = project;
        this.directory = directory;
    }

    /**
     * Starts it. What its tasks call {@code mvn} is the Maven of the tests, with their repository.
     *
     * @throws IOException if it cannot be started
     */
    public static Slurm start(Project project) throws IOException, InterruptedException {
        // Not beside the project: Slurm's sockets lie there, whose paths may have a hundred characters.
        Slurm slurm = new Slurm(project, Files.createTempDirectory("slurm"));
        slurm.writeFiles();
        slurm.daemon(
                "munged",
                "--foreground",
                "--force",
                "--key-file=" + slurm.file("munge.key"),
                "--socket=" + slurm.file("munge.socket"),
                "--pid-file=" + slurm.file("munged.pid"),
                "--seed-file=" + slurm.file("munged.seed"),
                "--log-file=" + slurm.file("munged.log"));
        slurm.awaitFile("munge.socket");
        slurm.daemon("slurmctld", "-D", "-f", slurm.file("slurm.conf").toString());
        slurm.daemon("slurmd", "-D", "-N", "n1", "-f", slurm.file("slurm.conf").toString());
        slurm.daemon("slurmd", "-D", "-N", "n2", "-f", slurm.file("slurm.conf").toString());
        return slurm;
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private void writeFiles() throws IOException {
        byte[] key = new byte[128];
        new SecureRandom().nextBytes(key);
        Files.write(file("munge.key"), key);
        Files.setPosixFilePermissions(file("munge.key"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("state", "spool-n1", "spool-n2", "bin")) {
            Files.createDirectories(file(name));
        }
        String host =
                Files.readString(Path.of("/proc/sys/kernel/hostname")).strip().replaceFirst("\\..*", "");
        Files.writeString(file("slurm.conf"), """
                ClusterName=surefoot
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmctldPort=%3$d
                SlurmUser=root
                SlurmdUser=root
                AuthType=auth/munge
                AuthInfo=socket=%2$s/munge.socket
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                ReturnToService=2
                SelectType=select/cons_tres
                SelectTypeParameters=CR_CPU
                StateSaveLocation=%2$s/state
                SlurmdSpoolDir=%2$s/spool-%%n
                SlurmctldPidFile=%2$s/slurmctld.pid
                SlurmdPidFile=%2$s/slurmd-%%n.pid
                SlurmctldLogFile=%2$s/slurmctld.log
                SlurmdLogFile=%2$s/slurmd-%%n.log
                NodeName=n1 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%4$d CPUs=1 State=UNKNOWN
                NodeName=n2 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%5$d CPUs=1 State=UNKNOWN
                PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
                """.formatted(host, directory, freePort(), freePort(), freePort()));
        Files.writeString(file("bin/mvn"), "#!/bin/sh\nexec " + CiMachines.onTheCommandLine(project) + " \"$@\"\n");
        Files.setPosixFilePermissions(file("bin/mvn"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void daemon(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SYSTEM + program));
        command.addAll(List.of(arguments));
        daemons.add(process(command, program + daemons.size()).start());
    }

    private ProcessBuilder process(List<String> command, String log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(file(log + ".out").toFile());
        builder.environment().remove("CI");
        builder.environment().put("SLURM_CONF", file("slurm.conf").toString());
        builder.environment().put("PATH", file("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", Maven.FAST);
        return builder;
    }

    private void awaitFile(String name) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(file(name))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("There is no " + file(name));
            }
            LockSupport.parkNanos(A_LITTLE_NANOS);
        }
    }

    /** Runs one of its commands in the project's directory, and returns what it prints. */
    public String run(String... command) throws IOException, InterruptedException {
        Process process = process(List.of(command), "command").start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String printed = Files.readString(file("command.out"), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue() + ": " + printed);
        }
        return printed;
    }

    /** Waits until a job is in one of these states. */
    public void awaitState(String job, String... states) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        String last;
        do {
            LockSupport.parkNanos(A_LITTLE_NANOS);
            last = run("scontrol", "--oneliner", "show", "job", job);
            if (last.contains("Reason=launch")) {
                throw new AssertionError("Slurm cannot start job " + job + ", see the logs in slurm: " + last);
            }
            if (Arrays.stream(states).map(" JobState="::concat).anyMatch(last::contains)) {
                return;
            }
        } while (System.nanoTime() < end);
        throw new AssertionError("Job " + job + " is not " + String.join(" or ", states) + ": " + last);
    }

    /** Ends it; what it has logged stays beside the project. */
    @Override
    public void close() throws IOException {
        // Nodes before the controller, and what signs their messages last.
        for (int i = daemons.size() - 1; i >= 0; i--) {
            Process daemon = daemons.get(i);
            daemon.descendants().forEach(ProcessHandle::destroy);
            daemon.destroy();
            daemon.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        }
        Path logs = Files.createDirectories(project.directory().resolveSibling("slurm"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{log,out}")) {
            for (Path file : files) {
                Files.copy(file, logs.resolve(file.getFileName()));
            }
        }
        Trees.delete(directory);
    }
}
