package io.github.surefoot.worker.database.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.DatabaseName;
import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.engine.mariadb.LocalMaria;
import io.github.surefoot.worker.database.engine.postgresql.LocalPostgres;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.secret.HeldSecrets;
import io.github.surefoot.worker.usage.CartMapper;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A project has several databases, each of an engine and with a schema of its own, and a test has all of them. */
@Tag("slow")
class SeveralDatabasesTest {
    private static final String PASSWORD = "s3cret-of-the-server";
    private static final Set<String> URLS = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path directory;

    private final CurrentWorker ofThisJvm = CurrentWorker.exchange(new CurrentWorker());
    private final DatabaseResource resource = new DatabaseResource();
    private RecordingContext context;

    @BeforeEach
    void forget() throws Exception {
        URLS.clear();
        context = new RecordingContext(directory)
                .with("surefoot.databases", "orders, audit")
                .with("surefoot.database.scripts", schema("first", "INTEGER"));
    }

    @AfterEach
    void restore() throws Exception {
        try {
            resource.close(Duration.ofSeconds(15));
        } finally {
            CurrentWorker.exchange(ofThisJvm);
            System.clearProperty("surefoot.database.orders.url");
            System.clearProperty("surefoot.database.audit.url");
        }
        CurrentDatabases.publish(ofThisJvm);
    }

    private Path schema(String name, String type) throws Exception {
        return Files.writeString(
                directory.resolve(name + ".sql"),
                "CREATE TABLE cart (id " + type + " PRIMARY KEY, name VARCHAR(99));"
                        + " INSERT INTO cart (id, name) VALUES (1, '" + name + "');");
    }

    @Test
    void of_three_engines() throws Exception {
        Assumptions.assumeTrue(LocalPostgres.installed().isPresent(), "No PostgreSQL server is installed");
        try (LocalPostgres server =
                        LocalPostgres.start(LocalPostgres.installed().orElseThrow(), PASSWORD);
                HeldSecrets held = HeldSecrets.hold(Map.of("OF_ORDERS", PASSWORD))) {
            assertThat(held.find("OF_ORDERS")).isPresent();
            resource.open(context.with("surefoot.database.orders.url", server.url())
                    .with("surefoot.database.orders.user", "surefoot")
                    .with("surefoot.database.orders.password", "OF_ORDERS")
                    .with("surefoot.database.orders.scripts", schema("orders", "INT"))
                    .with("surefoot.database.audit.url", "jdbc:h2:mem:")
                    .with("surefoot.database.audit.scripts", schema("audit", "INT")));
            bothClassesPass();
            assertThat(URLS).anyMatch(url -> url.startsWith("jdbc:sqlite:"));
            assertThat(URLS).anyMatch(url -> url.startsWith("jdbc:postgresql:"));
            assertThat(URLS).anyMatch(url -> url.startsWith("jdbc:h2:"));
            resource.close(Duration.ofSeconds(15));
        }
    }

    /** Two are on the same server; one has nothing of its own but its schema. */
    @ParameterizedTest
    @CsvSource({"mariadb", "mysql"})
    void of_one_engine_that_the_server_tells_apart(String driver) throws Exception {
        Assumptions.assumeTrue(LocalMaria.installed().isPresent(), "No MariaDB server is installed");
        LocalMaria server = LocalMaria.shared(PASSWORD);
        try (HeldSecrets held = HeldSecrets.hold(Map.of("MYSQL_PWD", PASSWORD))) {
            assertThat(held.find("MYSQL_PWD")).isPresent();
            for (String name : List.of("orders", "audit")) {
                context.with("surefoot.database." + name + ".url", server.url(driver))
                        .with("surefoot.database." + name + ".user", LocalMaria.USER)
                        .with("surefoot.database." + name + ".scripts", schema(name, "INT"));
            }
            resource.open(context);
            bothClassesPass();
            assertThat(context.events)
                    .filteredOn(event -> event.startsWith("database prepared") && event.contains("built=yes"))
                    .as("neither takes the other's template for a former one of its own")
                    .hasSize(3);
            resource.close(Duration.ofSeconds(15));
            context.events.clear();

            CurrentWorker.exchange(new CurrentWorker());
            resource.open(context);
            bothClassesPass();
            assertThat(context.events)
                    .filteredOn(event -> event.startsWith("database prepared") && event.contains("built=no"))
                    .hasSize(3);
        }
    }

    @Test
    void of_sqlite_all() throws Exception {
        for (String name : List.of("orders", "audit")) {
            context.with("surefoot.database." + name + ".scripts", schema(name, "INTEGER"));
        }
        resource.open(context.with("surefoot.database.directory", directory.resolve("elsewhere")));
        bothClassesPass();
        assertThat(URLS).hasSize(3 * 4).allMatch(url -> url.contains("elsewhere"));
        assertThat(URLS).anyMatch(url -> url.contains("elsewhere/orders/"));
    }

    @Test
    void conventions_have_the_name() throws Exception {
        for (String kind : List.of("db/migration-orders/V1__cart.sql", "surefoot/schema-audit/1.sql")) {
            Path script = directory.resolve("class path").resolve(kind);
            Files.createDirectories(script.getParent());
            Files.copy(schema(kind.contains("orders") ? "orders" : "audit", "INTEGER"), script);
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] more = {directory.resolve("class path").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(more, before)) {
            thread.setContextClassLoader(loader);
            resource.open(context);
            assertThat(TestDatabase.current("orders").mapper(CartMapper.class).names())
                    .containsExactly("orders");
            assertThat(TestDatabase.current("audit").mapper(CartMapper.class).names())
                    .containsExactly("audit");
            assertThat(context.events)
                    .filteredOn(event -> event.startsWith("database prepared"))
                    .anyMatch(event -> event.contains("name=orders, source=flyway"))
                    .anyMatch(event -> event.contains("name=audit, source=scripts"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void bothClassesPass() {
        TestExecutionSummary summary = run(EveryWay.class, Resetting.class);
        assertThat(summary.getFailures())
                .extracting(failure -> failure.getException().toString())
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(4);
        assertThat(context.leaks).isEmpty();
        assertThat(context.problems).isEmpty();
        assertThat(context.events)
                .filteredOn(event -> event.startsWith("database disposed"))
                .hasSize(3 * 4)
                .allMatch(event -> event.contains("clean=yes"));
        assertThat(context.events)
                .filteredOn(event -> event.startsWith("database created") && event.contains("name=orders"))
                .hasSize(4);
    }

    private static TestExecutionSummary run(Class<?>... classes) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (var session = LauncherFactory.openSession()) {
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
            for (Class<?> each : classes) {
                request.selectors(selectClass(each));
            }
            session.getLauncher().execute(request.build(), summary);
        }
        return summary.getSummary();
    }

    @Test
    void a_name_that_there_is_not_fails_the_test_with_those_that_there_are() throws Exception {
        resource.open(context);
        assertThat(run(Misnamed.class).getFailures()).singleElement().satisfies(failure -> assertThat(
                        failure.getException())
                .hasStackTraceContaining("There is no database 'order': surefoot.databases names orders, audit."));
        assertThatThrownBy(() -> TestDatabase.currentUrl("order")).isInstanceOf(DatabaseException.class);
    }

    @Test
    void without_further_databases_the_setting_is_named() throws Exception {
        resource.open(new RecordingContext(directory));
        assertThatThrownBy(() -> TestDatabase.current("orders"))
                .hasMessage(
                        "There is no database 'orders': surefoot.databases names none beside the first. Set it to the"
                                + " names of all that there are beside the first, or mend the name.");
    }

    @Test
    void what_is_no_name_is_refused() throws Exception {
        resource.open(new RecordingContext(directory).with("surefoot.databases", "my orders"));
        assertThatThrownBy(TestDatabase::current)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith(
                        "surefoot.databases is 'my orders', but must be different names between commas");
    }

    @Test
    void a_message_names_the_setting_of_the_database_that_it_is_about() throws Exception {
        resource.open(context.with("surefoot.database.orders.url", "jdbc:oracle:thin:@server"));
        assertThatThrownBy(TestDatabase::current)
                .hasMessageStartingWith(
                        "Database 'orders': surefoot.database.orders.url is of none of the engines that take one.");
        context.with("surefoot.database.orders.url", "")
                .with("surefoot.database.reset", "sometimes")
                .with("surefoot.database.audit.scripts", "nowhere");
        assertThatThrownBy(() -> TestDatabase.current("audit"))
                .as("one that it has of all")
                .hasMessageStartingWith("Database 'audit': surefoot.database.reset is 'sometimes'");
        CurrentWorker.exchange(new CurrentWorker());
        resource.open(context.with("surefoot.database.reset", "class"));
        assertThatThrownBy(() -> TestDatabase.current("audit"))
                .hasMessageStartingWith("Database 'audit': surefoot.database.audit.scripts names 'nowhere'");
        assertThat(TestDatabase.current().url()).as("the others are there").startsWith("jdbc:sqlite:");
    }

    @WorkerDatabase
    static class EveryWay {
        @Test
        void leads_to_the_database_of_the_name(
                @DatabaseName("orders") TestDatabase database,
                @DatabaseName("orders") DataSource source,
                @DatabaseName("orders") Connection connection,
                @DatabaseName("orders") SqlSession session,
                @DatabaseName("orders") CartMapper orders,
                @DatabaseName("audit") CartMapper audit,
                CartMapper first,
                TestDatabase firstDatabase)
                throws SQLException {
            assertThat(first.names()).containsExactly("first");
            assertThat(audit.names()).containsExactly("audit");
            try (Connection own = source.getConnection()) {
                add(own, 2);
            }
            add(connection, 3);
            try (Connection own = DriverManager.getConnection(database.url())) {
                add(own, 4);
            }
            try (Connection own = DriverManager.getConnection(System.getProperty("surefoot.database.orders.url"))) {
                add(own, 5);
            }
            try (Connection own = TestDatabase.current("orders").openConnection()) {
                add(own, 6);
            }
            assertThat(session.getMapper(CartMapper.class).names()).hasSize(6);
            assertThat(orders.names()).hasSize(6);
            assertThat(first.names()).containsExactly("first");
            assertThat(audit.names()).containsExactly("audit");
            assertThat(TestDatabase.current("")).isSameAs(firstDatabase);
            try (Connection own = DriverManager.getConnection(TestDatabase.currentUrl());
                    Statement statement = own.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name FROM cart")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("first");
            }
            URLS.addAll(List.of(
                    database.url(),
                    firstDatabase.url(),
                    TestDatabase.current("audit").url()));
        }

        private static void add(Connection connection, int id) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("INSERT INTO cart (id, name) VALUES (" + id + ", 'more')"))
                        .isEqualTo(1);
            }
        }
    }

    @WorkerDatabase(reset = Reset.PER_TEST)
    static class Resetting {
        @RepeatedTest(3)
        void all_begin_with_the_rows_of_their_templates(
                CartMapper first,
                @DatabaseName("orders") TestDatabase orders,
                @DatabaseName("audit") TestDatabase audit)
                throws SQLException {
            URLS.addAll(List.of(TestDatabase.current().url(), orders.url(), audit.url()));
            assertThat(first.names()).containsExactly("first");
            assertThat(orders.mapper(CartMapper.class).names()).containsExactly("orders");
            assertThat(audit.mapper(CartMapper.class).names()).containsExactly("audit");
            for (TestDatabase database : List.of(TestDatabase.current(), orders, audit)) {
                try (Connection connection = database.openConnection()) {
                    EveryWay.add(connection, 2);
                }
            }
        }
    }

    @WorkerDatabase
    static class Misnamed {
        @Test
        void fails(@DatabaseName("order") TestDatabase database) {
            throw new AssertionError("There is a " + database);
        }
    }
}
