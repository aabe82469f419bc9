package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A worker in a JVM of its own: creates databases, checks that each is as new, and writes its own rows into it. */
public final class ForkedWorker {
    private ForkedWorker() {}

    /**
     * Runs it.
     *
     * @param arguments the build directory; how many databases; {@code plain}, {@code leak} to leave connections open
     *     until no more can be, {@code sort} to sort more than fits in memory without temp_store, or a mode such as
     *     {@code r--r--r--} to give the file; then settings as {@code name=value}
     */
    public static void main(String[] arguments) throws Exception {
        RecordingContext context = new RecordingContext(Path.of(arguments[0]));
        for (int i = 3; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            context.with(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        try {
            run(context, Integer.parseInt(arguments[1]), arguments[2]);
            System.out.println("done, " + context.events.size() + " events");
        } catch (DatabaseException | SQLException e) {
            System.out.println("FAULT " + e.getMessage());
        }
    }

    private static void run(RecordingContext context, int databases, String mode) throws Exception {
        DatabaseService service = context.start();
        try {
            for (int i = 0; i < databases; i++) {
                Scope scope = new Scope(ForkedWorker.class, "");
                TestDatabase database = service.database(scope);
                try {
                    use(database, mode);
                } catch (SQLException e) {
                    System.out.println("FAULT " + e.getMessage());
                    return;
                }
                service.finishClass(scope, true);
                if (i == 0) {
                    System.out.println("first");
                }
            }
        } finally {
            service.close(Duration.ofSeconds(15));
        }
        if (!context.problems.isEmpty() || context.events.stream().anyMatch(event -> event.contains("faults="))) {
            throw new DatabaseException("Not clean: " + context.problems + context.events);
        }
    }

    private static void use(TestDatabase database, String mode) throws SQLException, IOException {
        if (mode.length() == "rwxrwxrwx".length()) {
            Files.setPosixFilePermissions(SqliteFile.of(database), PosixFilePermissions.fromString(mode));
        }
        if (mode.equals("leak")) {
            List<Connection> open = new ArrayList<>();
            while (open.size() < 10_000) {
                open.add(database.openConnection());
            }
        }
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            if (mode.equals("sort")) {
                statement.execute("PRAGMA temp_store=FILE");
                statement.execute("PRAGMA cache_size=2");
                statement.execute(
                        "CREATE TEMP TABLE big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM"
                                + " n WHERE i < 20000) SELECT hex(randomblob(100)) x FROM n");
                statement.execute("SELECT count(*) FROM (SELECT DISTINCT x FROM big ORDER BY x)");
            }
            check(statement);
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("INSERT INTO cart (id, name) VALUES (99, 'mine')");
        }
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*), max(id) FROM cart")) {
            rows.next();
            if (rows.getInt(1) != 2 || rows.getInt(2) != 2) {
                throw new DatabaseException("Foreign rows: " + rows.getInt(1) + ", " + rows.getInt(2));
            }
        }
    }
}
