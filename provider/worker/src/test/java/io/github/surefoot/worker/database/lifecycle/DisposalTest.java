package io.github.surefoot.worker.database.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.engine.sqlite.SqliteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** Whatever a test leaves behind, its database is closed and deleted in time, or the culprit is named. */
@Timeout(60)
@Tag("slow")
class DisposalTest {
    private static final Scope SCOPE = Scope.of(DisposalTest.class, "");
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    private Path directory;

    private RecordingContext context;
    private DatabaseService service;
    private TestDatabase database;

    @BeforeEach
    void start() {
        context = new RecordingContext(directory);
        service = context.start();
        database = service.database(SCOPE);
    }

    @Test
    void keeps_what_is_in_it_where_that_is_wanted(@TempDir Path kept) throws Exception {
        context.with(WorkerProperty.KEEP.key(), kept);
        DatabaseService keeping = context.start();
        execute(keeping.database(SCOPE).openConnection(), "INSERT INTO cart (name) VALUES ('what was kept')");
        keeping.finishClass(SCOPE, true);

        Path file = kept.resolve(KeptFiles.DATABASES).resolve(DisposalTest.class.getName() + ".db");
        assertThat(file).content(StandardCharsets.ISO_8859_1).contains("SQLite format 3", "what was kept");
    }

    @Test
    void says_in_its_place_why_it_could_not_be_kept(@TempDir Path kept) throws Exception {
        context.with(WorkerProperty.KEEP.key(), kept);
        Path file = kept.resolve(KeptFiles.DATABASES).resolve(DisposalTest.class.getName() + ".db");
        // A directory that is not empty is replaced by nothing.
        Files.createDirectories(file.resolve("inside"));
        DatabaseService keeping = context.start();
        execute(keeping.database(SCOPE).openConnection(), "INSERT INTO cart (name) VALUES ('lost')");
        keeping.finishClass(SCOPE, true);

        assertThat(file.resolveSibling(DisposalTest.class.getName() + ".error.txt"))
                .content()
                .contains("could not be kept");
    }

    @Test
    void ends_a_running_statement() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread querying = query(database.openConnection(), ENDLESS, thrown);
        closesWithin(Duration.ofSeconds(5));
        querying.join();
        assertThat(thrown.get()).hasMessageContaining("SQLITE_INTERRUPT");
        assertThat(context.problems).isEmpty();
        assertThat(context.leaks).singleElement().asString().contains("DisposalTest.java");
    }

    @Test
    void ends_a_wait_for_a_lock() throws Exception {
        Connection holder = database.openConnection();
        holder.setAutoCommit(false);
        execute(holder, "INSERT INTO cart (name) VALUES ('held')");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread waiting = query(database.openConnection(), "INSERT INTO cart (name) VALUES ('late')", thrown);
        closesWithin(Duration.ofSeconds(1));
        waiting.join();
        assertThat(thrown.get()).isInstanceOf(SQLException.class);
        assertThat(context.problems).isEmpty();
    }

    @Test
    void outlasts_threads_that_keep_querying_and_opening() throws Exception {
        CountDownLatch refused = new CountDownLatch(4);
        CountDownLatch querying = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        try (Connection connection = database.openConnection()) {
                            execute(connection, "SELECT count(*) FROM cart");
                            querying.countDown();
                        }
                    }
                } catch (SQLException e) {
                    refused.countDown();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        querying.await();
        closesWithin(Duration.ofSeconds(5));
        refused.await();
        assertThat(context.problems).isEmpty();
        assertThat(context.leaks)
                .as("what was being opened when the end came was not opened past Surefoot")
                .noneMatch(leak -> leak.contains("past Surefoot"));
    }

    @Test
    void wakes_a_sleeping_function() throws Exception {
        Connection connection = database.openConnection();
        CountDownLatch asleep = new CountDownLatch(1);
        function(connection, () -> {
            asleep.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                throw new SQLException("woken", e);
            }
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread sleeping = query(connection, "SELECT user_code()", thrown);
        asleep.await();
        closesWithin(Duration.ofSeconds(5));
        sleeping.join();
        assertThat(context.problems).isEmpty();
    }

    @Test
    void gives_up_at_the_limit_and_names_thread_statement_and_opener() throws Exception {
        Connection connection = database.openConnection();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        function(connection, () -> {
            inside.countDown();
            while (release.getCount() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
        });
        Thread stubborn = query(connection, "SELECT user_code() /* stubborn */", new AtomicReference<>());
        stubborn.setName("stubborn-thread");
        inside.await();
        service.close(Duration.ofSeconds(1));

        assertThat(context.problems)
                .singleElement()
                .asString()
                .contains("could not be disposed of within")
                .contains("DisposalTest.java:")
                .contains("stubborn-thread")
                .contains("SELECT user_code() /* stubborn */");
        assertThat(SqliteFile.of(database)).as("left to the next sweep").exists();
        release.countDown();
        stubborn.join();
        new RecordingContext(directory).start().close(LIMIT);
        assertThat(SqliteFile.of(database)).as("swept").doesNotExist();
    }

    @Test
    void lets_nobody_in_afterwards() throws Exception {
        Connection connection = database.openConnection();
        Statement statement = connection.createStatement();
        service.close(LIMIT);
        assertThat(connection.isClosed()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        statement.close();
        connection.close();
        assertThatThrownBy(() -> statement.execute("SELECT 1")).hasMessageContaining("The connection is closed");
        assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    void aborts_a_connection_though_the_driver_does_not() throws Exception {
        Connection connection = database.openConnection();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread querying = query(connection, ENDLESS, thrown);
        connection.abort(Runnable::run);
        querying.join();
        assertThat(connection.isClosed()).isTrue();
        service.close(LIMIT);
        assertThat(context.leaks).isEmpty();
    }

    @Test
    void says_who_holds_the_lock() throws Exception {
        Connection holder = database.openConnection();
        holder.setAutoCommit(false);
        execute(holder, "INSERT INTO cart (name) VALUES ('held')");
        try (Connection late = database.openConnection()) {
            assertThatThrownBy(() -> execute(late, "INSERT INTO cart (name) VALUES ('late')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("database is locked")
                    .hasMessageContaining("opened at")
                    .hasMessageContaining("DisposalTest.java:");
        }
        service.close(LIMIT);
    }

    private void closesWithin(Duration time) throws Exception {
        long begin = System.nanoTime();
        service.close(LIMIT);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(time);
        assertThat(SqliteFile.of(database)).doesNotExist();
    }

    private interface Code {
        void run() throws SQLException;
    }

    private static void function(Connection connection, Code code) throws SQLException {
        Function.create(connection.unwrap(SQLiteConnection.class), "user_code", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                code.run();
                result(1);
            }
        });
    }

    /** Starts a thread that runs the statement, and returns when it is in it. */
    private static Thread query(Connection connection, String sql, AtomicReference<Throwable> thrown)
            throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            started.countDown();
            try {
                execute(connection, sql);
            } catch (SQLException e) {
                thrown.set(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        started.await();
        while (thread.isAlive() && !inDriver(thread)) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static boolean inDriver(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals("org.sqlite.core.NativeDB")) {
                return true;
            }
        }
        return false;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
