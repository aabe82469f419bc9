package io.github.surefoot.its.harness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One {@link MavenHost} as seen by the tests. Those that are idle wait for the next build. */
final class WarmMaven {
    /** What a build leaves in its JVM adds up; after so many builds there is a new one. */
    private static final int BUILDS = 100;

    private static final Duration START = Duration.ofMinutes(5);
    private static final ConcurrentLinkedQueue<WarmMaven> IDLE = new ConcurrentLinkedQueue<>();

    private final Process process;
    private final Path log;
    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int builds;

    private WarmMaven(Process process, Socket socket, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.socket = socket;
        this.out = new DataOutputStream(socket.getOutputStream());
        this.in = new DataInputStream(socket.getInputStream());
    }

    /**
     * Runs a build in a host that is idle, or in a new one.
     *
     * @param builder a process of the environment that the host shall have, for the case that there is none yet
     * @return the exit code
     * @throws AssertionError if the build does not end in time, or its JVM does; either is stopped, then
     */
    static int run(
            Workspace workspace,
            ProcessBuilder builder,
            Path directory,
            Path log,
            List<String> arguments,
            Duration limit)
            throws IOException {
        WarmMaven idle = IDLE.poll();
        WarmMaven maven = idle != null ? idle : start(workspace, builder);
        boolean sound = false;
        try {
            int exitCode = maven.build(directory, log, arguments, limit);
            sound = true;
            return exitCode;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("Maven did not end within " + limit.toMinutes() + " minutes, see " + log, e);
        } catch (EOFException e) {
            throw new AssertionError("Maven's JVM ended during a build, see " + log + " and " + maven.log, e);
        } finally {
            if (sound && maven.builds < BUILDS) {
                IDLE.add(maven);
            } else {
                maven.end();
            }
        }
    }

    private static WarmMaven start(Workspace workspace, ProcessBuilder builder) throws IOException {
        Path log = Files.createTempFile(workspace.directory(), "maven-host-", ".log");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(Math.toIntExact(START.toMillis()));
            Process process = builder.command(command(workspace.mavenHome(), server.getLocalPort()))
                    .directory(workspace.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new WarmMaven(process, server.accept(), log);
        }
    }

    private static List<String> command(Path home, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(Maven.FAST.split(" ")));
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator,
                classesOfThisTest().toString(),
                classworlds(home).toString()));
        command.add("-Dmaven.home=" + home);
        command.add("-Dclassworlds.conf=" + home.resolve("bin/m2.conf"));
        command.add(MavenHost.class.getName());
        command.add(home.toString());
        command.add(Integer.toString(port));
        return command;
    }

    private static Path classesOfThisTest() throws IOException {
        try {
            return Path.of(MavenHost.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("No directory of classes", e);
        }
    }

    private static Path classworlds(Path home) throws IOException {
        try (var jars = Files.newDirectoryStream(home.resolve("boot"), "plexus-classworlds-*.jar")) {
            return jars.iterator().next();
        }
    }

    private int build(Path directory, Path log, List<String> arguments, Duration limit) throws IOException {
        builds++;
        socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
        out.writeInt(arguments.size() + 2);
        out.writeUTF(directory.toString());
        out.writeUTF(log.toString());
        for (String argument : arguments) {
            out.writeUTF(argument);
        }
        out.flush();
        return in.readInt();
    }

    /** Asks it to end, which it does at once unless a build hangs in it. */
    private void end() throws IOException {
        socket.close();
        List<ProcessHandle> workers = process.descendants().toList();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                workers.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
