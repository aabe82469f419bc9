package io.github.surefoot.maven.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A server of PostgreSQL for the workers of one run: on this machine alone, with its data in memory where there is a disk
 * for that, and nothing that waits for a disk, since nothing of it outlives the run. It is stopped, and its data removed,
 * when it is closed or the JVM ends; if that is killed, by the next that starts one.
 */
public final class StartedPostgres implements AutoCloseable {
    /** Who owns it. */
    public static final String USER = "surefoot";

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 256L << 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PORTS = 3;

    private final PostgresPrograms programs;
    private final OrdinaryUser user;
    private final ServerHome home;
    private final Thread atExit = new Thread(this::stopQuietly, "surefoot-postgres-stop");
    private int port;
    private boolean closed;

    private StartedPostgres(PostgresPrograms programs, OrdinaryUser user, ServerHome home) {
        this.programs = programs;
        this.user = user;
        this.home = home;
    }

    /**
     * Starts one, after those of builds that were killed have been stopped.
     *
     * @param password of its user
     * @param connections how many there may be at once
     * @param log is told what was swept
     * @throws IOException if it does not start; nothing is left of it
     */
    static StartedPostgres start(PostgresPrograms programs, String password, int connections, Consumer<String> log)
            throws IOException {
        OrdinaryUser user = OrdinaryUser.ofThisBuild();
        for (Path base : bases()) {
            sweep(base, programs, user, log);
        }
        StartedPostgres server = new StartedPostgres(programs, user, ServerHome.create(bases().get(0)));
        Runtime.getRuntime().addShutdownHook(server.atExit);
        try {
            server.init(password);
            server.run(connections);
            return server;
        } catch (IOException | RuntimeException e) {
            try {
                server.close();
            } catch (IOException notClosed) {
                e.addSuppressed(notClosed);
            }
            throw e;
        }
    }

    /** The best first. */
    private static List<Path> bases() throws IOException {
        List<Path> bases = new ArrayList<>();
        if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM) {
            bases.add(MEMORY);
        }
        bases.add(Path.of(System.getProperty("java.io.tmpdir")));
        return bases;
    }

    private static void sweep(Path base, PostgresPrograms programs, OrdinaryUser user, Consumer<String> log)
            throws IOException {
        for (ServerHome dead : ServerHome.ofTheDead(base)) {
            new StartedPostgres(programs, user, dead).stop();
            log.accept("Surefoot: stopped the PostgreSQL in " + dead.directory() + ", which a killed build left");
        }
    }

    private Path cluster() {
        return home.directory().resolve("cluster");
    }

    private void init(String password) throws IOException {
        Path secret = home.directory().resolve("secret");
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            user.own(home.directory());
            // The same order of texts on every machine.
            call(
                    "initdb",
                    "-D",
                    cluster().toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    secret.toString(),
                    "-E",
                    "UTF8",
                    "--no-locale",
                    "--no-sync");
        } finally {
            Files.delete(secret);
        }
    }

    private void run(int connections) throws IOException {
        for (int left = PORTS; ; left--) {
            port = freePort();
            String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                    + " -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections="
                    + connections;
            Path log = home.directory().resolve("log");
            try {
                call("pg_ctl", "-D", cluster().toString(), "-o", options, "-w", "-l", log.toString(), "start");
                return;
            } catch (IOException e) {
                // Somebody else may have taken the port meanwhile.
                String said = Files.exists(log) ? Files.readString(log) : "";
                if (left == 1 || !said.contains("Address already in use")) {
                    throw new IOException(e.getMessage() + System.lineSeparator() + said, e);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Returns the URL of its first database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Path directory() {
        return home.directory();
    }

    @Override
    public void close() throws IOException {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is about to end, and the hook finds nothing more to do.
        }
    }

    private synchronized void stop() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (home) {
            Path file = cluster().resolve("postmaster.pid");
            if (Files.exists(file)) {
                end(Long.parseLong(Files.readAllLines(file).get(0).strip()));
            }
        }
    }

    /** Of a server that has died only its file is there, and one that does not hear is killed. */
    private void end(long process) {
        try {
            call("pg_ctl", "-D", cluster().toString(), "-m", "immediate", "-w", "stop");
        } catch (IOException e) {
            System.getLogger(StartedPostgres.class.getName()).log(System.Logger.Level.DEBUG, "pg_ctl stop", e);
            ProcessHandle.of(process)
                    .filter(each -> each.info()
                            .commandLine()
                            .orElse("")
                            .contains(cluster().toString()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (IOException e) {
            System.getLogger(StartedPostgres.class.getName())
                    .log(System.Logger.Level.WARNING, "A PostgreSQL could not be stopped; the next build will", e);
        }
    }

    private void call(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.program(program)));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("surefoot-postgres", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(user.command(command))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            // What is set for clients, or for another server, is none of this one's.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(
                        program + " failed: " + Files.readString(said).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + program + " ran", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
