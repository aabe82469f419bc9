package io.github.surefoot.worker.database.engine.mariadb;

import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of MariaDB of the tests' own, on a free port, with its data in memory where there is a disk for it. Run as
 * root it is owned by mysql, which Debian's package makes.
 */
public final class LocalMaria implements AutoCloseable {
    /** Has databases of Surefoot's, and nothing else. */
    public static final String USER = "build";

    /** May do everything, with the same password. */
    public static final String ADMIN = "admin";

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static @Nullable LocalMaria shared;

    private final Path data;
    private final int port;
    private @Nullable Process process;

    private LocalMaria(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Returns the program of an installed server. */
    public static Optional<Path> installed() {
        return Stream.of(
                        "/usr/sbin/mariadbd",
                        "/usr/local/sbin/mariadbd",
                        "/usr/bin/mariadbd",
                        "/usr/local/bin/mariadbd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns the one that all tests of this JVM share; its users have the password. */
    public static synchronized LocalMaria shared(String password) throws IOException, InterruptedException {
        LocalMaria there = shared;
        if (there == null) {
            LocalMaria started = start(password);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
            return started;
        }
        return there;
    }

    /** Starts one. */
    public static LocalMaria start(String password) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path data = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "surefoot-maria")
                : Files.createTempDirectory("surefoot-maria");
        LocalMaria server = new LocalMaria(data, port);
        Files.writeString(data.resolve("users.sql"), """
                CREATE USER IF NOT EXISTS 'build'@'%%' IDENTIFIED BY '%1$s';
                GRANT ALL ON `surefoot\\_%%`.* TO 'build'@'%%' WITH GRANT OPTION;
                CREATE USER IF NOT EXISTS 'admin'@'%%' IDENTIFIED BY '%1$s';
                GRANT ALL ON *.* TO 'admin'@'%%' WITH GRANT OPTION;
                """.formatted(password));
        // One that starts removes the temporary tables of all others that have the same directory for them.
        Files.createDirectory(data.resolve("temporary"));
        if (isRoot()) {
            run(List.of("chown", "-R", "mysql", data.toString()));
        }
        run(asOwner(List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data.resolve("server"),
                "--tmpdir=" + data.resolve("temporary"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db")));
        server.startAgain();
        return server;
    }

    /** Starts it again, on the same port, and removes what a crash has left in it. */
    public void startAgain(String... options) throws IOException, InterruptedException {
        startAsItIs(options);
        removeLeftFiles();
    }

    /**
     * The list of a table's partitions stays when a server is killed while it makes or drops the table; who has the
     * server removes it, since the server itself drops no directory that such a file is in. It is asked for once the
     * server answers: until then it takes back what was begun, and that removes the table's definition alone.
     */
    private void removeLeftFiles() throws IOException {
        for (File database : files(data.resolve("server").toFile(), File::isDirectory)) {
            for (File each : files(database, file -> file.getName().endsWith(".par"))) {
                if (!new File(each.getPath().replaceFirst("par$", "frm")).exists()) {
                    Files.deleteIfExists(each.toPath());
                }
            }
        }
    }

    /** Returns some files of a directory, none of one that is dropped meanwhile. */
    private static List<File> files(File directory, FileFilter which) {
        File[] found = directory.listFiles(which);
        return found == null ? List.of() : List.of(found);
    }

    /** Leaves a file in a database, as a crash does. */
    void leave(String database, String file) throws IOException {
        Files.createFile(data.resolve("server").resolve(database).resolve(file));
    }

    private void startAsItIs(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                installed().orElseThrow().toString(),
                "--no-defaults",
                "--datadir=" + data.resolve("server"),
                "--tmpdir=" + data.resolve("temporary"),
                "--socket=" + data.resolve("socket"),
                "--pid-file=" + data.resolve("pid"),
                "--log-error=" + data.resolve("log"),
                "--init-file=" + data.resolve("users.sql"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=64M",
                "--max-connections=40"));
        command.addAll(List.of(options));
        Process started = new ProcessBuilder(asOwner(command))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("out").toFile())
                .start();
        process = started;
        long begin = System.nanoTime();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IOException("MariaDB does not start: " + Files.readString(data.resolve("log")));
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (Connection connection = admin()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Ends it at once, as a crash would. */
    public void stop() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
            all.add(running.toHandle());
            all.forEach(ProcessHandle::destroyForcibly);
            running.waitFor();
            for (ProcessHandle each : all) {
                each.onExit().join();
            }
        }
    }

    /** Returns its URL for a driver. */
    public String url(String engine) {
        return "jdbc:" + engine + "://127.0.0.1:" + port + "/";
    }

    /** Opens a connection as somebody who may do everything, past Surefoot. */
    public Connection admin() throws SQLException {
        return open("", "root", "");
    }

    /** Opens a connection past Surefoot. */
    public Connection open(String database, String user, String password) throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", user);
        who.setProperty("password", password);
        return new org.mariadb.jdbc.Driver().connect(url("mariadb") + database, who);
    }

    /** Runs statements as somebody who may do everything. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Returns what MariaDB's own tool says that a database is, without its name. */
    public String dump(String database) throws IOException, InterruptedException {
        return run(List.of(
                        "mariadb-dump",
                        "--no-defaults",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--user=root",
                        "--routines",
                        "--triggers",
                        "--events",
                        "--hex-blob",
                        "--skip-comments",
                        "--skip-extended-insert",
                        database))
                .replace(database, "DATABASE");
    }

    private static List<String> asOwner(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("runuser", "-u", "mysql", "--"));
        }
        all.addAll(command);
        return all;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("surefoot-maria", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(log));
            }
            return Files.readString(log);
        } finally {
            Files.delete(log);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() {
        try {
            stop();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
