package io.github.surefoot.bench;

import io.github.surefoot.worker.database.connection.Closer;
import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.Preparation;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.lifecycle.Engines;
import io.github.surefoot.worker.database.schema.Fingerprint;
import io.github.surefoot.worker.database.schema.SchemaSource;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
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

/**
 * What a worker's database costs on an engine that makes the next one while a class uses its own, in a warm JVM: with the
 * server's password in {@code PGPASSWORD} or {@code MYSQL_PWD}. Each thread is a worker of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 10)
public class EngineBenchmark {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /** How many a pool keeps ready where somebody had to wait before. */
    private static final int MOST_AHEAD = 4;

    /** The setting {@code surefoot.database.url}. */
    @Param("jdbc:h2:mem:")
    public String url;

    /** The setting {@code surefoot.database.user}; not for H2. */
    @Param("build")
    public String user;

    /** Tables of the schema, with an index and ten rows each. */
    @Param({"20", "80"})
    public int tables;

    /** How long a class uses its database, in milliseconds: while the next is made. */
    @Param("300")
    public int classMillis;

    private final Closer closer = new Closer();
    private final List<EngineDatabase> made = new ArrayList<>();
    private final List<DatabaseConnections> opened = new ArrayList<>();
    private Path directory;
    private PreparedEngine engine;
    /** One with no schema, for {@link #ddlEachTime}. */
    private PreparedEngine bare;

    /** The schema of the benchmark; none if there are no tables. */
    private record Tables(int count) implements SchemaSource {
        private static final String ROWS =
                " (id, name, at) VALUES (1,'a',1),(2,'b',2),(3,'c',3),(4,'d',4),(5,'e',5),(6,'f',6),(7,'g',7),(8,'h',8),"
                        + "(9,'i',9),(10,'j',10)";

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
            try (Statement statement = connection.createStatement()) {
                for (int i = 0; i < count; i++) {
                    statement.execute(
                            "CREATE TABLE t" + i + " (id INT PRIMARY KEY, name VARCHAR(99) NOT NULL, at INT)");
                    statement.execute("CREATE INDEX i" + i + " ON t" + i + " (name)");
                    statement.execute("INSERT INTO t" + i + ROWS);
                }
            }
        }
    }

    /** Builds the templates. */
    @Setup(Level.Trial)
    public void build() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("bench");
        BenchContext context =
                new BenchContext(directory, Map.of("surefoot.database.url", url, "surefoot.database.user", user));
        DatabaseEngine chosen = Engines.chosen(context::setting, EngineBenchmark.class.getClassLoader());
        engine = chosen.prepare(new Preparation(context, directory, List.of(new Tables(tables))));
        bare = chosen.prepare(new Preparation(context, directory, List.of(), "bare"));
        take(engine);
        take(bare);
        tidy();
    }

    /** Ends what a benchmark has made, and lets the next one be made as a class would that runs tests meanwhile. */
    @TearDown(Level.Invocation)
    public void tidy() throws InterruptedException, IOException {
        for (DatabaseConnections each : opened) {
            each.closeAll(LIMIT);
        }
        opened.clear();
        for (EngineDatabase each : made) {
            each.remove();
        }
        made.clear();
        TimeUnit.MILLISECONDS.sleep(classMillis);
    }

    /** Deletes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException, InterruptedException {
        closer.shutdown();
        engine.close(true, Duration.ofSeconds(15));
        bare.close(true, Duration.ofSeconds(15));
        FileTrees.delete(directory);
    }

    /** A database that was made ahead, in hand. */
    @Benchmark
    public EngineDatabase fromThePool() throws InterruptedException {
        return take(engine);
    }

    /** The same, to its first row by a new connection. */
    @Benchmark
    public int fromThePoolToItsFirstRow() throws InterruptedException, SQLException {
        return firstRow(take(engine));
    }

    /** One more than can have been made ahead: it is made while it is waited for. Leave the pool time to fill. */
    @Benchmark
    public EngineDatabase withNoneReady() throws InterruptedException {
        for (int i = 0; i < MOST_AHEAD; i++) {
            take(engine);
        }
        return take(engine);
    }

    /** A database made ahead without tables, and the DDL run in it each time. */
    @Benchmark
    public int ddlEachTime() throws InterruptedException, SQLException {
        EngineDatabase empty = take(bare);
        DatabaseConnections connections = new DatabaseConnections(empty, closer);
        opened.add(connections);
        new Tables(tables).create(connections.open());
        return firstRow(empty);
    }

    private EngineDatabase take(PreparedEngine from) throws InterruptedException {
        EngineDatabase taken = from.make(List::of).result();
        made.add(taken);
        return taken;
    }

    /** The connection is closed when nobody measures. */
    private int firstRow(EngineDatabase database) throws SQLException {
        DatabaseConnections connections = new DatabaseConnections(database, closer);
        opened.add(connections);
        try (Statement statement = connections.open().createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM t0 WHERE id = 7")) {
            rows.next();
            return rows.getString(1).length();
        }
    }
}
