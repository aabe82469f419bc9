package io.github.surefoot.worker.database.engine.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.database.sql.SqlScript;
import io.github.surefoot.worker.secret.HeldSecrets;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worker databases on a real server of MySQL, by either driver. */
@Timeout(180)
@Tag("slow")
class MysqlServerTest {
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Scope FIRST = Scope.of(First.class, "");
    private static final Scope SECOND = Scope.of(Second.class, "");
    /** All that a database of MySQL may have in it. */
    private static final String SCHEMA = """
            SET @@timestamp = 1577836800;
            CREATE TABLE cart (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(99) NOT NULL UNIQUE, total INT DEFAULT 0,
                twice INT GENERATED ALWAYS AS (total * 2) STORED, thrice INT AS (total * 3) VIRTUAL,
                tags JSON, code BINARY(16) DEFAULT (uuid_to_bin('00000000-0000-0000-0000-000000000007')),
                made TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                KEY by_length ((CHAR_LENGTH(name))), KEY unseen (total DESC) INVISIBLE);
            CREATE TABLE a_item (id INT PRIMARY KEY AUTO_INCREMENT, cart INT, next INT, raw BLOB, place POINT SRID 4326,
                KEY (cart), CONSTRAINT of_cart FOREIGN KEY (cart) REFERENCES cart (id) ON DELETE CASCADE,
                CONSTRAINT next_one FOREIGN KEY (next) REFERENCES a_item (id)) DEFAULT CHARSET latin1;
            CREATE TABLE parted (id INT, day DATE) PARTITION BY RANGE (id)
                (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
            CREATE TABLE `odd ``name` (`a b` INT, `select` ENUM('x', 'it''s'), flags SET('a', 'b')) COMMENT 'of two; words';
            CREATE TABLE log (what TEXT, FULLTEXT KEY (what));
            INSERT INTO cart (name, tags) VALUES ('first; of two', '{"a": [1, 2]}'), ('it''s -- the "second" 😀', NULL);
            INSERT INTO cart (name) VALUES ('gone');
            DELETE FROM cart WHERE name = 'gone';
            SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
            INSERT INTO a_item VALUES (0, 1, 0, x'00ff27', ST_SRID(POINT(1, 2), 4326)), (1, NULL, 0, NULL, NULL);
            INSERT INTO parted VALUES (1, '0000-00-00'), (77, '2020-02-29');
            INSERT INTO `odd ``name` VALUES (1, 'it''s', 'a,b');
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
            """;

    private static @Nullable LocalMysql started;
    private static @Nullable HeldSecrets held;

    @TempDir
    private Path directory;

    private static class First {}

    private static class Second {}

    @BeforeAll
    static void startServer() throws Exception {
        Assumptions.assumeTrue(LocalMysql.runsHere(), "The programs of MySQL are for Linux on amd64");
        started = LocalMysql.start(PASSWORD);
        held = HeldSecrets.hold(Map.of("DATABASE_PASSWORD", PASSWORD));
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

    private static LocalMysql server() {
        return Objects.requireNonNull(started);
    }

    private RecordingContext context(String engine, String schema) throws Exception {
        return new RecordingContext(directory)
                .with("surefoot.database.url", server().url(engine))
                .with("surefoot.database.user", LocalMysql.USER)
                .with("surefoot.database.password", "DATABASE_PASSWORD")
                .with("surefoot.database.scripts", Files.writeString(directory.resolve("schema.sql"), schema));
    }

    /** The original is what the script makes by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb"})
    void a_clone_equals_the_original_and_is_nobody_elses(String engine) throws Exception {
        execute("", "DROP DATABASE IF EXISTS surefoot_original", "CREATE DATABASE surefoot_original");
        try (Connection connection = server().open("surefoot_original", LocalMysql.USER, PASSWORD)) {
            new SqlScript("schema.sql", SCHEMA, new MariaScripts()).run(connection);
        }
        RecordingContext context = context(engine, SCHEMA);
        DatabaseService service = context.start();
        ScopedDatabase one = service.database(FIRST);
        ScopedDatabase other = service.database(SECOND);

        assertThat(everything(name(one)))
                .isEqualTo(everything("surefoot_original"))
                .contains(
                        "nightly", "of_cart", "by_length", "add_to", "PARTITION BY RANGE", "INVISIBLE", "it's -- the");
        try (Connection connection = one.openConnection()) {
            execute(connection, "INSERT INTO cart (name, total) VALUES ('next', 3)");
            execute(connection, "CALL add_to('by procedure')");
        }
        assertThat(rows(name(one), "SELECT CONCAT(id, ':', twice, ':', total_of(id)) FROM cart WHERE name = 'next'"))
                .as("the row that was deleted keeps its number, and triggers come in their order")
                .containsExactly("4:80:40");
        assertThat(rows(name(one), "SELECT COUNT(*) FROM log")).containsExactly("2");
        assertThat(rows(name(other), "SELECT COUNT(*) FROM cart")).containsExactly("2");
        assertThat(one.url()).doesNotContain(PASSWORD);
        assertThat(service.finishClass(FIRST, true)).isEmpty();
        assertThatThrownBy(() -> server().open(name(one), "admin", PASSWORD)).hasMessageContaining("Unknown database");
        service.close(LIMIT);
        assertThat(context.problems).isEmpty();
        assertThat(context.leaks).isEmpty();
        assertThat(rows("", "SHOW DATABASES")).noneMatch(each -> each.startsWith("surefoot_w"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb"})
    void what_a_test_leaves_open_is_named_and_waits_for_nothing(String engine) throws Exception {
        RecordingContext context = context(engine, "CREATE TABLE cart (id INT PRIMARY KEY);");
        DatabaseService service = context.start();
        ScopedDatabase database = service.database(FIRST);
        Connection left = database.openConnection();
        left.setAutoCommit(false);
        execute(left, "INSERT INTO cart VALUES (1)");
        Connection past = server().open(name(database), LocalMysql.USER, PASSWORD);
        past.setAutoCommit(false);
        execute(past, "SELECT * FROM cart");
        long begin = System.nanoTime();
        service.finishClass(FIRST, true);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
        assertThat(context.leaks)
                .anyMatch(leak -> leak.contains("MysqlServerTest.java:"))
                .anyMatch(leak -> leak.contains("past Surefoot"));
        assertThat(rows("", "SHOW DATABASES")).doesNotContain(name(database));
        assertThat(past.isValid(1)).isFalse();
        service.close(LIMIT);
        assertThat(context.problems).isEmpty();
    }

    private static String name(ScopedDatabase database) {
        return database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    /** What the server says of all that is in a database, without its name, and every row. */
    private static String everything(String database) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String[] kind : new String[][] {
            {"TABLE", "2", "TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA"
            },
            {"VIEW", "2", "TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA"},
            {"TRIGGER", "3", "TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA"},
            {"FUNCTION", "3", routines("FUNCTION")},
            {"PROCEDURE", "3", routines("PROCEDURE")},
            {"EVENT", "4", "EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA"}
        }) {
            for (String name : rows(database, "SELECT " + kind[2] + " = DATABASE() ORDER BY 1")) {
                String quoted = "`" + name.replace("`", "``") + "`";
                all.add(row(database, "SHOW CREATE " + kind[0] + " " + quoted, Integer.parseInt(kind[1])));
                if (kind[0].equals("TABLE")) {
                    all.addAll(rows(database, "SELECT * FROM " + quoted));
                }
            }
        }
        return String.join("\n", all).replace(database, "DATABASE");
    }

    private static String routines(String kind) {
        return "ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_TYPE = '" + kind + "' AND ROUTINE_SCHEMA";
    }

    private static String row(String database, String sql, int column) throws SQLException {
        try (Connection connection = server().open(database, "admin", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(column);
        }
    }

    private static List<String> rows(String database, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server().open(database, "admin", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join(" | ", row));
            }
        }
        return found;
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection = server().open(database, "admin", PASSWORD)) {
            for (String each : statements) {
                execute(connection, each);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
