package io.github.surefoot.worker.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.engine.postgresql.LocalPostgres;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A suite that leaves nothing open has no leaks, whatever threads its libraries keep. */
@Timeout(180)
class LibraryThreadsTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    private final ThreadResource resource = new ThreadResource();
    private RecordingContext context;

    @BeforeEach
    void watch() {
        context = new RecordingContext(directory).with("surefoot.threads.leaks", "fail");
        resource.open(context);
    }

    @AfterEach
    void end() {
        resource.close(LIMIT);
    }

    private static class OfClass {}

    @WorkerDatabase(reset = Reset.PER_TEST)
    private static class OfTest {}

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:", "jdbc:h2:file:"})
    void databases_of_the_worker_are_no_leak(String url) throws Exception {
        DatabaseService service = context.with("surefoot.database.url", url)
                .with("surefoot.database.scripts", schema())
                .start();
        for (Class<?> test : new Class<?>[] {OfClass.class, OfTest.class}) {
            resource.classStarting(test.getName());
            for (String each : new String[] {"one", "two"}) {
                Scope scope = Scope.of(test, each);
                try (Connection connection = service.database(scope).openConnection()) {
                    execute(connection, "INSERT INTO cart VALUES (2)");
                }
                service.finishTest(scope);
            }
            // H2's writers of the next databases, which are made already, are at work.
            resource.classFinished(test.getName());
            service.finishClass(Scope.of(test, ""), true);
        }
        service.close(LIMIT);

        assertThat(context.leaks).isEmpty();
    }

    @Test
    void a_database_of_the_test_s_own_that_is_left_open_is_one() throws Exception {
        resource.classStarting("A");
        try (Connection left = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("own"))) {
            execute(left, "CREATE TABLE cart (id INT)");
            resource.classFinished("A");
        }

        assertThat(context.leaks).singleElement().asString().contains("MVStore background writer", "| A | true");
    }

    @Test
    void the_thread_of_connector_j_is_no_leak() throws Exception {
        resource.classStarting("A");
        try (URLClassLoader anew = anew(com.mysql.cj.jdbc.Driver.class)) {
            Class<?> thread = Class.forName("com.mysql.cj.jdbc.AbandonedConnectionCleanupThread", true, anew);
            assertThat(threads()).contains("mysql-cj-abandoned-connection-cleanup");
            resource.classFinished("A");
            thread.getMethod("uncheckedShutdown").invoke(null);
        }

        assertThat(context.leaks).isEmpty();
    }

    @Test
    void the_threads_of_pgjdbc_are_no_leak() throws Exception {
        Optional<Path> bin = LocalPostgres.installed();
        Assumptions.assumeTrue(bin.isPresent(), "No PostgreSQL server is installed");
        String password = "of-the-server";
        try (LocalPostgres server = LocalPostgres.start(bin.get(), password);
                URLClassLoader anew = anew(org.postgresql.Driver.class)) {
            Properties who = new Properties();
            who.setProperty("user", "surefoot");
            who.setProperty("password", password);
            Driver driver = Class.forName("org.postgresql.Driver", true, anew)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            resource.classStarting("A");
            try (Connection connection = driver.connect(server.url(), who);
                    Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(60);
                statement.execute("SELECT 1");
                assertThat(threads()).anyMatch(name -> name.startsWith("PostgreSQL-JDBC-SharedTimer-"));
            }
            resource.classFinished("A");
        }

        assertThat(context.leaks).isEmpty();
    }

    /** Returns a loader that has the driver's classes anew, with threads that nobody has seen. */
    private static URLClassLoader anew(Class<?> driver) {
        URL jar = driver.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    private Path schema() throws Exception {
        return Files.writeString(directory.resolve("schema.sql"), "CREATE TABLE cart (id INT);");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
