package io.github.surefoot.worker.database.current;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.engine.mariadb.LocalMaria;
import io.github.surefoot.worker.database.engine.postgresql.LocalPostgres;
import io.github.surefoot.worker.database.engine.sqlite.Shell;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.secret.HeldSecrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workers are killed whatever they are at: after one sweep nothing of them is left, and what is not Surefoot's is there.
 * {@code -Dsurefoot.long=true} kills a hundred on each engine; {@code -Dsurefoot.seed=…} at the same moments again.
 */
@Timeout(3600)
@Tag("slow")
class KilledWorkersTest {
    private static final int KILLS = Boolean.getBoolean("surefoot.long") ? 100 : 2;
    private static final int AT_ONCE = 2;
    private static final int MOST_LINES = 60;
    private static final int KILLED = 137;
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    @Test
    void on_postgresql() throws Exception {
        Assumptions.assumeTrue(LocalPostgres.installed().isPresent(), "No PostgreSQL server is installed");
        try (LocalPostgres server =
                        LocalPostgres.start(LocalPostgres.installed().orElseThrow(), PASSWORD);
                HeldSecrets held = HeldSecrets.hold(Map.of("PGPASSWORD", PASSWORD));
                Connection admin = DriverManager.getConnection(server.url(), "surefoot", PASSWORD);
                Statement statement = admin.createStatement()) {
            assertThat(held.find("PGPASSWORD")).isPresent();
            statement.execute("CREATE DATABASE others");
            statement.execute("CREATE DATABASE surefoot_wonderful");
            killAndSweep(
                    "PGPASSWORD",
                    "surefoot.database.url=" + server.url(),
                    "surefoot.database.user=surefoot",
                    "surefoot.database.scripts=" + script("INT"));
            assertThat(texts(statement, "SELECT datname FROM pg_database WHERE datname ~ '^(surefoot|others)'"))
                    .as("the template stays for the next build")
                    .hasSize(3)
                    .contains("others", "surefoot_wonderful")
                    .anyMatch(name -> name.startsWith("surefoot_t"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void on_mariadb_by_either_driver(String driver) throws Exception {
        Assumptions.assumeTrue(LocalMaria.installed().isPresent(), "No MariaDB server is installed");
        LocalMaria server = LocalMaria.shared(PASSWORD);
        try (HeldSecrets held = HeldSecrets.hold(Map.of("MYSQL_PWD", PASSWORD));
                Connection admin = DriverManager.getConnection(server.url("mariadb"), LocalMaria.ADMIN, PASSWORD);
                Statement statement = admin.createStatement()) {
            assertThat(held.find("MYSQL_PWD")).isPresent();
            statement.execute("CREATE DATABASE others");
            statement.execute("CREATE DATABASE surefoot_wonderful");
            try {
                killAndSweep(
                        "MYSQL_PWD",
                        "surefoot.database.url=" + server.url(driver),
                        "surefoot.database.user=" + LocalMaria.USER,
                        "surefoot.database.scripts=" + script("INT"));
                assertThat(texts(statement, "SHOW DATABASES"))
                        .contains("others", "surefoot_wonderful")
                        .filteredOn(name -> name.startsWith("surefoot_w"))
                        .containsExactly("surefoot_wonderful");
            } finally {
                statement.execute("DROP DATABASE others");
                statement.execute("DROP DATABASE surefoot_wonderful");
            }
        }
    }

    /** SQLite's have a test of their own, in which others go on meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:", "jdbc:h2:file:"})
    void on_h2(String url) throws Exception {
        Path others = Files.createDirectories(directory.resolve("database/h2/workers/others"));
        Files.writeString(others.resolve("notes.txt"), "nobody's");
        killAndSweep("UNUSED", "surefoot.database.url=" + url, "surefoot.database.scripts=" + script("INT"));
        try (Stream<Path> files = Files.walk(directory.resolve("database"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> directory.relativize(file).toString()))
                    .filteredOn(file -> !file.matches("database/h2/(templates/.*|.*lock)"))
                    .containsExactly("database/h2/workers/others/notes.txt");
        }
    }

    private Path script(String type) throws IOException {
        return Files.writeString(
                directory.resolve("schema.sql"), "CREATE TABLE cart (id " + type + " PRIMARY KEY, name VARCHAR(99));");
    }

    private void killAndSweep(String secret, String... settings) throws Exception {
        long seed = Long.getLong("surefoot.seed", new Random().nextLong());
        System.getLogger(KilledWorkersTest.class.getName()).log(Level.INFO, "-Dsurefoot.seed=" + seed);
        Random random = new Random(seed);
        ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                int lines = 1 + random.nextInt(MOST_LINES);
                ends.add(starters.submit(() -> kill(lines, secret, settings)));
            }
            for (Future<String> end : ends) {
                assertThat(end.get()).as("seed %d", seed).isEmpty();
            }
        } finally {
            starters.shutdownNow();
        }
        RecordingContext last = new RecordingContext(directory);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            last.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        last.start().close(LIMIT);
        assertThat(last.problems).as("seed %d", seed).isEmpty();
    }

    /**
     * Starts a worker and kills it at what it does after so many lines: whatever that is by then.
     *
     * @return what was wrong
     */
    private String kill(int lines, String secret, String... settings) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(directory.toString()));
        arguments.addAll(List.of(settings));
        ProcessBuilder builder =
                new ProcessBuilder(Shell.java(Shell.thisJava(), List.of(), DoomedWorker.class, arguments));
        builder.environment().put(secret, PASSWORD);
        Path errors = Files.createTempFile(directory, "killed", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                said.append(out.readLine()).append('\n');
            }
            int exit = process.destroyForcibly().waitFor();
            boolean sound = exit == KILLED && said.indexOf("PROBLEM") < 0;
            return sound ? "" : exit + ": " + said + Files.readString(errors);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
