package io.github.surefoot.maven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.surefoot.core.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** A real server is started by the programs that are there, and nothing of it stays, however the build ends. */
@Timeout(180)
@Tag("slow")
class StartedPostgresTest {
    private static final String PASSWORD = "canary-of-the-server";

    @TempDir
    private Path directory;

    private static PostgresPrograms programs() {
        Optional<PostgresPrograms> found = PostgresPrograms.find("");
        assumeThat(found).as("PostgreSQL is installed").isPresent();
        return found.get();
    }

    private static String text(StartedPostgres server, String password, String sql) throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", StartedPostgres.USER);
        who.setProperty("password", password);
        try (Connection connection = new Driver().connect(server.url(), who);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void serves_whoever_has_the_password_and_leaves_nothing() throws Exception {
        Path home;
        try (StartedPostgres server = StartedPostgres.start(programs(), PASSWORD, 25, line -> {})) {
            home = server.directory();
            assertThat(text(server, PASSWORD, "SHOW max_connections")).isEqualTo("25");
            assertThat(text(server, PASSWORD, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> text(server, "another", "SELECT 1")).hasMessageContaining("password");
            assertThat(server.url()).doesNotContain(PASSWORD);
            for (Path file : files(home)) {
                assertThat(file.getFileName().toString()).isNotEqualTo("secret");
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(PASSWORD);
            }
        }
        assertThat(home).doesNotExist();
        assertThat(home.resolveSibling(home.getFileName() + ".lock")).doesNotExist();
    }

    private static List<Path> files(Path home) throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Another JVM stands for the Maven that is killed. */
    @Test
    void what_a_killed_build_left_is_stopped_by_the_next_and_nobody_elses() throws Exception {
        Process killed = start();
        Process alive = start();
        List<String> told = new ArrayList<>();
        try {
            Path dead = home(killed);
            Path living = home(alive);
            long server = serverOf(dead);
            killed.destroyForcibly().waitFor();
            assertThat(ProcessHandle.of(server)).as("nobody has stopped it").isPresent();
            try (StartedPostgres next = StartedPostgres.start(programs(), PASSWORD, 25, told::add)) {
                assertThat(text(next, PASSWORD, "SELECT 1")).isEqualTo("1");
            }
            assertThat(told).anyMatch(line -> line.contains(dead.toString()));
            assertThat(dead).doesNotExist();
            ProcessHandle.of(server).ifPresent(handle -> handle.onExit().join());
            assertThat(living).exists();
            assertThat(ProcessHandle.of(serverOf(living))).isPresent();
            Path ended = living;
            alive.destroy();
            assertThat(alive.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(ended).as("a build that is asked to end stops its own").doesNotExist();
        } finally {
            killed.destroyForcibly();
            alive.destroyForcibly().waitFor();
            StartedPostgres.start(programs(), PASSWORD, 25, told::add).close();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starting.class.getName())
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }

    private static Path home(Process starting) throws IOException {
        return Path.of(starting.inputReader().readLine());
    }

    private static long serverOf(Path home) throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("cluster/postmaster.pid")).get(0));
    }

    /** A build that starts a server and never ends. */
    static final class Starting {
        private Starting() {}

        /** Says where it is. */
        public static void main(String[] arguments) throws Exception {
            StartedPostgres server = StartedPostgres.start(programs(), PASSWORD, 25, line -> {});
            new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
                    .println(server.directory());
            Thread.currentThread().join();
        }
    }

    @Test
    void is_wanted_by_those_who_name_the_engine_and_no_server() throws IOException {
        programs();
        assertThat(wanted(Map.of())).isEmpty();
        assertThat(wanted(Map.of("surefoot.database.engine", "h2"))).isEmpty();
        assertThat(wanted(Map.of(
                        "surefoot.database.engine", "postgresql", "surefoot.database.url", "jdbc:postgresql://x/y")))
                .isEmpty();
        assertThat(wanted(Map.of("surefoot.database.engine", " PostgreSQL "))).isPresent();
        assertThatThrownBy(() -> wanted(Map.of(
                        "surefoot.database.engine", "postgresql", "surefoot.database.binaries", directory.toString())))
                .isInstanceOf(SettingException.class)
                .hasMessage("surefoot.database.binaries is '" + directory
                        + "', but must be a directory that has initdb, pg_ctl and postgres.");
    }

    @Test
    void is_one_for_all_databases_that_are_on_it() throws IOException {
        programs();
        DatabaseServer server = wanted(Map.of(
                        "surefoot.databases", "orders, audit,copy",
                        "surefoot.database.orders.engine", "postgresql",
                        "surefoot.database.audit.engine", "h2",
                        "surefoot.database.copy.engine", "postgresql",
                        "surefoot.database.copy.url", "jdbc:postgresql://x/y"))
                .orElseThrow();
        assertThat(server.databases()).containsExactly("orders");
        assertThat(wanted(Map.of("surefoot.database.orders.engine", "postgresql")))
                .as("nobody has named it")
                .isEmpty();
        try (StartedPostgres started = server.start(PASSWORD, 1, line -> {})) {
            assertThat(server.forWorkers(started))
                    .containsOnly(
                            Map.entry("surefoot.database.orders.url", started.url()),
                            Map.entry("surefoot.database.orders.user", StartedPostgres.USER),
                            Map.entry("surefoot.database.orders.password", DatabaseServer.PASSWORD));
        }
    }

    private static Optional<DatabaseServer> wanted(Map<String, String> settings) {
        return DatabaseServer.wanted(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void the_newest_of_several_versions_is_taken() throws IOException {
        for (String version : List.of("9.6", "15", "9", "other")) {
            Files.createDirectories(directory.resolve(version).resolve("bin"));
        }
        assertThat(PostgresPrograms.ofDebian(directory))
                .first()
                .isEqualTo(directory.resolve("15").resolve("bin"));
        assertThat(PostgresPrograms.ofDebian(directory.resolve("none"))).isEmpty();
    }
}
