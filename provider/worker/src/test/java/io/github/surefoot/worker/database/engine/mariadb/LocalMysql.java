package io.github.surefoot.worker.database.engine.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of MySQL of the tests' own, 8.0.15, whose programs are in a jar on the test class path; for Linux on amd64. It
 * is on a free port, with its data in memory where there is a disk for it.
 */
final class LocalMysql implements AutoCloseable {
    /** Has databases of Surefoot's, and nothing else. */
    static final String USER = "build";

    private static final String PROGRAMS = "/mysql-Linux-amd64.tar.gz";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path home;
    private final int port;
    private @Nullable Process process;

    private LocalMysql(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Tells whether its programs run here. */
    static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** Starts one whose users have the password. */
    static LocalMysql start(String password) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path home = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "surefoot-mysql")
                : Files.createTempDirectory("surefoot-mysql");
        LocalMysql server = new LocalMysql(home, port);
        try {
            server.unpack();
            Files.writeString(home.resolve("users.sql"), """
                    CREATE USER 'build'@'%%' IDENTIFIED BY '%1$s';
                    GRANT ALL ON `surefoot\\_%%`.* TO 'build'@'%%' WITH GRANT OPTION;
                    CREATE USER 'admin'@'%%' IDENTIFIED BY '%1$s';
                    GRANT ALL ON *.* TO 'admin'@'%%' WITH GRANT OPTION;
                    """.formatted(password));
            server.wait(server.begin("--initialize-insecure"));
            server.run(password);
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void unpack() throws IOException, InterruptedException {
        Path archive = home.resolve("programs.tar.gz");
        try (InputStream programs = Objects.requireNonNull(
                LocalMysql.class.getResourceAsStream(PROGRAMS), "no programs on the class path")) {
            Files.copy(programs, archive, StandardCopyOption.REPLACE_EXISTING);
        }
        wait(new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", home.toString()));
        Files.delete(archive);
    }

    private void run(String password) throws IOException, InterruptedException {
        ProcessBuilder builder = begin(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + home.resolve("socket"),
                "--pid-file=" + home.resolve("pid"),
                "--init-file=" + home.resolve("users.sql"),
                "--mysqlx=OFF",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--skip-name-resolve",
                "--innodb-flush-log-at-trx-commit=0");
        Process started = withLog(builder).start();
        process = started;
        long begin = System.nanoTime();
        Optional<SQLException> refused = refusal(password);
        while (refused.isPresent()) {
            if (!started.isAlive() || System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IOException("MySQL does not start: " + said(), refused.get());
            }
            Thread.sleep(20);
            refused = refusal(password);
        }
    }

    private ProcessBuilder begin(String... options) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + home.resolve("server"),
                // Temporary tables of others have no business beside its own.
                "--tmpdir=" + home,
                "--innodb-flush-method=nosync",
                "--log-error-verbosity=1"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(options));
        return new ProcessBuilder(command);
    }

    private void wait(ProcessBuilder builder) throws IOException, InterruptedException {
        Process running = withLog(builder).start();
        if (!running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IOException(builder.command() + " failed: " + said());
        }
    }

    private ProcessBuilder withLog(ProcessBuilder builder) {
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
    }

    private String said() throws IOException {
        Path log = home.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Optional<SQLException> refusal(String password) {
        try (Connection connection = open("", "admin", password)) {
            return connection.isValid(1) ? Optional.empty() : Optional.of(new SQLException("not valid"));
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** Returns its URL for a driver, which may ask for the key that a password is sent with. */
    String url(String engine) {
        return "jdbc:" + engine + "://127.0.0.1:" + port + "/?allowPublicKeyRetrieval=true"
                + (engine.equals("mysql") ? "&sslMode=DISABLED" : "");
    }

    /** Opens a connection past Surefoot. */
    Connection open(String database, String user, String password) throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", user);
        who.setProperty("password", password);
        return new com.mysql.cj.jdbc.Driver().connect(url("mysql").replace("/?", "/" + database + "?"), who);
    }

    @Override
    public void close() throws IOException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
