package io.github.surefoot.its.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A server of databases that is nobody's but this test's, and that builds are told of as of a service of the CI. It is
 * looked into by its own client.
 */
public abstract class SharedServer implements AutoCloseable {
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final long A_LITTLE_NANOS = 20_000_000;
    private static final int LIMIT_SECONDS = 120;
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final String url;
    private final String user;
    private final String variable;

    private SharedServer(String url, String user, String variable) {
        this.url = url;
        this.user = user;
        this.variable = variable;
    }

    /** Tells whether an installed server of the engine can be started here. */
    public static boolean isInstalled(String engine) {
        return engine.equals("postgresql")
                ? Files.isDirectory(POSTGRES)
                : Files.isExecutable(Path.of("/usr/sbin/mariadbd"));
    }

    /** Starts one of an engine, {@code postgresql} or {@code mariadb}. */
    public static SharedServer start(String engine) throws IOException {
        return engine.equals("postgresql") ? Postgres.started() : Maria.started();
    }

    /** Returns the settings that lead to it. */
    public List<String> settings() {
        return List.of("-Dsurefoot.database.url=" + url, "-Dsurefoot.database.user=" + user);
    }

    /** Adds the password to Maven's environment. */
    public Maven known(Maven maven) {
        return maven.environment(variable, PASSWORD);
    }

    /** Returns the names of all databases. */
    public abstract List<String> databases() throws IOException;

    /** Makes a database past Surefoot. */
    public abstract void create(String database) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static String call(Map<String, String> environment, List<String> command) throws IOException {
        Path said = Files.createTempFile("server", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(said));
            }
            return Files.readString(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while it ran: " + command, e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Makes a directory, in memory where there is a disk for that. */
    private static Path home(String name) throws IOException {
        return Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "its-" + name)
                : Files.createTempDirectory("its-" + name);
    }

    /** Neither runs as root: each has a user of its own where Debian's packages are installed. */
    private static List<String> asOwner(String owner, String... command) {
        List<String> all = new ArrayList<>(ROOT ? List.of("runuser", "-u", owner, "--") : List.of());
        all.addAll(List.of(command));
        return all;
    }

    private static void give(Path home, String owner) throws IOException {
        if (ROOT) {
            call(Map.of(), List.of("chown", "-R", owner, home.toString()));
        }
    }

    private static final class Postgres extends SharedServer {
        private final Path programs;
        private final Path home;
        private final int port;

        private Postgres(Path programs, Path home, int port) {
            super("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "build", "PGPASSWORD");
            this.programs = programs;
            this.home = home;
            this.port = port;
        }

        static SharedServer started() throws IOException {
            Path programs;
            try (Stream<Path> versions = Files.list(POSTGRES)) {
                programs = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .findFirst()
                        .orElseThrow();
            }
            Postgres server = new Postgres(programs, home("postgres"), freePort());
            Path secret = Files.writeString(server.home.resolve("secret"), PASSWORD);
            give(server.home, "postgres");
            server.call("initdb", "-U", "build", "-A", "scram-sha-256", "--pwfile=" + secret, "--no-sync");
            server.call(
                    "pg_ctl",
                    "-o",
                    "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                    "-w",
                    "-l",
                    server.home.resolve("log").toString(),
                    "start");
            return server;
        }

        private void call(String program, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(asOwner(
                    "postgres",
                    programs.resolve(program).toString(),
                    "-D",
                    home.resolve("cluster").toString()));
            command.addAll(List.of(arguments));
            SharedServer.call(Map.of(), command);
        }

        private String run(String sql) throws IOException {
            return SharedServer.call(
                    Map.of("PGPASSWORD", PASSWORD),
                    List.of(
                            programs.resolve("psql").toString(),
                            "--no-psqlrc",
                            "--tuples-only",
                            "--no-align",
                            "--host=127.0.0.1",
                            "--port=" + port,
                            "--username=build",
                            "--command=" + sql,
                            "postgres"));
        }

        @Override
        public List<String> databases() throws IOException {
            return run("SELECT datname FROM pg_database").lines().toList();
        }

        @Override
        public void create(String database) throws IOException {
            run("CREATE DATABASE " + database);
        }

        @Override
        public void close() throws IOException {
            call("pg_ctl", "-m", "immediate", "-w", "stop");
            Trees.delete(home);
        }
    }

    private static final class Maria extends SharedServer {
        private final Path home;
        private final Process server;

        private Maria(Path home, int port, Process server) {
            super("jdbc:mariadb://127.0.0.1:" + port + "/", "build", "MYSQL_PWD");
            this.home = home;
            this.server = server;
        }

        static SharedServer started() throws IOException {
            int port = freePort();
            Path home = home("maria");
            Files.writeString(home.resolve("users.sql"), """
                    CREATE USER 'build'@'%%' IDENTIFIED BY '%1$s';
                    GRANT ALL ON `surefoot\\_%%`.* TO 'build'@'%%' WITH GRANT OPTION;
                    """.formatted(PASSWORD));
            // One that starts removes the temporary tables of all others that have the same directory for them.
            Path temporary = Files.createDirectory(home.resolve("temporary"));
            give(home, "mysql");
            call(
                    Map.of(),
                    asOwner(
                            "mysql",
                            "mariadb-install-db",
                            "--no-defaults",
                            "--datadir=" + home.resolve("server"),
                            "--tmpdir=" + temporary,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db"));
            Process server = new ProcessBuilder(asOwner(
                            "mysql",
                            "/usr/sbin/mariadbd",
                            "--no-defaults",
                            "--datadir=" + home.resolve("server"),
                            "--tmpdir=" + temporary,
                            "--socket=" + home.resolve("socket"),
                            "--pid-file=" + home.resolve("pid"),
                            "--init-file=" + home.resolve("users.sql"),
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--skip-name-resolve",
                            "--innodb-flush-log-at-trx-commit=0"))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
            Maria maria = new Maria(home, port, server);
            maria.await();
            return maria;
        }

        private void await() throws IOException {
            long begin = System.nanoTime();
            while (true) {
                try {
                    run("SELECT 1");
                    return;
                } catch (IOException e) {
                    if (!server.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                        throw new IOException("MariaDB does not start: " + Files.readString(home.resolve("log")), e);
                    }
                    LockSupport.parkNanos(A_LITTLE_NANOS);
                }
            }
        }

        private String run(String sql) throws IOException {
            return call(
                    Map.of(),
                    List.of(
                            "mariadb",
                            "--no-defaults",
                            "--socket=" + home.resolve("socket"),
                            "--user=root",
                            "--skip-column-names",
                            "--batch",
                            "--execute=" + sql));
        }

        @Override
        public List<String> databases() throws IOException {
            return run("SHOW DATABASES").lines().toList();
        }

        @Override
        public void create(String database) throws IOException {
            run("CREATE DATABASE " + database);
        }

        @Override
        public void close() throws IOException {
            List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
            all.add(server.toHandle());
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> each.onExit().join());
            Trees.delete(home);
        }
    }
}
