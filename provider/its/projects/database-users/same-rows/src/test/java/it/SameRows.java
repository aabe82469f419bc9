package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.engine.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes, waits until another worker has written the same, and still sees nothing but its own. */
@WorkerDatabase
abstract class SameRows {
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void areOnlyMine(TestDatabase database) throws Exception {
        String mine = getClass().getName() + " in " + worker(database);
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE meeting (id INTEGER PRIMARY KEY, who TEXT)");
            statement.execute("INSERT INTO meeting VALUES (1, '" + mine + "')");
            awaitAnotherWorker(database);
            assertEquals(mine, seenBy(statement));
        }
    }

    private static String seenBy(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT group_concat(who) FROM meeting")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The name of the worker's directory, such as {@code r1w2-123}: round 1, worker 2. */
    private static String worker(TestDatabase database) {
        return SqliteFile.of(database).getParent().getFileName().toString();
    }

    private static void awaitAnotherWorker(TestDatabase database) throws IOException, InterruptedException {
        String worker = worker(database);
        Path here = Files.createDirectories(Path.of("target", "meeting", worker.substring(0, worker.indexOf('w'))));
        Files.writeString(here.resolve(worker), "");
        for (int i = 0; workers(here) < 2; i++) {
            assertTrue(i < PATIENCE_SECONDS * 100, "no other worker came");
            Thread.sleep(10);
        }
    }

    private static long workers(Path here) throws IOException {
        try (Stream<Path> files = Files.list(here)) {
            return files.count();
        }
    }
}
