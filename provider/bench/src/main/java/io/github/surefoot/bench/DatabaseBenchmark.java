package io.github.surefoot.bench;

import io.github.surefoot.worker.database.connection.Closer;
import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.Preparation;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.sqlite.SqliteEngine;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.schema.Fingerprint;
import io.github.surefoot.worker.database.schema.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a worker's database costs, warm: a clone to its first query, a disposal, and the DDL it is instead of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class DatabaseBenchmark {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** Tables of the schema, with an index and ten rows each. */
    @Param({"5", "20", "80"})
    public int tables;

    private final Closer closer = new Closer();
    private Path directory;
    private PreparedEngine engine;
    private EngineDatabase ready;
    private DatabaseConnections used;
    /** What {@link #cloneToFirstQuery} has made. */
    private @Nullable EngineDatabase fresh;

    private int files;

    /** The schema of the benchmark. */
    private record Tables(int count) implements SchemaSource {
        @Override
        public String name() {
            return "tables";
        }

        @Override
        public void addTo(Fingerprint fingerprint) {
            fingerprint.add(Integer.toString(count));
        }

        @Override
        public void apply(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection()) {
                create(connection);
            }
        }

        void create(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (int i = 0; i < count; i++) {
                    statement.execute(
                            "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER)");
                    statement.execute("CREATE INDEX i" + i + " ON t" + i + " (name)");
                    statement.execute("INSERT INTO t" + i + " (name, at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                            + " SELECT i + 1 FROM n WHERE i < 10) SELECT 'row ' || i, i FROM n");
                }
            }
            connection.commit();
        }
    }

    /** Builds the template. */
    @Setup(Level.Trial)
    public void build() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("bench");
        engine = new SqliteEngine()
                .prepare(new Preparation(new BenchContext(directory), directory, List.of(new Tables(tables))));
    }

    /** Makes the database that {@link #dispose} will end. */
    @Setup(Level.Invocation)
    public void make() throws InterruptedException, SQLException {
        ready = engine.make(List::of).result();
        used = new DatabaseConnections(ready, closer);
        query(used);
    }

    /** Ends what a benchmark has not. */
    @TearDown(Level.Invocation)
    public void tidy() throws InterruptedException, IOException {
        end();
        EngineDatabase more = fresh;
        if (more != null) {
            more.remove();
            fresh = null;
        }
    }

    private void end() throws InterruptedException, IOException {
        used.closeAll(LIMIT);
        ready.remove();
    }

    /** Deletes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException, InterruptedException {
        closer.shutdown();
        engine.close(true, Duration.ofSeconds(15));
        FileTrees.delete(directory);
    }

    /** A new database, to its first query; closed and deleted outside of the measurement. */
    @Benchmark
    public int cloneToFirstQuery() throws InterruptedException, SQLException {
        EngineDatabase made = engine.make(List::of).result();
        fresh = made;
        DatabaseConnections connections = new DatabaseConnections(made, closer);
        return query(connections);
    }

    /** As {@link #cloneToFirstQuery}, after the old one was disposed of: what a reset costs. */
    @Benchmark
    public int reset() throws InterruptedException, SQLException, IOException {
        end();
        make();
        return tables;
    }

    /** A disposal with nothing left open. */
    @Benchmark
    public void dispose() throws InterruptedException, IOException {
        end();
    }

    /** The DDL run each time, as without a template, with the fastest settings there are. */
    @Benchmark
    public int ddlEachTime() throws SQLException, IOException {
        Path file = directory.resolve(++files + ".db");
        String url = "jdbc:sqlite:" + file + "?journal_mode=MEMORY&synchronous=OFF";
        try (Connection connection = DriverManager.getConnection(url)) {
            new Tables(tables).create(connection);
        }
        Files.delete(file);
        return tables;
    }

    private static int query(DatabaseConnections connections) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM t0")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
