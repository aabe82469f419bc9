package io.github.surefoot.worker.database.engine.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.usage.CartMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worker databases on H2, in memory and in files. */
@Timeout(120)
@Tag("slow")
class H2EngineTest {
    private static final String MEMORY = "jdbc:h2:mem:app;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    private static final String FILES = "jdbc:h2:file:./data/app;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    private static final Scope FIRST = Scope.of(First.class, "");
    private static final Scope SECOND = Scope.of(Second.class, "");
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /** Tables, rows, and all that H2's own script does not read back. */
    private static final String SCHEMA = """
            CREATE TABLE cart (id SERIAL PRIMARY KEY, name TEXT NOT NULL, total INT DEFAULT 0, twice INT AS (total * 2));
            CREATE TABLE hidden (id INT, secretly INT INVISIBLE DEFAULT 7);
            CREATE SEQUENCE ticket START WITH 40;
            CREATE VIEW names AS SELECT name FROM cart;
            CREATE SYNONYM basket FOR cart;
            CREATE ALIAS reverse AS $$ String reverse(String s) { return new StringBuilder(s).reverse().toString(); } $$;
            /* one /* inside */ the other */ INSERT INTO cart (name) VALUES ('first; of two'), ('it''s -- the second');
            INSERT INTO hidden (id) VALUES (1);
            SELECT NEXT VALUE FOR ticket;
            """;

    @TempDir
    private Path directory;

    private final List<DatabaseService> services = new ArrayList<>();
    private RecordingContext context;

    private static class First {}

    private static class Second {}

    private static class Stranger {
        static Connection open(String url) throws SQLException {
            return new org.h2.Driver().connect(url, new java.util.Properties());
        }
    }

    private DatabaseService start(String url) throws Exception {
        Path script = Files.writeString(directory.resolve("schema.sql"), SCHEMA);
        DatabaseService service = context.with("surefoot.database.url", url)
                .with("surefoot.database.scripts", script)
                .start();
        services.add(service);
        return service;
    }

    @BeforeEach
    void create() {
        context = new RecordingContext(directory);
    }

    private DatabaseService service() {
        return services.get(0);
    }

    @AfterEach
    void close() throws Exception {
        for (DatabaseService each : services) {
            each.close(LIMIT);
        }
        assertThat(context.problems).isEmpty();
    }

    private static Path home(ScopedDatabase database) {
        return Path.of(H2Url.placeOf(database.url()).orElseThrow()).resolveSibling("");
    }

    /** As a class does that cleans up more than its own, what was made ahead included. */
    @Test
    void a_class_that_removes_the_directories_of_all_workers_spoils_no_other() throws Exception {
        Path home = home(start(FILES).database(FIRST));
        service().finishClass(FIRST, true);
        while (!Files.exists(home.resolve("2.mv.db"))) {
            Thread.onSpinWait();
        }
        FileTrees.delete(directory.resolve("database"));

        assertThat(text(service().database(SECOND), "SELECT count(*) FROM cart"))
                .isEqualTo("2");
        assertThat(home(service().database(SECOND))).isNotEqualTo(home);
    }

    /** H2 forgets them when it shuts a database down, and the views on them; no file has them. */
    @ParameterizedTest
    @ValueSource(strings = {MEMORY, FILES})
    void global_temporary_tables_are_in_each_database_with_all_that_needs_them(String url) throws Exception {
        context.with("surefoot.database.url", url)
                .with("surefoot.database.scripts", Files.writeString(directory.resolve("temporary.sql"), """
                CREATE SCHEMA "o ""s"; CREATE TABLE cart (name VARCHAR(99)); INSERT INTO cart VALUES ('"o ""s"."T 2"');
                CREATE GLOBAL TEMPORARY TABLE tmp (id INT PRIMARY KEY, twice INT GENERATED ALWAYS AS (id * 2));
                CREATE GLOBAL TEMPORARY TABLE "o ""s"."T 2" (id INT GENERATED BY DEFAULT AS IDENTITY (START WITH 5),
                    name VARCHAR(9) DEFAULT 'x', CHECK (id < 9));
                CREATE INDEX ix ON "o ""s"."T 2" (name);
                INSERT INTO "o ""s"."T 2" (name) VALUES ('a'), ('b; c');
                CREATE VIEW both AS SELECT tmp.id, t.name FROM tmp JOIN "o ""s"."T 2" t ON t.id = tmp.id;
                CREATE VIEW names AS SELECT name FROM both;
                CREATE VIEW carts AS SELECT name FROM cart;
                """));
        for (int run = 0; run < 2; run++) {
            DatabaseService service = context.start();
            services.add(service);
            for (Scope each : List.of(FIRST, SECOND)) {
                ScopedDatabase database = service.database(each);
                execute(database, "INSERT INTO tmp (id) VALUES (6), (7)");
                execute(database, "INSERT INTO \"o \"\"s\".\"T 2\" DEFAULT VALUES");
                assertThat(text(database, "SELECT LISTAGG(name, '|') WITHIN GROUP (ORDER BY name) FROM names"))
                        .isEqualTo("b; c|x");
                assertThat(text(database, "SELECT twice FROM tmp WHERE id = 7")).isEqualTo("14");
                assertThat(text(database, "SELECT count(*) FROM carts")).isEqualTo("1");
                assertThatThrownBy(() -> execute(database, "INSERT INTO \"o \"\"s\".\"T 2\" (id) VALUES (9)"))
                        .hasMessageContaining("Check constraint");
            }
        }
        assertThat(context.events)
                .filteredOn(event -> event.contains("built=yes"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMORY, FILES})
    void two_classes_write_the_same_rows_and_never_meet(String url) throws Exception {
        ScopedDatabase one = start(url).database(FIRST);
        ScopedDatabase other = service().database(SECOND);
        execute(one, "CREATE TABLE mine (x INT); INSERT INTO cart (id, name) VALUES (77, 'one')");
        execute(other, "CREATE TABLE mine (x INT); INSERT INTO cart (id, name) VALUES (77, 'other')");

        assertThat(one.url()).isNotEqualTo(other.url());
        assertThat(text(one, "SELECT name FROM cart WHERE id = 77")).isEqualTo("one");
        assertThat(text(other, "SELECT name FROM cart WHERE id = 77")).isEqualTo("other");
        assertThat(one.mapper(CartMapper.class).names()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMORY, FILES})
    void a_copy_has_all_that_the_template_has(String url) throws Exception {
        ScopedDatabase database = start(url).database(FIRST);

        assertThat(text(database, "SELECT NEXT VALUE FOR ticket")).isEqualTo("41");
        assertThat(text(database, "SELECT secretly FROM hidden")).isEqualTo("7");
        assertThat(text(database, "SELECT count(*) FROM basket")).isEqualTo("2");
        assertThat(text(database, "SELECT max(name) FROM names")).isEqualTo("it's -- the second");
        assertThat(text(database, "SELECT reverse('abc')")).isEqualTo("cba");
        assertThat(text(database, "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'MODE'"))
                .isEqualTo("PostgreSQL");
        execute(database, "INSERT INTO cart (name, total) VALUES ('third', 4)");
        assertThat(text(database, "SELECT id || ':' || twice FROM cart WHERE name = 'third'"))
                .isEqualTo("3:8");
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMORY, FILES})
    void what_is_in_it_is_kept_where_that_is_wanted(String url, @TempDir Path kept) throws Exception {
        context.with(WorkerProperty.KEEP.key(), kept);
        execute(start(url).database(FIRST), "INSERT INTO cart (name) VALUES ('what was kept')");
        assertThat(service().finishClass(FIRST, true)).isEmpty();

        try (Stream<Path> files = Files.list(kept.resolve(KeptFiles.DATABASES))) {
            assertThat(files.toList())
                    .singleElement(InstanceOfAssertFactories.PATH)
                    .content()
                    .contains("what was kept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMORY, FILES})
    void a_class_that_ends_takes_its_database_with_it(String url) throws Exception {
        ScopedDatabase database = start(url).database(FIRST);
        execute(database, "INSERT INTO cart (name) VALUES ('gone')");
        String gone = database.url();
        assertThat(service().finishClass(FIRST, true)).isEmpty();

        assertThatThrownBy(database::openConnection).hasMessageContaining("has been disposed of");
        assertThatThrownBy(() -> new org.h2.Driver().connect(gone, new java.util.Properties()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
        assertThat(text(service().database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(context.events).anyMatch(event -> event.contains("disposed") && event.contains("clean=yes"));
        assertThat(context.events)
                .filteredOn(event -> event.contains(" reset "))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMORY, FILES})
    void what_is_left_open_is_named_and_what_got_past_too(String url) throws Exception {
        Scope scope = Scope.of(Stranger.class, "");
        ScopedDatabase database = start(url).database(scope);
        Connection forgotten = database.openConnection();
        Connection stranger = Stranger.open(database.url());
        assertThat(service().finishClass(scope, true)).hasSize(2);

        assertThat(context.leaks).hasSize(2);
        assertThat(context.leaks.get(0)).contains("Connection | ", "H2EngineTest.java:");
        assertThat(context.leaks.get(1))
                .contains("connection past Surefoot", "org.h2.Driver", Stranger.class.getName() + ".open(");
        assertThat(forgotten.isClosed()).isTrue();
        assertThat(stranger.isValid(1)).isFalse();
    }

    @Test
    void a_running_statement_is_ended() throws Exception {
        ScopedDatabase database = start(MEMORY).database(FIRST);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        Connection connection = database.openConnection();
        Thread querying = new Thread(() -> {
            try (Statement statement = connection.createStatement()) {
                started.countDown();
                statement.executeQuery(
                        "SELECT count(*) FROM system_range(1, 1000000000000) a WHERE mod(a.\"X\", 7) = 8");
            } catch (SQLException e) {
                thrown.set(e);
            }
        });
        querying.start();
        started.await();
        while (querying.isAlive() && !inH2(querying)) {
            Thread.onSpinWait();
        }
        long begin = System.nanoTime();
        service().finishClass(FIRST, true);
        querying.join();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(thrown.get()).isInstanceOf(SQLException.class).hasMessageContaining("canceled");
        assertThat(context.leaks).singleElement().asString().contains("H2EngineTest.java:");
    }

    private static boolean inH2(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.h2.command.query."));
    }

    @Test
    void who_holds_the_lock_is_named() throws Exception {
        ScopedDatabase database = start(MEMORY + ";LOCK_TIMEOUT=200").database(FIRST);
        try (Connection holder = database.openConnection();
                Connection late = database.openConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "UPDATE cart SET total = 1");
            assertThatThrownBy(() -> execute(late, "UPDATE cart SET total = 2"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Commit or close the connection that holds the lock")
                    .hasMessageContaining("H2EngineTest.java:");
            holder.rollback();
        }
    }

    @Test
    void the_template_is_built_once_and_files_are_gone_in_the_end() throws Exception {
        start(FILES).database(FIRST);
        service().close(LIMIT);
        RecordingContext second = new RecordingContext(directory)
                .with("surefoot.database.url", FILES)
                .with("surefoot.database.scripts", directory.resolve("schema.sql"));
        DatabaseService again = second.start();
        assertThat(text(again.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        again.close(LIMIT);

        assertThat(second.events).anyMatch(event -> event.contains("prepared") && event.contains("built=no"));
        assertThat(second.events).anyMatch(event -> event.contains("engine=h2"));
        try (Stream<Path> files = Files.walk(directory.resolve("database"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.endsWith("lock") || name.matches("[0-9a-f]{24}\\.mv\\.db"));
        }
    }

    @Test
    void a_file_that_is_deleted_in_use_is_told_of() throws Exception {
        ScopedDatabase database = start(FILES).database(FIRST);
        Files.delete(Path.of(database.toString().replaceFirst(".*\\((.*)\\)", "$1") + ".mv.db"));
        service().finishClass(FIRST, true);

        assertThat(context.problems).singleElement().asString().contains("was deleted while it was in use");
        context.problems.clear();
    }

    @Test
    void a_script_that_fails_is_named_with_its_line() throws Exception {
        start(MEMORY);
        Path bad = Files.writeString(directory.resolve("bad.sql"), "CREATE TABLE one (x INT);\n\nCREATE TABEL two;");
        RecordingContext failing = new RecordingContext(directory)
                .with("surefoot.database.url", MEMORY)
                .with("surefoot.database.scripts", bad);
        assertThatThrownBy(failing::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("bad.sql:3: ")
                .hasMessageContaining("in the statement: CREATE TABEL two");
    }

    @Test
    void settings_that_cannot_be_are_refused_by_name() throws Exception {
        start(MEMORY);
        assertThatThrownBy(() -> with("jdbc:h2:tcp://localhost/x"))
                .hasMessageContaining("surefoot.database.url is 'jdbc:h2:tcp://localhost/x'")
                .hasMessageContaining("jdbc:h2:mem:");
        assertThatThrownBy(() -> with("jdbc:h2:mem:;CIPHER=AES")).hasMessageContaining("has the setting CIPHER");
        assertThatThrownBy(() -> with("jdbc:h2:mem:;MODE=Dialect"))
                .hasMessageContaining("Unknown mode \"Dialect\"")
                .hasMessageContaining("Mend the settings after the first ';' of surefoot.database.url");
        assertThatThrownBy(() -> with("jdbc:oracle:thin:x")).hasMessageContaining("jdbc:h2:mem: or jdbc:h2:file:");
        assertThatThrownBy(() -> new RecordingContext(directory)
                        .with("surefoot.database.url", MEMORY)
                        .with("surefoot.database.engine", "sqlite")
                        .start())
                .hasMessageContaining("surefoot.database.engine is 'sqlite', but surefoot.database.url is one of h2");
    }

    private void with(String url) {
        new RecordingContext(directory).with("surefoot.database.url", url).start();
    }

    @Test
    void a_dead_worker_s_files_are_swept() throws Exception {
        start(FILES).database(FIRST);
        Path workers = directory.resolve("database/h2/workers");
        Path dead = Files.createDirectories(workers.resolve("r1w9-123"));
        Files.writeString(dead.resolve("1.mv.db"), "left");
        RecordingContext next = new RecordingContext(directory)
                .with("surefoot.database.url", FILES)
                .with("surefoot.database.scripts", directory.resolve("schema.sql"));
        next.start().close(LIMIT);

        assertThat(dead).doesNotExist();
        assertThat(next.events).anyMatch(event -> event.contains("swept") && event.contains("homes=1"));
        assertThat(text(service().database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
    }

    private static void execute(ScopedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection()) {
            for (String each : sql.split(";")) {
                execute(connection, each);
            }
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
}
