package io.github.surefoot.analysis.history;

import static io.github.surefoot.analysis.history.Runs.day;
import static io.github.surefoot.analysis.history.Runs.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.history.HistoryLocation.PostgresUrl;
import io.github.surefoot.analysis.history.HistoryRun.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The history on a real PostgreSQL server, if one is installed. CI must have one. */
@Tag("slow")
class PostgresHistoryTest {
    private static @Nullable PostgresServer server;

    private final History history = History.at(new PostgresUrl(url()));

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        Optional<Path> bin = PostgresServer.installed();
        if (bin.isEmpty()) {
            String advice =
                    "No PostgreSQL server is installed, so its history is not tested: apt-get install postgresql";
            if ("true".equals(System.getenv("CI"))) {
                fail(advice);
            }
            abort(advice);
        }
        server = PostgresServer.start(bin.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("drop schema public cascade", "create schema public");
    }

    @Test
    void tellsTheSameAsOnSqlite(@org.junit.jupiter.api.io.TempDir Path directory) {
        History sqlite = Runs.history(directory.resolve("history.db"));
        for (int day = 1; day <= 25; day++) {
            HistoryRun run = day(
                    day,
                    test("adds[a\0b\ud800]", 5, 0),
                    test("expires", day % 4 == 0 ? 4 : 5, day % 4 == 0 ? 1 : 0),
                    test("mends", day < 10 ? 0 : 5, day < 10 ? 5 : 0));
            Remembered here = history.remember(run);
            Remembered there = sqlite.remember(run);
            assertThat(here.notices()).isEmpty();
            assertThat(here.changes()).isEqualTo(there.changes());
            assertThat(here.tests()).containsExactlyInAnyOrderElementsOf(there.tests());
            assertThat(here.runs())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .isEqualTo(there.runs());
        }
        assertThat(history.remember(day(26, test("mends", 5, 0))).changes()).isNotEmpty();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aTeamWritesAtOnceAndNothingIsLost() throws IOException, InterruptedException, SQLException {
        List<Process> builds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            builds.add(Writer.start(url(), "build" + i, 3, 300));
        }
        for (Process build : builds) {
            assertThat(new String(build.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("NOTICE");
            assertThat(build.waitFor()).isZero();
        }
        assertThat(number("select count(*) from surefoot_run")).isEqualTo(12);
        assertThat(number("select count(*) from surefoot_test")).isEqualTo(300);
        assertThat(number("select count(*) from surefoot_result")).isEqualTo(3_600);
    }

    @Test
    void howLongRunsTookWithWhichNumberOfWorkersIsKnownThereToo() {
        history.remember(Runs.paced(day(1), new Pace("fresh", 2, 44_000), 2, Map.of("ATest", 700L)));
        history.remember(Runs.paced(day(2), new Pace("renewed", 2, 9_000), 1, Map.of()));

        assertThat(history.workerTimes(new WorkerTimes.Like(Runs.MODULE, 5, "fresh", 2, "17.0.9", "Linux")))
                .isEqualTo(new WorkerTimes(List.of(new WorkerTimes.TimedRun(2, 44_000)), 700, List.of()));
    }

    @Test
    void othersMayLiveInTheSameDatabase() throws SQLException {
        execute("create table customers (name text)");
        assertThat(history.remember(day(1)).notices()).isEmpty();
    }

    @Test
    void runsJudgedTogetherAreCountedOnceThereToo() throws SQLException {
        history.remember(Runs.run("a", 1, List.of()));
        assertThat(history.remember(Runs.run("a + b", 2, List.of())).runs()).isEmpty();
        assertThat(history.remember(Runs.run("c", 3, List.of())).runs())
                .extracting(PastRun::run)
                .containsExactly("a");
        history.remember(Runs.run("d + a + e", 4, List.of()));
        assertThat(number("select count(*) from surefoot_run")).isEqualTo(2);
        assertThat(history.classTimes(Runs.MODULE)).isEqualTo(ClassTimes.UNKNOWN);
    }

    /** As of jobs that merge the same shards, each on a machine of its own, and of the machines themselves. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void machinesThatMergeTheSameRunsAtOnceCountThemOnce() throws IOException, InterruptedException, SQLException {
        List<Process> builds = new ArrayList<>();
        for (String name : List.of("x + y", "y", "w + y", "y-2 + x")) {
            builds.add(Writer.start(url(), name, 3, 20));
        }
        for (Process build : builds) {
            assertThat(new String(build.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("NOTICE");
            assertThat(build.waitFor()).isZero();
        }
        assertThat(Sql.texts(url(), "select run from surefoot_run").stream()
                        .flatMap(run -> RunFacts.runsOf(run).stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void aHistoryOfTheFutureIsRefused() throws SQLException {
        history.remember(day(1));
        execute("insert into surefoot_schema (version, checksum, surefoot, applied_at) values (4, 'x', '3.1.4', 0)");
        assertThat(history.remember(day(2)).notices())
                .singleElement()
                .asString()
                .contains("Use Surefoot 3.1.4 or newer")
                .doesNotContain("geheim99");
    }

    @Test
    void aServerThatIsNotThereIsOneWarningWithoutThePassword() {
        History nowhere = History.at(new PostgresUrl("jdbc:postgresql://127.0.0.1:1/db?user=u&password=geheim99"));
        assertThat(nowhere.remember(day(1)).notices())
                .singleElement()
                .asString()
                .contains("cannot be used", "[08001]", "password=***")
                .doesNotContain("geheim99");
    }

    private static String url() {
        return server == null ? "" : server.url();
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
