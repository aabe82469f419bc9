package io.github.surefoot.analysis.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** A PostgreSQL server of this test's own, on a free port. PostgreSQL refuses to run as root, so it then runs as postgres. */
final class PostgresServer {
    private final Path bin;
    private final Path data;
    private final int port;

    private PostgresServer(Path bin, Path data, int port) {
        this.bin = bin;
        this.data = data;
        this.port = port;
    }

    /** Returns where the programs of an installed server are. */
    static Optional<Path> installed() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(dir -> Files.isExecutable(dir.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresServer start(Path bin) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(bin, Files.createTempDirectory("surefoot-postgres"), port);
        if (isRoot()) {
            server.run(List.of("chown", "postgres", server.data.toString()));
        }
        server.runAsOwner("initdb", "-D", server.data.toString(), "-U", "surefoot", "-A", "trust", "-E", "UTF8", "-N");
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
        server.runAsOwner(
                "pg_ctl", "-D", server.data.toString(), "-o", options, "-w", "-l", server.data + "/log", "start");
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=surefoot&password=geheim99";
    }

    private void runAsOwner(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("surefoot-postgres", ".log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log, StandardCharsets.UTF_8));
        }
        Files.delete(log);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    void stop() throws IOException, InterruptedException {
        runAsOwner("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
        PathUtils.deleteDirectory(data);
    }
}
