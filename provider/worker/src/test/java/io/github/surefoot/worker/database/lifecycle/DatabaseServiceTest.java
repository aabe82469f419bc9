package io.github.surefoot.worker.database.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.engine.sqlite.SqliteFile;
import io.github.surefoot.worker.database.file.FileTrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class DatabaseServiceTest {
    private static final Scope FIRST = Scope.of(First.class, "");
    private static final Scope SECOND = Scope.of(Second.class, "");
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    private RecordingContext context;
    private DatabaseService service;

    private static class First {}

    private static class Second {}

    private static class Stranger {
        static Connection open(String url) throws SQLException {
            return new org.sqlite.JDBC().connect(url, new java.util.Properties());
        }
    }

    @WorkerDatabase(reset = Reset.PER_TEST)
    private static class EachTest {}

    @WorkerDatabase(reset = Reset.NEVER)
    private static class Shared {}

    @WorkerDatabase(reset = Reset.NEVER)
    private static class SharedToo {}

    @BeforeEach
    void start() {
        context = new RecordingContext(directory);
        service = context.start();
    }

    @AfterEach
    void close() throws Exception {
        service.close(LIMIT);
    }

    @Test
    void two_classes_create_the_same_table_and_rows_and_never_meet() throws SQLException {
        TestDatabase one = service.database(FIRST);
        TestDatabase other = service.database(SECOND);
        execute(one, "CREATE TABLE mine (x); INSERT INTO cart (id, name) VALUES (77, 'one')");
        execute(other, "CREATE TABLE mine (x); INSERT INTO cart (id, name) VALUES (77, 'other')");
        execute(one, "INSERT INTO mine VALUES (1)");

        assertThat(SqliteFile.of(one)).isNotEqualTo(SqliteFile.of(other));
        assertThat(text(one, "SELECT name FROM cart WHERE id = 77")).isEqualTo("one");
        assertThat(text(other, "SELECT name FROM cart WHERE id = 77")).isEqualTo("other");
        assertThat(text(other, "SELECT count(*) FROM mine")).isEqualTo("0");
    }

    @Test
    void two_workers_create_the_same_table_and_rows_and_never_meet() throws Exception {
        RecordingContext second = new RecordingContext(directory);
        DatabaseService other = second.start();
        execute(service.database(FIRST), "CREATE TABLE mine (x); INSERT INTO mine VALUES (1)");
        execute(other.database(FIRST), "CREATE TABLE mine (x); INSERT INTO mine VALUES (2)");

        assertThat(text(service.database(FIRST), "SELECT group_concat(x) FROM mine"))
                .isEqualTo("1");
        assertThat(text(other.database(FIRST), "SELECT group_concat(x) FROM mine"))
                .isEqualTo("2");
        other.close(LIMIT);
        assertThat(second.events.get(0)).contains("prepared").contains("built=no");
    }

    /** As one does that cleans up more than its own. */
    @Test
    void a_class_that_removes_the_directories_of_all_workers_spoils_no_other() throws Exception {
        RecordingContext beside = new RecordingContext(directory);
        DatabaseService other = beside.start();
        TestDatabase lost = service.database(FIRST);
        Path root = directory.resolve("database");
        FileTrees.delete(root);
        assertThat(root).doesNotExist();
        service.finishClass(FIRST, true);
        assertThat(context.problems).singleElement().asString().contains("First", "was deleted while it was in use");

        assertThat(text(service.database(SECOND), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(text(other.database(SECOND), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(SqliteFile.of(service.database(SECOND)).getParent())
                .isNotEqualTo(SqliteFile.of(lost).getParent())
                .isNotEqualTo(SqliteFile.of(other.database(SECOND)).getParent());
        other.close(LIMIT);
        service.close(LIMIT);
        try (Stream<Path> left = Files.list(root.resolve("workers"))) {
            assertThat(left).extracting(each -> each.getFileName().toString()).containsExactly("lock");
        }
        assertThat(context.problems).hasSize(1);
        assertThat(beside.problems).isEmpty();
    }

    @Test
    void a_template_alone_that_is_removed_is_made_anew() throws Exception {
        Path home = SqliteFile.of(service.database(FIRST)).getParent();
        service.finishClass(FIRST, true);
        FileTrees.delete(directory.resolve("database/templates"));

        assertThat(text(service.database(SECOND), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(SqliteFile.of(service.database(SECOND)).getParent()).isEqualTo(home);
        assertThat(context.problems).isEmpty();
    }

    @Test
    void a_class_that_ends_takes_its_database_with_it() throws SQLException {
        TestDatabase database = service.database(FIRST);
        execute(database, "INSERT INTO cart (name) VALUES ('gone')");
        assertThat(service.finishClass(FIRST, true)).isEmpty();

        assertThat(SqliteFile.of(database)).doesNotExist();
        assertThatThrownBy(database::openConnection).hasMessageContaining("has been disposed of");
        assertThat(text(service.database(FIRST), "SELECT count(*) FROM cart")).isEqualTo("2");
        assertThat(SqliteFile.of(service.database(FIRST))).isNotEqualTo(SqliteFile.of(database));
        assertThat(context.events).anyMatch(event -> event.contains("disposed") && event.contains("clean=yes"));
        assertThat(context.events)
                .filteredOn(event -> event.startsWith("database reset"))
                .hasSize(1);
        assertThat(context.leaks).isEmpty();
    }

    @Test
    void every_test_has_a_database_of_its_own_if_the_class_says_so() {
        Scope one = Scope.of(EachTest.class, "[test:1]");
        Scope two = Scope.of(EachTest.class, "[test:2]");
        TestDatabase database = service.database(one);

        assertThat(service.database(one)).isSameAs(database);
        assertThat(service.database(Scope.of(EachTest.class, "[test:1]/[dynamic-test:#1]")))
                .isSameAs(database);
        assertThat(service.database(two)).isNotSameAs(database);
        service.finishTest(one);
        assertThat(SqliteFile.of(database)).doesNotExist();
        assertThat(SqliteFile.of(service.database(two))).exists();
        assertThatThrownBy(() -> service.database(Scope.of(EachTest.class, "")))
                .hasMessageContaining("resets its database per test, and no test is running");
        service.finishClass(Scope.of(EachTest.class, ""), true);
        assertThat(service.databaseAt(SqliteFile.of(database).toString())).isEmpty();
    }

    @Test
    void classes_that_never_reset_share_the_database_of_the_worker() throws SQLException {
        Scope shared = Scope.of(Shared.class, "");
        Connection leaked = service.database(shared).openConnection();
        service.finishClass(shared, true);

        assertThat(context.leaks)
                .singleElement()
                .asString()
                .contains("Connection")
                .contains("Shared");
        assertThat(leaked.isClosed()).isFalse();
        assertThat(SqliteFile.of(service.database(Scope.of(SharedToo.class, ""))))
                .exists();
        assertThat(service.database(Scope.of(SharedToo.class, ""))).isSameAs(service.database(Scope.WORKER));
        service.finishClass(shared, true);
        assertThat(context.leaks).hasSize(1);
    }

    @Test
    void names_every_session_and_connection_left_open_by_the_line_that_opened_it() throws SQLException {
        TestDatabase database = service.database(FIRST);
        SqlSession unused = database.openSession();
        SqlSession used = database.sqlSessionFactory().openSession();
        used.getConnection().createStatement().execute("SELECT 1");
        Connection connection = database.openConnection();
        database.openConnection().close();
        database.openSession().close();

        assertThat(service.finishClass(FIRST, true)).hasSize(3);
        assertThat(context.leaks)
                .hasSize(3)
                .allMatch(leak -> leak.contains("DatabaseServiceTest.java:") && leak.endsWith("First | false"));
        assertThat(context.leaks)
                .filteredOn(leak -> leak.startsWith("SqlSession"))
                .hasSize(2);
        assertThat(connection.isClosed()).isTrue();
        assertThat(unused).isNotSameAs(used);
        assertThat(SqliteFile.of(database)).doesNotExist();
    }

    @Test
    void a_leak_breaks_the_build_if_the_setting_says_so() throws Exception {
        RecordingContext strict = new RecordingContext(directory).with("surefoot.database.leaks", "fail");
        DatabaseService other = strict.start();
        assertThat(other.leaksFail()).isTrue();
        Connection open = other.database(FIRST).openConnection();
        other.close(LIMIT);
        assertThat(open.isClosed()).isTrue();
        assertThat(strict.leaks).singleElement().asString().endsWith("true");
    }

    @Test
    void names_the_line_of_a_connection_opened_past_it_by_the_driver_s_own_classes() throws SQLException {
        Scope scope = Scope.of(Stranger.class, "");
        Connection stranger = Stranger.open(service.database(scope).url());
        service.finishClass(scope, true);
        assertThat(context.leaks)
                .singleElement()
                .asString()
                .contains("connection past Surefoot by the driver's own classes")
                .contains(" | " + Stranger.class.getName() + ".open(DatabaseServiceTest.java:");
        stranger.close();
    }

    @Test
    void tells_of_a_class_that_gets_past_it_though_it_closes_what_it_opens() throws SQLException {
        Scope scope = Scope.of(Stranger.class, "");
        for (int i = 0; i < 2; i++) {
            Stranger.open(service.database(scope).url()).close();
            service.finishClass(scope, true);
        }
        assertThat(context.leaks).isEmpty();
        assertThat(context.events)
                .filteredOn(event -> event.startsWith("database bypass"))
                .singleElement()
                .asString()
                .contains("at=" + Stranger.class.getName() + ".open(DatabaseServiceTest.java:");
    }

    @Test
    void leaves_nothing_behind_but_the_template_and_the_library() throws Exception {
        service.database(FIRST);
        service.database(Scope.WORKER);
        service.close(LIMIT);
        assertThat(filesBelow(directory.resolve("database")))
                .allMatch(file -> file.endsWith(".db")
                        || file.endsWith(".lock")
                        || file.endsWith("workers/lock")
                        || file.contains("/native/"));
        assertThat(context.events).anyMatch(event -> event.contains("memory") && event.contains("heapBytes"));
        assertThatThrownBy(() -> service.database(SECOND)).hasMessageContaining("its tests are over");
        service = context.start();
    }

    @Test
    void a_schema_that_cannot_be_built_leaves_no_directory_behind() throws Exception {
        Path script = Files.writeString(directory.resolve("bad.sql"), "CREATE TABEL x (y);");
        RecordingContext failing = new RecordingContext(directory).with("surefoot.database.scripts", script);
        long before = homes();
        assertThatThrownBy(failing::start).hasMessageContaining("bad.sql:1: ");
        assertThat(homes()).isEqualTo(before);
    }

    private long homes() throws Exception {
        try (Stream<Path> homes = Files.list(directory.resolve("database/workers"))) {
            return homes.filter(Files::isDirectory).count();
        }
    }

    @Test
    void reports_a_teardown_above_the_target() throws Exception {
        RecordingContext impatient = new RecordingContext(directory).with("surefoot.teardownTarget", "0ms");
        DatabaseService other = impatient.start();
        other.database(FIRST);
        other.close(LIMIT);
        assertThat(impatient.events).anyMatch(event -> event.contains("disposed") && event.contains("slow=yes"));
    }

    @Test
    void mappers_may_be_named_by_class_package_xml_or_configuration() throws Exception {
        RecordingContext named = new RecordingContext(directory)
                .with("surefoot.database.mappers", "io.github.surefoot.worker.database.mapper")
                .with("surefoot.database.mapperXml", "mappers/item.xml")
                .with("surefoot.database.mybatisConfig", "some-mybatis-config.xml");
        DatabaseService other = named.start();
        TestDatabase database = other.database(FIRST);
        assertThat(database.mapper(io.github.surefoot.worker.database.mapper.PlainMapper.class)
                        .count())
                .isEqualTo(2);
        try (SqlSession session = database.openSession()) {
            assertThat(session.<Integer>selectOne("item.count")).isZero();
            assertThat(session.getConfiguration().isMapUnderscoreToCamelCase()).isTrue();
        }
        assertThatThrownBy(() -> database.mapper(Runnable.class)).hasMessageContaining("is no known MyBatis mapper");
        other.close(LIMIT);
        RecordingContext wrong = new RecordingContext(directory).with("surefoot.database.mapperXml", "nowhere");
        DatabaseService third = wrong.start();
        assertThatThrownBy(() -> third.database(FIRST).openSession())
                .hasMessageContaining("surefoot.database.mapperXml names 'nowhere'");
        third.close(LIMIT);
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql.split(";")) {
                statement.execute(each);
            }
        }
    }

    public static String text(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static List<String> filesBelow(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
