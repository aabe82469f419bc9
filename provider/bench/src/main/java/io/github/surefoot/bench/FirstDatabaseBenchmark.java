package io.github.surefoot.bench;

import io.github.surefoot.worker.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What a worker's first database costs in a cold JVM; and how much of that is the driver's own start. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstDatabaseBenchmark {

    /** The first database, to its first query. */
    @Benchmark
    public int firstDatabase() throws SQLException {
        try (Connection connection = TestDatabase.current().openConnection()) {
            return query(connection);
        }
    }

    /** The first database and MyBatis's first session. */
    @Benchmark
    public boolean firstSession() throws SQLException {
        try (var session = TestDatabase.current().openSession()) {
            return session.getConnection().isReadOnly();
        }
    }

    /** The driver alone, in memory, extracting its library as it does without Surefoot. */
    @Benchmark
    public int driverAlone() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return query(connection);
        }
    }

    private static int query(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
