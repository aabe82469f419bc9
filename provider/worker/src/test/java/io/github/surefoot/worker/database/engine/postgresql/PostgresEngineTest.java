package io.github.surefoot.worker.database.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.database.setting.SettingReader;
import io.github.surefoot.worker.secret.HeldSecrets;
import io.github.surefoot.worker.usage.CartMapper;
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
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker databases on a real server of PostgreSQL. */
@Timeout(180)
@Tag("slow")
class PostgresEngineTest {
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final Scope FIRST = Scope.of(First.class, "");
    private static final Scope SECOND = Scope.of(Second.class, "");
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String SCHEMA = """
            CREATE TABLE cart (id SERIAL PRIMARY KEY, name TEXT NOT NULL, total INT DEFAULT 0,
                twice INT GENERATED ALWAYS AS (total * 2) STORED);
            CREATE SEQUENCE ticket START WITH 40;
            CREATE SCHEMA app;
            CREATE TABLE app.item (id INT);
            CREATE FUNCTION adds() RETURNS trigger AS $$ BEGIN NEW.total := NEW.total + 1; RETURN NEW; END; $$ LANGUAGE plpgsql;
            CREATE TRIGGER one_more BEFORE INSERT ON cart FOR EACH ROW EXECUTE FUNCTION adds();
            /* one /* inside */ the other */ INSERT INTO cart (name) VALUES ('first; of two'), ('it''s -- the second');
            SELECT nextval('ticket');
            DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path TO app, public', current_database());
              EXECUTE format('ALTER DATABASE %I SET work_mem TO ''5MB''', current_database());
              EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $do$;
            """;

    private static @Nullable LocalPostgres started;

    @TempDir
    private Path directory;

    private HeldSecrets held;
    private final List<DatabaseService> services = new ArrayList<>();
    private RecordingContext context;

    private static class First {}

    private static class Second {}

    private static class Stranger {
        static Connection open(String url) throws SQLException {
            java.util.Properties who = new java.util.Properties();
            who.setProperty("user", "surefoot");
            who.setProperty("password", PASSWORD);
            return new org.postgresql.Driver().connect(url, who);
        }
    }

    @BeforeAll
    static void startServer() throws Exception {
        Optional<Path> bin = LocalPostgres.installed();
        Assumptions.assumeTrue(bin.isPresent(), "No PostgreSQL server is installed");
        started = LocalPostgres.start(bin.get(), PASSWORD);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    private static LocalPostgres server() {
        return Objects.requireNonNull(started);
    }

    @BeforeEach
    void hold() throws Exception {
        context = new RecordingContext(directory);
        held = HeldSecrets.hold(Map.of("DATABASE_PASSWORD", PASSWORD));
    }

    private RecordingContext context() throws Exception {
        Path script = Files.writeString(directory.resolve("schema.sql"), SCHEMA);
        return new RecordingContext(directory)
                .with("surefoot.database.url", server().url())
                .with("surefoot.database.user", "surefoot")
                .with("surefoot.database.password", "DATABASE_PASSWORD")
                .with("surefoot.database.scripts", script);
    }

    private DatabaseService start() throws Exception {
        context = context();
        DatabaseService service = context.start();
        services.add(service);
        return service;
    }

    @AfterEach
    void close() throws Exception {
        for (DatabaseService each : services) {
            each.close(LIMIT);
        }
        held.close();
        assertThat(databases("surefoot_w%")).isEmpty();
    }

    @Test
    void two_classes_write_the_same_rows_and_never_meet() throws Exception {
        DatabaseService service = start();
        ScopedDatabase one = service.database(FIRST);
        ScopedDatabase other = service.database(SECOND);
        execute(one, "INSERT INTO public.cart (id, name) VALUES (77, 'one')");
        execute(other, "INSERT INTO public.cart (id, name) VALUES (77, 'other')");

        assertThat(one.url()).isNotEqualTo(other.url()).doesNotContain(PASSWORD);
        assertThat(text(one, "SELECT name FROM public.cart WHERE id = 77")).isEqualTo("one");
        assertThat(text(other, "SELECT name FROM public.cart WHERE id = 77")).isEqualTo("other");
        assertThat(one.mapper(CartMapper.class).names()).hasSize(3);
    }

    @Test
    void a_clone_equals_the_template_in_what_is_not_cloned_too() throws Exception {
        ScopedDatabase database = start().database(FIRST);

        assertThat(text(database, "SELECT nextval('ticket')")).isEqualTo("41");
        assertThat(text(database, "SHOW search_path")).isEqualTo("app, public");
        assertThat(text(database, "SHOW work_mem")).isEqualTo("5MB");
        assertThat(text(
                        database,
                        "SELECT count(*) FROM aclexplode((SELECT datacl FROM pg_database WHERE datname ="
                                + " current_database())) WHERE grantee = 0"))
                .as("PUBLIC may connect, and make no temporary tables")
                .isEqualTo("1");
        execute(database, "INSERT INTO cart (name, total) VALUES ('third', 3)");
        assertThat(text(database, "SELECT id || ':' || twice FROM cart WHERE name = 'third'"))
                .isEqualTo("3:8");
    }

    @Test
    void what_is_in_it_is_kept_where_that_is_wanted(@TempDir Path kept) throws Exception {
        context = context().with(WorkerProperty.KEEP.key(), kept);
        DatabaseService service = context.start();
        services.add(service);
        execute(service.database(FIRST), "INSERT INTO cart (name) VALUES ('what was kept')");
        assertThat(service.finishClass(FIRST, true)).isEmpty();

        try (Stream<Path> files = Files.list(kept.resolve(KeptFiles.DATABASES))) {
            assertThat(files.toList())
                    .singleElement(InstanceOfAssertFactories.PATH)
                    .content()
                    .containsPattern("-- .*cart")
                    .contains("what was kept");
        }
    }

    @Test
    void a_class_that_ends_takes_its_database_with_it() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        execute(database, "INSERT INTO cart (name) VALUES ('gone')");
        assertThat(service.finishClass(FIRST, true)).isEmpty();

        assertThatThrownBy(database::openConnection).hasMessageContaining("has been disposed of");
        assertThatThrownBy(() -> Stranger.open(database.url()))
                .as("closed at once, and dropped behind the next class")
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).hasMessageContaining("is not currently accepting connections"),
                        thrown -> assertThat(thrown).hasMessageContaining("does not exist"));
        assertThat(text(service.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        service.close(LIMIT);
        services.clear();
        assertThatThrownBy(() -> Stranger.open(database.url())).hasMessageContaining("does not exist");
        assertThat(context.events).anyMatch(event -> event.contains("disposed") && event.contains("clean=yes"));
        assertThat(context.leaks).isEmpty();
    }

    @Test
    void what_is_left_open_is_named_and_what_got_past_too() throws Exception {
        DatabaseService service = start();
        Scope scope = Scope.of(Stranger.class, "");
        ScopedDatabase database = service.database(scope);
        Connection forgotten = database.openConnection();
        Connection stranger = Stranger.open(database.url());
        assertThat(service.finishClass(scope, true)).hasSize(2);

        assertThat(context.leaks).hasSize(2);
        assertThat(context.leaks.get(0)).contains("Connection | ", "PostgresEngineTest.java:");
        assertThat(context.leaks.get(1))
                .contains("connection past Surefoot", "org.postgresql.Driver", Stranger.class.getName() + ".open(");
        assertThat(forgotten.isClosed()).isTrue();
        assertThat(stranger.isValid(1)).isFalse();
    }

    @Test
    void a_running_statement_and_a_wait_for_a_lock_are_ended_within_the_limit() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        Connection holder = database.openConnection();
        holder.setAutoCommit(false);
        execute(holder, "UPDATE cart SET total = 1");
        AtomicReference<Throwable> slept = new AtomicReference<>();
        Thread sleeping = query(database.openConnection(), "SELECT pg_sleep(600)", slept);
        Thread waiting = query(database.openConnection(), "UPDATE cart SET total = 2", new AtomicReference<>());
        awaitRunning(2);
        long begin = System.nanoTime();
        service.finishClass(FIRST, true);
        sleeping.join();
        waiting.join();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(slept.get()).isInstanceOf(SQLException.class).hasMessageContaining("canceling statement");
        assertThat(context.problems).isEmpty();
        assertThat(context.leaks).hasSize(3);
    }

    @Test
    void the_first_connection_is_opened_before_anybody_asks_for_it() throws Exception {
        ScopedDatabase database = start().database(FIRST);
        String waiting = sessions(database);

        try (Connection first = database.openConnection();
                Connection second = database.openConnection()) {
            assertThat(pid(first)).isEqualTo(waiting);
            assertThat(pid(second)).isNotEqualTo(waiting);
            assertThat(text(first, "SHOW search_path")).as("of its database").isEqualTo("app, public");
        }
        assertThat(context.problems).isEmpty();
    }

    @Test
    void who_asks_for_another_one_than_is_open_gets_it_and_the_one_is_closed() throws Exception {
        ScopedDatabase database = start().database(FIRST);
        String waiting = sessions(database);
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            try (Connection later = database.openConnection()) {
                assertThat(pid(later)).isNotEqualTo(waiting);
                assertThat(text(later, "SHOW TimeZone")).isEqualTo("Pacific/Kiritimati");
            }
        } finally {
            TimeZone.setDefault(usual);
        }

        ScopedDatabase other = start().database(SECOND);
        String ended = sessions(other);
        admin("SELECT pg_terminate_backend(" + ended + ", 5000)");
        try (Connection next = other.openConnection()) {
            assertThat(pid(next)).isNotEqualTo(ended);
        }
    }

    /** Returns the server's processes of all sessions in it. */
    private static String sessions(ScopedDatabase database) throws SQLException {
        return String.join(",", texts("SELECT pid FROM pg_stat_activity WHERE datname = '" + name(database) + "'"));
    }

    private static String pid(Connection connection) throws SQLException {
        return text(connection, "SELECT pg_backend_pid()");
    }

    @Test
    void a_commit_after_a_caught_error_is_told_by_class_and_line_or_fails_there() throws Exception {
        ScopedDatabase database = start().database(FIRST);
        lose(database, Connection::commit);
        lose(database, connection -> connection.setAutoCommit(true));
        lose(database, connection -> execute(connection, "commit"));
        assertThat(context.leaks).hasSize(3).allSatisfy(leak -> assertThat(leak)
                .startsWith("The commit at " + PostgresEngineTest.class.getName())
                .contains(
                        "PostgresEngineTest.java:",
                        ", while " + First.class.getName() + " ran, keeps nothing: a statement before it",
                        "Roll back where the error is caught, or set a savepoint before what may fail",
                        "(surefoot.database.lostCommits is warn)")
                .doesNotContain("opened at"));
        assertThat(text(database, "SELECT count(*) FROM cart")).isEqualTo("2");

        context = context().with("surefoot.database.lostCommits", "fail");
        DatabaseService failing = context.start();
        services.add(failing);
        assertThatThrownBy(() -> lose(failing.database(FIRST), Connection::commit))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("PostgresEngineTest.java:")
                .hasMessageContaining("set a savepoint before what may fail");

        context = context().with("surefoot.database.lostCommits", "off");
        DatabaseService silent = context.start();
        services.add(silent);
        lose(silent.database(FIRST), Connection::commit);
        try (Connection sound = silent.database(FIRST).openConnection()) {
            sound.setAutoCommit(false);
            execute(sound, "INSERT INTO cart (name) VALUES ('kept')");
            sound.commit();
        }
        assertThat(context.leaks).isEmpty();
        assertThat(text(silent.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("3");
    }

    private interface Ending {
        void of(Connection connection) throws SQLException;
    }

    private static void lose(ScopedDatabase database, Ending ending) throws SQLException {
        try (Connection connection = database.openConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO cart (name) VALUES ('lost')");
            assertThatThrownBy(() -> execute(connection, "SELECT nothing")).isInstanceOf(SQLException.class);
            ending.of(connection);
        }
    }

    @Test
    void who_holds_the_lock_is_named() throws Exception {
        ScopedDatabase database = start().database(FIRST);
        try (Connection holder = database.openConnection();
                Connection late = database.openConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "UPDATE cart SET total = 1");
            execute(late, "SET lock_timeout = '200ms'");
            assertThatThrownBy(() -> execute(late, "UPDATE cart SET total = 2"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Commit or close the connection that holds the lock")
                    .hasMessageContaining("PostgresEngineTest.java:");
            holder.rollback();
        }
    }

    @Test
    void the_template_is_built_once_sealed_and_replaced_when_the_schema_changes() throws Exception {
        start().database(FIRST);
        DatabaseService second = start();
        assertThat(text(second.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(context.events).anyMatch(event -> event.contains("prepared") && event.contains("built=no"));
        assertThat(context.events).anyMatch(event -> event.contains("engine=postgresql"));
        assertThat(context.events)
                .anyMatch(event -> event.startsWith("database server ")
                        && event.contains("engine=postgresql")
                        && event.contains("product=PostgreSQL")
                        && event.matches(".*version=\\d+.*"));
        String template = databases("surefoot_t%").get(0);
        assertThat(databases("surefoot_t%")).hasSize(1);
        assertThatThrownBy(() -> Stranger.open(server().url().replace("/postgres", "/" + template)))
                .hasMessageContaining("not currently accepting connections");

        RecordingContext other = context();
        Path changed = Files.writeString(directory.resolve("changed.sql"), "CREATE TABLE changed (x INT);");
        DatabaseService third = other.with("surefoot.database.scripts", changed).start();
        assertThat(databases("surefoot_t%")).as("the former is in use").hasSize(2);
        third.close(LIMIT);
        services.forEach(PostgresEngineTest::closeQuietly);
        services.clear();
        other.start().close(LIMIT);
        assertThat(databases("surefoot_t%"))
                .as("the former is not in use")
                .hasSize(1)
                .doesNotContain(template);
    }

    private static void closeQuietly(DatabaseService service) {
        try {
            service.close(LIMIT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_dead_workers_left_is_swept_and_nothing_else() throws Exception {
        DatabaseService living = start();
        ScopedDatabase used = living.database(FIRST);
        String alive = used.url().substring(used.url().lastIndexOf('/') + 1);
        String dead = alive.replaceFirst("_[0-9a-f]{16}_", "_00000000000000aa_");
        String ofOthers = alive.replaceFirst("surefoot_w\\d+", "surefoot_w1");
        admin("CREATE DATABASE " + dead);
        admin("CREATE DATABASE " + ofOthers);
        admin("CREATE DATABASE surefoot_wonderful");
        try {
            start();
            assertThat(context.events).anyMatch(event -> event.contains("swept") && event.contains("homes=1"));
            assertThat(databases("surefoot_w%"))
                    .contains(alive, ofOthers, "surefoot_wonderful")
                    .doesNotContain(dead);
            assertThat(text(used, "SELECT count(*) FROM cart")).isEqualTo("2");
        } finally {
            admin("DROP DATABASE " + ofOthers);
            admin("DROP DATABASE surefoot_wonderful");
        }
    }

    /** Whoever wants to drop a database waits for the lock, as for the checkpoint of a busy server. */
    @Test
    void what_a_slow_server_has_not_dropped_at_the_end_is_a_fault_of_nobody() throws Exception {
        DatabaseService service = start();
        service.database(FIRST);
        service.database(SECOND);
        service.finishClass(FIRST, true);
        service.finishClass(SECOND, true);
        RecordingContext slow = context;
        try (Connection busy = admin()) {
            busy.setAutoCommit(false);
            execute(busy, "LOCK TABLE pg_catalog.pg_database IN SHARE MODE");
            long begin = System.nanoTime();
            service.close(Duration.ofSeconds(3));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
            busy.rollback();
        }
        services.clear();
        assertThat(slow.events).anyMatch(event -> event.contains("database left") && event.contains("not tried yet"));
        assertThat(slow.problems).isEmpty();
        assertThat(slow.leaks).isEmpty();
        start().database(FIRST);
    }

    /** None of them is a session, and each keeps a database from being dropped. */
    @Test
    void what_outlives_all_connections_is_ended_and_named_with_its_class() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        leaveEverything(database);
        execute(database, "ALTER DATABASE " + name(database) + " SET default_transaction_read_only TO on");
        assertThat(service.finishClass(FIRST, true)).hasSize(3);

        assertThat(context.leaks).hasSize(3).allSatisfy(leak -> assertThat(leak).contains(First.class.getName()));
        assertThat(context.leaks.toString())
                .contains("prepared transaction E'it''s \\\\ one'", "subscription \"A b\"", "IS_TEMPLATE true");
        assertThat(context.problems).isEmpty();
        assertThat(texts("SELECT gid FROM pg_prepared_xacts")).isEmpty();
        assertThat(texts("SELECT subname FROM pg_subscription")).isEmpty();
        service.close(LIMIT);
        services.clear();
        assertThat(databases("surefoot_w%")).isEmpty();
        assertThat(context.events).noneMatch(event -> event.contains("database left"));
    }

    @Test
    void what_a_dead_worker_has_left_in_its_databases_keeps_none_of_them() throws Exception {
        DatabaseService living = start();
        String dead = name(living.database(FIRST)).replaceFirst("_[0-9a-f]{16}_", "_00000000000000ab_");
        admin("CREATE DATABASE " + dead + " TEMPLATE "
                + databases("surefoot_t%").get(0));
        try (Connection inside = Stranger.open(server().url().replace("/postgres", "/" + dead))) {
            leaveEverything(inside, dead);
        }
        admin("ALTER DATABASE " + dead + " ALLOW_CONNECTIONS false");
        start();
        assertThat(context.events)
                .anyMatch(event -> event.contains("swept") && event.contains("homes=1") && !event.contains("stuck"));
        assertThat(databases(dead)).isEmpty();
        assertThat(texts("SELECT gid FROM pg_prepared_xacts")).isEmpty();
    }

    private static void leaveEverything(ScopedDatabase database) throws SQLException {
        try (Connection connection = database.openConnection()) {
            leaveEverything(connection, name(database));
        }
    }

    private static void leaveEverything(Connection connection, String name) throws SQLException {
        execute(
                connection,
                "CREATE SUBSCRIPTION \"A b\" CONNECTION 'dbname=nope' PUBLICATION p WITH (connect = false)");
        execute(connection, "ALTER DATABASE " + name + " IS_TEMPLATE true");
        execute(connection, "BEGIN");
        execute(connection, "LOCK TABLE public.cart");
        execute(connection, "PREPARE TRANSACTION E'it''s \\\\ one'");
    }

    private static String name(ScopedDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    @Test
    void nothing_of_surefoots_waits_without_end() throws Exception {
        start().database(FIRST);
        try (PostgresAdmin admin =
                new PostgresAdmin(PostgresServer.read(new SettingReader(context::setting)), "postgres")) {
            assertThat(admin.once("SHOW statement_timeout")).isEqualTo("5min");
        }
    }

    @Test
    void a_database_that_is_dropped_in_use_is_told_of() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        admin("DROP DATABASE " + database.url().substring(database.url().lastIndexOf('/') + 1) + " WITH (FORCE)");
        service.finishClass(FIRST, true);
        assertThat(context.problems).singleElement().asString().contains("was dropped while it was in use");
    }

    @Test
    void a_server_that_was_restarted_is_used_again() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        Connection open = database.openConnection();
        server().stop();
        server().startAgain();
        assertThatThrownBy(() -> execute(open, "SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(context.problems).isEmpty();
        assertThat(context.unavailable())
                .singleElement()
                .asString()
                .containsAnyOf("was started anew", "cannot be reached")
                .contains("while tests were using it", "No test is to blame", "[server-down]");
        assertThat(text(database, "SELECT count(*) FROM cart")).isEqualTo("2");
        service.finishClass(FIRST, true);
        assertThat(text(service.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
    }

    /** A server that crashes empties what it does not log; the template is not found as it was, but built again. */
    @Test
    void rows_of_unlogged_tables_are_there_after_a_crash_of_the_server() throws Exception {
        Path script = Files.writeString(
                directory.resolve("unlogged.sql"),
                "CREATE UNLOGGED TABLE quick (id SERIAL, name TEXT); INSERT INTO quick (name) VALUES ('a'), ('b');");
        RecordingContext given = context().with("surefoot.database.scripts", script);
        given.start().close(LIMIT);
        DatabaseService again = given.start();
        assertThat(given.events)
                .filteredOn(event -> event.contains("built=yes"))
                .hasSize(1);
        assertThat(given.events).filteredOn(event -> event.contains("built=no")).hasSize(1);
        again.close(LIMIT);

        server().stop();
        server().startAgain();
        DatabaseService later = given.start();
        services.add(later);
        assertThat(given.events)
                .filteredOn(event -> event.contains("built=yes"))
                .hasSize(2);
        assertThat(text(later.database(FIRST), "SELECT count(*) FROM quick")).isEqualTo("2");
        execute(later.database(FIRST), "INSERT INTO quick (name) VALUES ('c')");
        assertThat(text(later.database(FIRST), "SELECT relpersistence FROM pg_class WHERE relname = 'quick'"))
                .isEqualTo("u");
    }

    @Test
    void a_server_that_goes_is_told_as_such_once_and_never_blamed_on_a_test() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        server().stop();
        try {
            assertThatThrownBy(() -> execute(database, "SELECT 1")).hasMessageContaining("[server-down");
            assertThatThrownBy(() -> execute(database, "SELECT 1")).hasMessageContaining("[server-down");
            assertThat(context.problems).isEmpty();
            assertThat(context.unavailable())
                    .singleElement()
                    .asString()
                    .contains("cannot be reached", "No test is to blame", "see to the server");
            long begin = System.nanoTime();
            service.finishClass(FIRST, true);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
        } finally {
            server().startAgain();
        }
        service.close(LIMIT);
        services.clear();
        start();
    }

    @Test
    void a_template_that_somebody_is_in_is_waited_for() throws Exception {
        DatabaseService service = start();
        service.database(FIRST);
        String template = databases("surefoot_t%").get(0);
        admin("ALTER DATABASE " + template + " ALLOW_CONNECTIONS true");
        try (Connection stranger = Stranger.open(server().url().replace("/postgres", "/" + template))) {
            assertThat(stranger.isValid(1)).isTrue();
            Thread leaving = new Thread(() -> {
                try {
                    awaitMaking();
                    admin("ALTER DATABASE " + template + " ALLOW_CONNECTIONS false");
                    admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + template + "'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            leaving.start();
            for (Class<?> each : List.of(Second.class, Stranger.class, PostgresEngineTest.class)) {
                assertThat(text(service.database(Scope.of(each, "")), "SELECT count(*) FROM cart"))
                        .isEqualTo("2");
            }
            leaving.join();
        }
    }

    private static void awaitMaking() throws SQLException {
        while (texts("SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'CREATE DATABASE%'")
                .isEmpty()) {
            assertThat(Thread.interrupted()).as("the time is up").isFalse();
        }
    }

    /** A process that is stopped hears of nothing, not even that it shall end. */
    @Test
    void a_session_that_will_not_end_is_told_within_the_limit() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        try (Connection stranger = Stranger.open(database.url())) {
            String pid = String.valueOf(
                    stranger.unwrap(org.postgresql.PGConnection.class).getBackendPID());
            signal("STOP", pid);
            try {
                long begin = System.nanoTime();
                service.finishClass(FIRST, true);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
            } finally {
                signal("CONT", pid);
            }
        }
        assertThat(context.problems)
                .singleElement()
                .asString()
                .contains("[session-stays", "End the process of the session", "swept by the next build");
        service.close(LIMIT);
        services.clear();
        start();
        assertThat(context.events).anyMatch(event -> event.contains("swept") && event.contains("homes=1"));
    }

    private static void signal(String name, String pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    @Test
    void a_name_that_is_taken_is_left_to_who_has_it() throws Exception {
        DatabaseService service = start();
        String first = service.database(FIRST).url();
        String taken = first.substring(first.lastIndexOf('/') + 1).replaceFirst("_\\d+$", "_7");
        admin("CREATE DATABASE " + taken);
        for (int i = 0; i < 9; i++) {
            service.finishClass(SECOND, true);
            assertThat(text(service.database(SECOND), "SELECT count(*) FROM cart"))
                    .isEqualTo("2");
            assertThat(service.database(SECOND).url()).doesNotEndWith(taken);
        }
        admin("DROP DATABASE " + taken);
    }

    @Test
    void a_limit_of_connections_is_waited_for_and_then_told() throws Exception {
        List<Connection> others = new ArrayList<>();
        try {
            while (true) {
                others.add(admin());
            }
        } catch (SQLException full) {
            assertThat(full.getSQLState()).isEqualTo("53300");
            assertThatThrownBy(() -> context().start())
                    .hasMessageContaining("[too-many-connections")
                    .hasMessageContaining("Tried 9 times")
                    .hasMessageContaining("raise max_connections");
        } finally {
            for (Connection each : others) {
                each.close();
            }
        }
        assertThat(text(start().database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
    }

    @Test
    void a_wrong_password_is_refused_at_once_and_never_shown() throws Exception {
        held.close();
        held = HeldSecrets.hold(Map.of("DATABASE_PASSWORD", "not-the-right-one"));
        try {
            assertThatThrownBy(() -> context().start())
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("[login-refused")
                    .hasMessageContaining("surefoot.database.password to the NAME of the secret")
                    .hasMessageNotContaining("Tried")
                    .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain("not-the-right-one"));
        } finally {
            held.close();
            held = HeldSecrets.hold(Map.of("DATABASE_PASSWORD", PASSWORD));
        }
        assertThatThrownBy(() -> context()
                        .with("surefoot.database.password", "NO_SUCH_SECRET")
                        .start())
                .hasMessageContaining("[login-refused")
                .hasMessageNotContaining("Tried");
        assertThatThrownBy(() -> context()
                        .with("surefoot.database.url", server().url() + "?password=" + PASSWORD)
                        .start())
                .hasMessageContaining("has a user or password in it")
                .hasMessageNotContaining(PASSWORD);
    }

    private static String trace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_and_named() throws Exception {
        assertThatThrownBy(() -> context()
                        .with("surefoot.database.url", "jdbc:postgresql://127.0.0.1:1/postgres")
                        .start())
                .hasMessageContaining("[server-down")
                .hasMessageContaining("Tried 9 times")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("Start the server");
    }

    @Test
    void an_answer_may_take_as_long_as_the_user_says() throws Exception {
        ScopedDatabase endless = start().database(FIRST);
        DatabaseService limited = context()
                .with("surefoot.database.url", server().url() + "?socketTimeout=77")
                .start();
        services.add(limited);

        try (Connection connection = endless.openConnection();
                Connection ofUrl = limited.database(FIRST).openConnection()) {
            assertThat(connection.getNetworkTimeout())
                    .as("only a connection that is opened has a limit of Surefoot's")
                    .isZero();
            assertThat(ofUrl.getNetworkTimeout()).isEqualTo(77_000);
        }
    }

    @Test
    void too_many_connections_are_named_by_their_lines() throws Exception {
        ScopedDatabase database = start().database(FIRST);
        List<Connection> open = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        while (open.size() < 100) {
                            open.add(database.openConnection());
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("raise max_connections")
                    .hasMessageContaining("PostgresEngineTest.java:");
        } finally {
            for (Connection each : open) {
                each.close();
            }
        }
    }

    @Test
    void a_script_that_fails_is_named_and_leaves_no_template() throws Exception {
        int before = databases("surefoot_%").size();
        Path bad = Files.writeString(directory.resolve("bad.sql"), "CREATE TABLE one (x INT);\n\nCREATE TABEL two;");
        assertThatThrownBy(
                        () -> context().with("surefoot.database.scripts", bad).start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("bad.sql:3: ")
                .hasMessageContaining("in the statement: CREATE TABEL two");
        assertThat(databases("surefoot_%")).hasSize(before);
    }

    private static Thread query(Connection connection, String sql, AtomicReference<Throwable> thrown) {
        Thread thread = new Thread(() -> {
            try {
                execute(connection, sql);
            } catch (SQLException e) {
                thrown.set(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitRunning(int statements) throws SQLException {
        while (texts("SELECT pid FROM pg_stat_activity WHERE state = 'active' AND datname LIKE 'surefoot_w%'")
                        .size()
                < statements) {
            Thread.onSpinWait();
        }
    }

    private static void execute(ScopedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(ScopedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection admin() throws SQLException {
        return DriverManager.getConnection(server().url(), "surefoot", PASSWORD);
    }

    private static void admin(String sql) throws SQLException {
        try (Connection connection = admin()) {
            execute(connection, sql);
        }
    }

    private static List<String> databases(String like) throws SQLException {
        return texts("SELECT datname FROM pg_database WHERE datname LIKE '" + like + "' ORDER BY 1");
    }

    private static List<String> texts(String sql) throws SQLException {
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
