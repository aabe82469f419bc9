package io.github.surefoot.worker.database.engine.postgresql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of the tests' own, on a free port; PostgreSQL refuses to run as root, so it then runs as postgres. */
public final class LocalPostgres implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path bin;
    private final Path data;
    private final int port;

    private LocalPostgres(Path bin, Path data, int port) {
        this.bin = bin;
        this.data = data;
        this.port = port;
    }

    /** Returns where the programs of an installed server are. */
    public static Optional<Path> installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(dir -> Files.isExecutable(dir.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Starts one whose user surefoot has a password. */
    public static LocalPostgres start(Path bin, String password) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path data = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "surefoot-postgres")
                : Files.createTempDirectory("surefoot-postgres");
        LocalPostgres server = new LocalPostgres(bin, data, port);
        Path file = Files.writeString(data.resolve("password"), password);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", data.toString()));
        }
        String cluster = data.resolve("cluster").toString();
        server.asOwner(
                "initdb", "-D", cluster, "-U", "surefoot", "-A", "scram-sha-256", "--pwfile", file.toString(), "-N");
        server.startAgain();
        return server;
    }

    /** Starts it again, on the same port. */
    public void startAgain() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                + " -c max_connections=40 -c max_prepared_transactions=10 -c wal_level=logical";
        asOwner("pg_ctl", "-D", data.resolve("cluster").toString(), "-o", options, "-w", "-l", data + "/log", "start");
    }

    /** Stops it at once, as a crash would. */
    public void stop() throws IOException, InterruptedException {
        asOwner("pg_ctl", "-D", data.resolve("cluster").toString(), "-m", "immediate", "-w", "stop");
    }

    /** Returns the URL of its first database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void asOwner(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("surefoot-postgres", ".log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log));
        }
        Files.delete(log);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping the server", e);
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
