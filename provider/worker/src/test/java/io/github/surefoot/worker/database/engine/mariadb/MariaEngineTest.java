package io.github.surefoot.worker.database.engine.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.database.sql.SqlScript;
import io.github.surefoot.worker.secret.HeldSecrets;
import io.github.surefoot.worker.usage.CartMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Worker databases on a real server of MariaDB, by either driver. */
@Timeout(180)
@ParameterizedClass
@ValueSource(strings = {"mariadb", "mysql"})
@Tag("slow")
class MariaEngineTest {
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final Scope FIRST = Scope.of(First.class, "");
    private static final Scope SECOND = Scope.of(Second.class, "");
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /** All that a database of MariaDB may have in it; the clock stands still, so that it is twice the same. */
    private static final String SCHEMA = """
            SET @@timestamp = 1577836800;
            CREATE SEQUENCE ticket START WITH 40 INCREMENT BY 2 CACHE 100;
            CREATE SEQUENCE spent START WITH 1 MAXVALUE 2;
            CREATE TABLE cart (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(99) NOT NULL UNIQUE, total INT DEFAULT 0,
                twice INT GENERATED ALWAYS AS (total * 2) STORED, thrice INT AS (total * 3) VIRTUAL,
                hidden INT INVISIBLE DEFAULT 5, number BIGINT DEFAULT nextval(ticket),
                made TIMESTAMP DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP, CHECK (total >= 0));
            CREATE TABLE a_item (id INT PRIMARY KEY AUTO_INCREMENT, cart INT, next INT, raw BLOB,
                KEY (cart), CONSTRAINT of_cart FOREIGN KEY (cart) REFERENCES cart (id) ON DELETE CASCADE,
                CONSTRAINT next_one FOREIGN KEY (next) REFERENCES a_item (id)) DEFAULT CHARSET latin1;
            CREATE TABLE past (id INT PRIMARY KEY, name TEXT) WITH SYSTEM VERSIONING;
            CREATE TABLE parted (id INT, day DATE) PARTITION BY RANGE (id)
                (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
            CREATE TABLE `odd ``name` (`a b` INT, `select` ENUM('x', 'it''s')) ENGINE = MyISAM COMMENT 'of two; words';
            CREATE TABLE log (what TEXT);
            INSERT INTO cart (name, hidden) VALUES ('first; of two', 6), ('it''s -- the "second" 😀', 7);
            INSERT INTO cart (name) VALUES ('gone');
            DELETE FROM cart WHERE name = 'gone';
            SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
            INSERT INTO a_item VALUES (0, 1, 0, x'00ff27'), (1, NULL, 0, NULL);
            INSERT INTO past VALUES (1, 'before');
            SET @@timestamp = 1577836900;
            UPDATE past SET name = 'after';
            INSERT INTO parted VALUES (1, '0000-00-00'), (77, '2020-02-29');
            INSERT INTO `odd ``name` VALUES (1, 'it''s');
            CREATE TRIGGER one_more BEFORE INSERT ON cart FOR EACH ROW BEGIN SET NEW.total = NEW.total + 1; END;
            CREATE TRIGGER and_more BEFORE INSERT ON cart FOR EACH ROW FOLLOWS one_more SET NEW.total = NEW.total * 10;
            CREATE TRIGGER logs AFTER INSERT ON cart FOR EACH ROW INSERT INTO log VALUES (CONCAT('new ', NEW.name));
            CREATE FUNCTION total_of(cart_id INT) RETURNS INT READS SQL DATA
                BEGIN DECLARE t INT; SELECT total INTO t FROM cart WHERE id = cart_id; RETURN t; END;
            CREATE PROCEDURE add_to(IN n VARCHAR(99)) BEGIN IF n <> '' THEN INSERT INTO cart (name) VALUES (n); END IF; END;
            CREATE VIEW names AS SELECT id, name FROM cart;
            CREATE VIEW a_view AS SELECT n.name, total_of(n.id) AS total FROM names n;
            CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM log;
            CREATE EVENT never ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM log;
            SET sql_mode = 'ORACLE';
            DELIMITER //
            CREATE PACKAGE pack AS FUNCTION two RETURN INT; END//
            CREATE PACKAGE BODY pack AS FUNCTION two RETURN INT AS BEGIN RETURN 2; END; END//
            DELIMITER ;
            SET sql_mode = '';
            SELECT NEXTVAL(ticket), NEXTVAL(spent);
            SELECT NEXTVAL(spent);
            """;

    private static @Nullable LocalMaria started;

    private final String engine;

    @TempDir
    private Path directory;

    private HeldSecrets held;
    private final List<DatabaseService> services = new ArrayList<>();
    private RecordingContext context;

    MariaEngineTest(String engine) {
        this.engine = engine;
    }

    private static class First {}

    private static class Second {}

    private static class Stranger {
        static Connection open(String database) throws SQLException {
            return server().open(database, LocalMaria.USER, PASSWORD);
        }
    }

    @BeforeAll
    static void startServer() throws Exception {
        Assumptions.assumeTrue(LocalMaria.installed().isPresent(), "No MariaDB server is installed");
        started = LocalMaria.shared(PASSWORD);
    }

    private static LocalMaria server() {
        return Objects.requireNonNull(started);
    }

    @BeforeEach
    void hold() {
        context = new RecordingContext(directory);
        held = HeldSecrets.hold(Map.of("DATABASE_PASSWORD", PASSWORD));
    }

    private RecordingContext context() throws Exception {
        Path script = Files.writeString(directory.resolve("schema.sql"), SCHEMA);
        return new RecordingContext(directory)
                .with("surefoot.database.url", server().url(engine))
                .with("surefoot.database.user", LocalMaria.USER)
                .with("surefoot.database.password", "DATABASE_PASSWORD")
                .with("surefoot.database.scripts", script);
    }

    private RecordingContext context(String schema) throws Exception {
        RecordingContext other = context();
        return other.with("surefoot.database.scripts", Files.writeString(directory.resolve("other.sql"), schema));
    }

    private DatabaseService start() throws Exception {
        return start(context());
    }

    private DatabaseService start(RecordingContext given) {
        context = given;
        DatabaseService service = given.start();
        services.add(service);
        return service;
    }

    @AfterEach
    void close() throws Exception {
        for (DatabaseService each : services) {
            each.close(LIMIT);
        }
        held.close();
        assertThat(databases("surefoot_w")).isEmpty();
    }

    @Test
    void two_classes_write_the_same_rows_and_never_meet() throws Exception {
        DatabaseService service = start();
        ScopedDatabase one = service.database(FIRST);
        ScopedDatabase other = service.database(SECOND);
        execute(one, "INSERT INTO cart (id, name) VALUES (77, 'one')");
        execute(other, "INSERT INTO cart (id, name) VALUES (77, 'other')");

        assertThat(one.url()).isNotEqualTo(other.url()).doesNotContain(PASSWORD);
        assertThat(text(one, "SELECT name FROM cart WHERE id = 77")).isEqualTo("one");
        assertThat(text(other, "SELECT name FROM cart WHERE id = 77")).isEqualTo("other");
        assertThat(one.mapper(CartMapper.class).names()).hasSize(3);
    }

    /** The original is what the script makes by itself, and MariaDB's own dump says what a database is. */
    @Test
    void a_clone_equals_the_original_in_everything_that_can_be_in_it() throws Exception {
        server().execute("DROP DATABASE IF EXISTS surefoot_original", "CREATE DATABASE surefoot_original");
        try (Connection connection = Stranger.open("surefoot_original")) {
            new SqlScript("schema.sql", SCHEMA, new MariaScripts()).run(connection);
        }
        DatabaseService service = start();
        String clone = name(service.database(FIRST));

        // Where the cache of a sequence ends is not what its next value is: that is asked below.
        assertThat(dump(clone)).isEqualTo(dump("surefoot_original")).contains("nightly", "pack", "logs", "of_cart");
        for (String sql : List.of(
                "SELECT NEXTVAL(ticket)",
                "SELECT GROUP_CONCAT(id, name, row_start, row_end ORDER BY row_end) FROM past FOR SYSTEM_TIME ALL",
                "SELECT GROUP_CONCAT(id, total, twice, thrice, hidden, number, made ORDER BY id) FROM cart",
                "SELECT AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME ="
                        + " 'cart'",
                "SELECT GROUP_CONCAT(EVENT_NAME, STATUS ORDER BY EVENT_NAME) FROM information_schema.EVENTS WHERE"
                        + " EVENT_SCHEMA = DATABASE()")) {
            assertThat(past(clone, sql)).as(sql).isEqualTo(past("surefoot_original", sql));
        }
        assertThatThrownBy(() -> past(clone, "SELECT NEXTVAL(spent)")).hasMessageContaining("run out");
        for (String database : List.of(clone, "surefoot_original")) {
            try (Connection connection = Stranger.open(database)) {
                execute(connection, "INSERT INTO cart (name, total) VALUES ('next', 3)");
                execute(connection, "CALL add_to('by procedure')");
            }
        }
        assertThat(past(clone, "SELECT CONCAT(id, ':', twice) FROM cart WHERE name = 'next'"))
                .as("the row that was deleted keeps its number, and triggers come in their order")
                .isEqualTo("4:80");
        assertThat(past(clone, "SELECT GROUP_CONCAT(name, total) FROM a_view"))
                .isEqualTo(past("surefoot_original", "SELECT GROUP_CONCAT(name, total) FROM a_view"));
        assertThat(past(clone, "SELECT COUNT(*) FROM log")).isEqualTo("2");
        server().execute("DROP DATABASE surefoot_original");
    }

    private static String dump(String database) throws Exception {
        return server().dump(database).replaceAll("(?m)^.*SETVAL.*$", "");
    }

    @Test
    void what_names_the_templates_own_database_names_the_clone() throws Exception {
        DatabaseService service = start(context("""
                CREATE TABLE log (what TEXT);
                CREATE TABLE cart (id INT);
                SET @sql = CONCAT('CREATE TRIGGER t AFTER INSERT ON cart FOR EACH ROW INSERT INTO ', DATABASE(), '.log VALUES (1)');
                EXECUTE IMMEDIATE @sql;
                SET @sql = CONCAT('CREATE PROCEDURE p() INSERT INTO `', DATABASE(), '`.log VALUES (2)');
                EXECUTE IMMEDIATE @sql;
                SET @sql = CONCAT('CREATE VIEW v AS SELECT what FROM ', DATABASE(), '.log');
                EXECUTE IMMEDIATE @sql;
                """));
        ScopedDatabase database = service.database(FIRST);
        execute(database, "INSERT INTO cart VALUES (1)");
        execute(database, "CALL p()");
        assertThat(text(database, "SELECT COUNT(*) FROM v")).isEqualTo("2");
        assertThat(text(service.database(SECOND), "SELECT COUNT(*) FROM v")).isEqualTo("0");
    }

    @Test
    void what_leads_to_a_database_of_all_workers_is_refused_by_name() throws Exception {
        server().execute("CREATE DATABASE surefoot_shop", "CREATE TABLE surefoot_shop.log (id INT PRIMARY KEY)");
        try {
            for (String statement : List.of(
                    "CREATE TRIGGER leads AFTER INSERT ON cart FOR EACH ROW INSERT INTO surefoot_shop.log VALUES (1)",
                    "CREATE PROCEDURE leads() BEGIN DELETE FROM `surefoot_shop` . log; END",
                    "CREATE VIEW leads AS SELECT * FROM surefoot_shop.log",
                    "CREATE EVENT leads ON SCHEDULE EVERY 1 DAY DO UPDATE surefoot_shop.log SET id = 1",
                    "ALTER TABLE cart ADD CONSTRAINT leads FOREIGN KEY (id) REFERENCES surefoot_shop.log (id)")) {
                assertThatThrownBy(() -> context("CREATE TABLE cart (id INT);" + statement + ";")
                                .start())
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining(" leads names surefoot_shop")
                        .hasMessageContaining("Leave the database's name out");
            }
            assertThatThrownBy(
                            () -> context("USE surefoot_shop; DROP TABLE log;").start())
                    .hasMessageContaining("other.sql:1: 'USE surefoot_shop' is the way to another database");
        } finally {
            server().execute("DROP DATABASE surefoot_shop");
        }
    }

    @Test
    void privileges_that_the_schema_grants_hold_on_a_clone_and_end_with_it() throws Exception {
        server().execute("CREATE USER reader IDENTIFIED BY '" + PASSWORD + "'");
        try {
            DatabaseService service = start(context("""
                    CREATE TABLE cart (id INT, name TEXT);
                    CREATE TABLE other (id INT);
                    GRANT SELECT ON cart TO reader;
                    GRANT INSERT (id) ON other TO reader;
                    """).with("surefoot.database.user", LocalMaria.ADMIN));
            String clone = name(service.database(FIRST));
            try (Connection reader = server().open(clone, "reader", PASSWORD)) {
                execute(reader, "SELECT * FROM cart");
                execute(reader, "INSERT INTO other (id) VALUES (1)");
                assertThatThrownBy(() -> execute(reader, "DELETE FROM cart")).hasMessageContaining("denied");
            }
            service.finishClass(FIRST, true);
            assertThat(texts("SELECT Db FROM mysql.tables_priv WHERE User = 'reader' AND Db = '" + clone + "'"))
                    .isEmpty();
        } finally {
            server().execute("DROP USER reader");
        }
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
        assertThatThrownBy(() -> Stranger.open(name(database))).hasMessageContaining("Unknown database");
        assertThat(text(service.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(context.events).anyMatch(event -> event.contains("disposed") && event.contains("clean=yes"));
        assertThat(context.leaks).isEmpty();
    }

    @Test
    void what_is_left_open_is_named_and_what_got_past_too() throws Exception {
        DatabaseService service = start();
        Scope scope = Scope.of(Stranger.class, "");
        ScopedDatabase database = service.database(scope);
        Connection forgotten = database.openConnection();
        Connection stranger = Stranger.open(name(database));
        assertThat(service.finishClass(scope, true)).hasSize(2);

        assertThat(context.leaks).hasSize(2);
        assertThat(context.leaks.get(0)).contains("Connection | ", "MariaEngineTest.java:");
        assertThat(context.leaks.get(1)).contains("connection past Surefoot");
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
        Thread sleeping = query(database.openConnection(), "SELECT COUNT(*) FROM a_item WHERE SLEEP(600) = 5", slept);
        Thread waiting = query(database.openConnection(), "UPDATE cart SET total = 2", new AtomicReference<>());
        awaitRunning(2);
        long begin = System.nanoTime();
        service.finishClass(FIRST, true);
        sleeping.join();
        waiting.join();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(slept.get()).isInstanceOf(SQLException.class).hasMessageContaining("interrupted");
        assertThat(context.problems).isEmpty();
        assertThat(context.leaks).hasSize(3);
    }

    @Test
    void who_holds_the_lock_is_named() throws Exception {
        ScopedDatabase database = start().database(FIRST);
        try (Connection holder = database.openConnection();
                Connection late = database.openConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "UPDATE cart SET total = 1");
            execute(late, "SET innodb_lock_wait_timeout = 1");
            assertThatThrownBy(() -> execute(late, "UPDATE cart SET total = 2"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Commit or close the connection that holds the lock")
                    .hasMessageContaining("MariaEngineTest.java:");
            holder.rollback();
        }
    }

    @Test
    void the_template_is_built_once_and_replaced_when_the_schema_changes() throws Exception {
        start().database(FIRST);
        DatabaseService second = start();
        assertThat(text(second.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(context.events).anyMatch(event -> event.contains("prepared") && event.contains("built=no"));
        assertThat(context.events).anyMatch(event -> event.contains("engine=" + engine));
        assertThat(context.events)
                .anyMatch(event -> event.startsWith("database server ")
                        && event.contains("engine=" + engine)
                        && event.matches(".*product=(MariaDB|MySQL).*")
                        && event.matches(".*version=\\d+\\.\\d+.*"));
        String template = databases("surefoot_t").get(0);
        assertThat(databases("surefoot_t")).hasSize(1);

        RecordingContext other = context("CREATE TABLE changed (x INT);");
        DatabaseService third = other.start();
        assertThat(databases("surefoot_t")).as("the former is in use").hasSize(2);
        third.close(LIMIT);
        for (DatabaseService each : services) {
            each.close(LIMIT);
        }
        services.clear();
        other.start().close(LIMIT);
        assertThat(databases("surefoot_t"))
                .as("the former is not in use")
                .hasSize(1)
                .doesNotContain(template);
        assertThat(databases("surefoot_c")).hasSize(1);
    }

    @Test
    void a_template_that_is_not_complete_is_built_again() throws Exception {
        start().close(LIMIT);
        services.clear();
        String template = databases("surefoot_t").get(0);
        server().execute("DROP DATABASE " + template.replace("_t", "_c"), "DROP TABLE " + template + ".log");
        assertThat(text(start().database(FIRST), "SELECT count(*) FROM log")).isEqualTo("0");
    }

    @Test
    void what_dead_workers_left_is_swept_and_nothing_else() throws Exception {
        DatabaseService living = start();
        ScopedDatabase used = living.database(FIRST);
        String alive = name(used);
        String dead = alive.replaceFirst("_w[0-9a-f]{16}_", "_w00000000000000aa_");
        server().execute(
                        "CREATE DATABASE " + dead,
                        "CREATE DATABASE surefoot_w00000000000000aa_u"
                                + databases("surefoot_t").get(0).substring(10),
                        "CREATE DATABASE surefoot_wonderful");
        try {
            start();
            assertThat(context.events).anyMatch(event -> event.contains("swept") && event.contains("homes=1"));
            assertThat(databases("surefoot_w"))
                    .contains(alive, "surefoot_wonderful")
                    .noneMatch(each -> each.contains("00aa"));
            assertThat(text(used, "SELECT count(*) FROM cart")).isEqualTo("2");
        } finally {
            server().execute("DROP DATABASE surefoot_wonderful");
        }
    }

    @Test
    void what_a_killed_server_has_left_in_a_database_is_told_with_the_mend() throws Exception {
        String dead = "surefoot_w00000000000000aa_1";
        server().execute("CREATE DATABASE " + dead);
        server().leave(dead, "parted.par");
        start();
        assertThat(context.events)
                .anyMatch(event -> event.contains("swept") && event.contains("[files-left, database " + dead));
        server().stop();
        server().startAgain();
        start();
        assertThat(context.problems).isEmpty();
    }

    @Test
    void a_database_that_is_dropped_in_use_is_told_of() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        server().execute("DROP DATABASE " + name(database));
        service.finishClass(FIRST, true);
        assertThat(context.problems).singleElement().asString().contains("was dropped while it was in use");
    }

    @Test
    void a_server_that_was_restarted_is_used_again_and_the_worker_keeps_its_name() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        Connection open = database.openConnection();
        // It tells its age in seconds, and one that is new twice in two of them looks like the same.
        awaitAge(6);
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
        ScopedDatabase next = service.database(FIRST);
        assertThat(text(next, "SELECT count(*) FROM cart")).isEqualTo("2");
        start();
        assertThat(text(next, "SELECT count(*) FROM cart"))
                .as("nobody has swept it")
                .isEqualTo("2");
    }

    /** They are empty after each restart; the template is not found as it was, but built again. */
    @Test
    void rows_of_tables_in_memory_are_there_after_a_restart_of_the_server() throws Exception {
        RecordingContext given = context(
                "CREATE TABLE quick (id INT PRIMARY KEY) ENGINE = MEMORY;" + " INSERT INTO quick VALUES (1), (2);");
        given.start().close(LIMIT);
        DatabaseService again = given.start();
        assertThat(given.events)
                .filteredOn(event -> event.contains("built=yes"))
                .hasSize(1);
        assertThat(given.events).filteredOn(event -> event.contains("built=no")).hasSize(1);
        again.close(LIMIT);

        server().stop();
        server().startAgain();
        DatabaseService later = start(given);
        assertThat(given.events)
                .filteredOn(event -> event.contains("built=yes"))
                .hasSize(2);
        assertThat(text(later.database(FIRST), "SELECT count(*) FROM quick")).isEqualTo("2");
        assertThat(text(
                        later.database(FIRST),
                        "SELECT ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME ="
                                + " 'quick'"))
                .isEqualTo("MEMORY");
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
                        .with("surefoot.database.url", server().url(engine) + "?password=" + PASSWORD)
                        .start())
                .hasMessageContaining("has a user or password in it")
                .hasMessageNotContaining(PASSWORD);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_and_named() throws Exception {
        assertThatThrownBy(() -> context()
                        .with("surefoot.database.url", "jdbc:" + engine + "://127.0.0.1:1/")
                        .start())
                .hasMessageContaining("[server-down")
                .hasMessageContaining("Tried 9 times")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("Start the server");
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
                    .hasMessageContaining("MariaEngineTest.java:");
        } finally {
            for (Connection each : open) {
                each.close();
            }
        }
    }

    /** By the script itself, and as the server's own mode. */
    @Test
    void a_script_may_be_written_for_a_mode_in_which_a_backslash_is_none() throws Exception {
        String script =
                "CREATE TABLE one (p TEXT); INSERT INTO one VALUES (CONCAT('a', 'z\\')); INSERT INTO one VALUES ('b');";
        DatabaseService byScript = start(context("SET sql_mode = 'NO_BACKSLASH_ESCAPES'; " + script));
        assertThat(text(byScript.database(FIRST), "SELECT GROUP_CONCAT(p ORDER BY p) FROM one"))
                .isEqualTo("az\\,b");
        String before = texts("SELECT @@global.sql_mode").get(0);
        try (Connection admin = server().admin()) {
            execute(admin, "SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES'");
            try {
                DatabaseService byServer = start(context(script + " -- of the server"));
                assertThat(text(byServer.database(FIRST), "SELECT count(*) FROM one"))
                        .isEqualTo("2");
            } finally {
                execute(admin, "SET GLOBAL sql_mode = '" + before + "'");
            }
        }
    }

    @Test
    void a_script_that_fails_is_named_and_leaves_no_template() throws Exception {
        int before = databases("surefoot_t").size();
        assertThatThrownBy(() -> context("CREATE TABLE one (x INT);\n\nCREATE TABEL two;")
                        .start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("other.sql:3: ")
                .hasMessageContaining("in the statement: CREATE TABEL two");
        assertThat(databases("surefoot_t")).hasSize(before);
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
    void a_server_that_is_too_old_is_refused_at_once_by_its_version() throws Exception {
        Assumptions.assumeTrue(
                engine.equals("mariadb"), "MySQL's driver asks such a version for what this server lacks");
        server().stop();
        server().startAgain("--version=10.4.34-MariaDB");
        try {
            assertThatThrownBy(() -> context().start())
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is version 10.4.34-MariaDB, which is too old")
                    .hasMessageContaining("raise the server")
                    .hasMessageContaining("[server-too-old]")
                    .hasMessageNotContaining("Tried");
        } finally {
            server().stop();
            server().startAgain();
        }
    }

    @Test
    void a_template_that_somebody_has_locked_is_waited_for() throws Exception {
        DatabaseService service = start();
        service.database(FIRST);
        String template = databases("surefoot_t").get(0);
        try (Connection stranger = server().admin()) {
            execute(stranger, "LOCK TABLES " + template + ".cart WRITE");
            Thread unlocking = new Thread(() -> {
                try {
                    awaitWaiting();
                    execute(stranger, "UNLOCK TABLES");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            unlocking.start();
            for (Class<?> each : List.of(Second.class, Stranger.class, MariaEngineTest.class)) {
                assertThat(text(service.database(Scope.of(each, "")), "SELECT count(*) FROM cart"))
                        .isEqualTo("2");
            }
            unlocking.join();
        }
    }

    @Test
    void a_session_that_will_not_end_is_told_within_the_limit() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        try (Connection stranger = server().admin()) {
            execute(stranger, "LOCK TABLES " + name(database) + ".log READ");
            long begin = System.nanoTime();
            service.finishClass(FIRST, true);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
        }
        assertThat(context.problems)
                .singleElement()
                .asString()
                .contains("[session-stays", "GRANT PROCESS, CONNECTION ADMIN", "swept by the next build");
        service.close(LIMIT);
        services.clear();
        start();
        assertThat(context.events).anyMatch(event -> event.contains("swept") && event.contains("homes=1"));
    }

    /** It outlives its session, and nothing on the server tells which database it is of. */
    @Test
    void a_prepared_xa_transaction_is_rolled_back_and_named_with_its_class() throws Exception {
        DatabaseService service = start();
        ScopedDatabase database = service.database(FIRST);
        try (Connection ended = database.openConnection()) {
            prepare(ended, "'ended'");
            execute(ended, "xa  rollback 'ended' ;");
        }
        prepare(database.openConnection(), "'of  us',X'6162',7");
        long begin = System.nanoTime();
        service.finishClass(FIRST, true);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        assertThat(context.leaks)
                .filteredOn(leak -> leak.contains("XA"))
                .singleElement()
                .asString()
                .startsWith("prepared XA transaction 'of  us',X'6162',7 | ")
                .contains(First.class.getName());
        assertThat(context.problems).isEmpty();
        assertThat(texts("XA RECOVER")).isEmpty();
    }

    /** One that nobody has seen prepared is left to people, who are told how; it is tried once a run, and not for long. */
    @Test
    void a_prepared_xa_transaction_of_a_dead_worker_is_told_once_with_the_way_to_end_it() throws Exception {
        String dead = "surefoot_w00000000000000aa_3";
        try (Connection admin = server().admin()) {
            execute(admin, "CREATE DATABASE " + dead);
            execute(admin, "CREATE TABLE " + dead + ".cart (name TEXT)");
        }
        try (Connection stranger = Stranger.open(dead)) {
            prepare(stranger, "'of whom'");
        }
        try {
            long begin = System.nanoTime();
            start();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(7));
            assertThat(context.events)
                    .anyMatch(event -> event.contains("swept")
                            && event.contains("[transaction-stays")
                            && event.contains("XA ROLLBACK 'of whom'")
                            && !event.contains("End the session"));
            start();
            assertThat(context.events).as("tried a moment ago").noneMatch(event -> event.contains("swept"));
        } finally {
            try (Connection admin = server().admin()) {
                execute(admin, "XA ROLLBACK 'of whom'");
                execute(admin, "DROP DATABASE " + dead);
            }
        }
    }

    private static void prepare(Connection connection, String xid) throws SQLException {
        execute(connection, "XA START " + xid);
        execute(connection, "INSERT INTO cart (name) VALUES ('in doubt')");
        execute(connection, "XA END " + xid);
        execute(connection, "XA PREPARE " + xid);
    }

    @Test
    void a_name_that_is_taken_is_left_to_who_has_it() throws Exception {
        DatabaseService service = start();
        ScopedDatabase first = service.database(FIRST);
        String taken = name(first).replaceFirst("_\\d+$", "_7");
        server().execute("CREATE DATABASE " + taken);
        for (int i = 0; i < 9; i++) {
            service.finishClass(SECOND, true);
            assertThat(text(service.database(SECOND), "SELECT count(*) FROM cart"))
                    .isEqualTo("2");
            assertThat(name(service.database(SECOND))).isNotEqualTo(taken);
        }
        server().execute("DROP DATABASE " + taken);
    }

    @Test
    void a_limit_of_connections_is_waited_for_and_then_told() throws Exception {
        List<Connection> others = new ArrayList<>();
        try {
            while (true) {
                others.add(Stranger.open(""));
            }
        } catch (SQLException full) {
            assertThat(full.getErrorCode()).isEqualTo(1040);
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

    private static void awaitWaiting() throws SQLException {
        while (texts("SELECT ID FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting for table%lock'")
                .isEmpty()) {
            assertThat(Thread.interrupted()).as("the time is up").isFalse();
        }
    }

    private static void awaitAge(int seconds) throws SQLException {
        while (Integer.parseInt(texts(
                                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'UPTIME'")
                        .get(0))
                < seconds) {
            assertThat(Thread.interrupted()).as("the time is up").isFalse();
        }
    }

    private static String name(ScopedDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
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
        while (texts(
                                "SELECT ID FROM information_schema.PROCESSLIST WHERE DB LIKE 'surefoot\\_w%' AND COMMAND = 'Query'")
                        .size()
                < statements) {
            assertThat(Thread.interrupted()).as("the time is up").isFalse();
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
        try (Connection connection = database.openConnection()) {
            return text(connection, sql);
        }
    }

    private static String past(String database, String sql) throws SQLException {
        try (Connection connection = Stranger.open(database)) {
            return text(connection, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static List<String> databases(String prefix) throws SQLException {
        return texts("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE LEFT(SCHEMA_NAME, " + prefix.length()
                + ") = '" + prefix + "' ORDER BY 1");
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server().admin();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
