package io.github.surefoot.worker.database.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.secret.HeldSecrets;
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
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker databases of roles that may make databases and nothing else, and of those that may less. */
@Timeout(180)
@Tag("slow")
class PostgresRolesTest {
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Scope FIRST = Scope.of(PostgresRolesTest.class, "");
    private static final String ROLE = "CREATE ROLE %s LOGIN PASSWORD '" + PASSWORD + "' ";

    private static @Nullable LocalPostgres started;
    private static @Nullable HeldSecrets held;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startServer() throws Exception {
        Assumptions.assumeTrue(LocalPostgres.installed().isPresent(), "No PostgreSQL server is installed");
        started = LocalPostgres.start(LocalPostgres.installed().orElseThrow(), PASSWORD);
        held = HeldSecrets.hold(Map.of("DATABASE_PASSWORD", PASSWORD));
        admin(
                ROLE.formatted("build") + "CREATEDB",
                ROLE.formatted("few") + "CREATEDB CONNECTION LIMIT 6",
                ROLE.formatted("reader") + "CREATEDB",
                "ALTER ROLE reader SET default_transaction_read_only = on",
                ROLE.formatted("nobody"));
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (held != null) {
            held.close();
        }
        if (started != null) {
            started.close();
        }
    }

    private RecordingContext context(String role, String schema) throws Exception {
        return new RecordingContext(directory)
                .with("surefoot.database.url", server().url())
                .with("surefoot.database.user", role)
                .with("surefoot.database.password", "DATABASE_PASSWORD")
                .with("surefoot.database.scripts", Files.writeString(directory.resolve("schema.sql"), schema));
    }

    private static LocalPostgres server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void a_role_that_may_make_databases_may_have_extensions_and_strangers_in_them() throws Exception {
        RecordingContext context =
                context("build", "CREATE EXTENSION hstore; CREATE TABLE cart (id INT, tags hstore);");
        DatabaseService service = context.start();
        ScopedDatabase database = service.database(FIRST);
        execute(database, "INSERT INTO cart VALUES (1, 'a=>b')");
        assertThat(text(database, "SELECT tags -> 'a' FROM cart")).isEqualTo("b");
        try (Connection stranger = DriverManager.getConnection(
                server().url().replace("/postgres", "/" + name(database)), "build", PASSWORD)) {
            service.finishClass(FIRST, true);
            assertThat(stranger.isValid(1)).isFalse();
        }
        service.close(LIMIT);
        assertThat(context.problems).isEmpty();
        assertThat(context.leaks).singleElement().asString().contains("past Surefoot");
        assertNothingLeft();
    }

    @Test
    void a_role_may_end_what_its_tests_have_prepared() throws Exception {
        RecordingContext context = context("build", "CREATE TABLE cart (id INT);");
        DatabaseService service = context.start();
        ScopedDatabase database = service.database(FIRST);
        execute(database, "BEGIN; INSERT INTO cart VALUES (1); PREPARE TRANSACTION 'mine'");
        service.finishClass(FIRST, true);
        service.close(LIMIT);
        assertThat(context.leaks).singleElement().asString().startsWith("prepared transaction 'mine' | ");
        assertThat(context.problems).isEmpty();
        assertNothingLeft();
    }

    /** What it may not end it names, once a run. */
    @Test
    void what_a_role_may_not_end_is_named_and_tried_once_a_run() throws Exception {
        RecordingContext context = context("build", "CREATE TABLE cart (id INT);");
        DatabaseService service = context.start();
        ScopedDatabase database = service.database(FIRST);
        String url = server().url().replace("/postgres", "/" + name(database));
        try (Connection other = DriverManager.getConnection(url, "surefoot", PASSWORD);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE cart; PREPARE TRANSACTION 'of another'");
        }
        service.finishClass(FIRST, true);
        service.close(LIMIT);
        assertThat(context.problems)
                .singleElement()
                .asString()
                .contains("prepared transaction 'of another', which cannot be ended", "[session-stays");

        context.start().close(LIMIT);
        assertThat(context.events)
                .filteredOn(event -> event.contains("database swept") && event.contains("'of another'"))
                .hasSize(1);
        context.start().close(LIMIT);
        assertThat(context.events)
                .filteredOn(event -> event.contains("database swept"))
                .hasSize(1);
        try (Connection inside = DriverManager.getConnection(url, "surefoot", PASSWORD);
                Statement statement = inside.createStatement()) {
            statement.execute("ROLLBACK PREPARED 'of another'");
        }
        admin("DROP DATABASE " + name(database));
        assertNothingLeft();
    }

    /** Who waits for the one that builds the template waits for that, and not until its tests are over. */
    @Test
    void workers_that_begin_at_once_with_a_new_schema_all_go_on() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            List<Future<DatabaseService>> starting = new ArrayList<>();
            List<RecordingContext> contexts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                contexts.add(context(
                        "build", "CREATE TABLE at_once (id INT); SELECT pg_sleep(0.5), 'as a long schema does';"));
            }
            // Each context writes the script: one that is read meanwhile may be empty.
            contexts.forEach(each -> starting.add(workers.submit(each::start)));
            for (Future<DatabaseService> each : starting) {
                assertThat(text(each.get(60, TimeUnit.SECONDS).database(FIRST), "SELECT count(*) FROM at_once"))
                        .isEqualTo("0");
            }
            for (Future<DatabaseService> each : starting) {
                each.get().close(LIMIT);
            }
            assertThat(contexts.stream().flatMap(each -> each.events.stream()))
                    .filteredOn(event -> event.contains("built=yes"))
                    .hasSize(1);
        } finally {
            workers.shutdownNow();
        }
        assertNothingLeft();
    }

    /** The same schema of the same project: a template is its role's, and what a role has left is its own to sweep. */
    @Test
    void two_roles_on_one_server_do_not_meet() throws Exception {
        String schema = "CREATE TABLE cart (id INT);";
        DatabaseService first = context("build", schema).start();
        String left = name(first.database(FIRST)).replaceFirst("_[0-9a-f]{16}_", "_00000000000000aa_");
        RecordingContext context = context("few", schema);
        admin("CREATE DATABASE " + left + " OWNER build");
        DatabaseService second = context.start();
        assertThat(text(second.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("0");
        assertThat(context.events).noneMatch(event -> event.contains("swept"));
        second.close(LIMIT);
        first.close(LIMIT);
        assertThat(context.problems).isEmpty();
        context("build", schema).start().close(LIMIT);
        assertNothingLeft();
    }

    /** It is the server's own, comes when it likes, and is of a role that others may not end. */
    @Test
    void autovacuum_is_nobodys_leak_and_keeps_no_database() throws Exception {
        RecordingContext context = context("build", "CREATE TABLE cart (id INT PRIMARY KEY, name TEXT);");
        admin(
                "ALTER SYSTEM SET autovacuum_naptime = '1s'",
                "ALTER SYSTEM SET autovacuum_vacuum_cost_delay = '100ms'",
                "ALTER SYSTEM SET autovacuum_vacuum_cost_limit = 1",
                "SELECT pg_reload_conf()");
        try {
            DatabaseService service = context.start();
            ScopedDatabase database = service.database(FIRST);
            execute(database, "INSERT INTO cart SELECT i, repeat('x', 99) FROM generate_series(1, 20000) i");
            execute(database, "DELETE FROM cart");
            while (admins("SELECT 1 FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND datname = '"
                            + name(database) + "'")
                    .isEmpty()) {
                assertThat(Thread.interrupted()).as("the time is up").isFalse();
            }
            assertThat(service.finishClass(FIRST, true)).isEmpty();
            service.close(LIMIT);
            assertThat(context.problems).isEmpty();
            assertThat(context.leaks).isEmpty();
            assertNothingLeft();
        } finally {
            admin("ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()");
        }
    }

    @Test
    void what_a_role_may_not_is_told_at_once_with_the_mend() throws Exception {
        assertThatThrownBy(() -> context("nobody", "").start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("[not-allowed")
                .hasMessageContaining("ALTER ROLE name CREATEDB")
                .hasMessageNotContaining("Tried");
        assertThatThrownBy(() -> context("reader", "").start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("[read-only")
                .hasMessageContaining("without default_transaction_read_only")
                .hasMessageNotContaining("Tried");
        assertNothingLeft();
    }

    @Test
    void a_role_with_too_few_connections_is_told_of_the_limit() throws Exception {
        RecordingContext context = context("few", "CREATE TABLE cart (id INT);");
        DatabaseService service = context.start();
        ScopedDatabase database = service.database(FIRST);
        List<Connection> open = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        while (open.size() < 9) {
                            open.add(database.openConnection());
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("too many connections for role")
                    .hasMessageContaining("run fewer workers");
        } finally {
            for (Connection each : open) {
                each.close();
            }
        }
        service.finishClass(FIRST, true);
        service.close(LIMIT);
        assertNothingLeft();
    }

    private static String name(ScopedDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private static void assertNothingLeft() throws SQLException {
        assertThat(admins("SELECT datname FROM pg_database WHERE datname LIKE 'surefoot_w%'"))
                .isEmpty();
    }

    private static void execute(ScopedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(ScopedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection admin() throws SQLException {
        return DriverManager.getConnection(server().url(), "surefoot", PASSWORD);
    }

    private static void admin(String... statements) throws SQLException {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> admins(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = admin();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
