package io.github.surefoot.worker.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.engine.sqlite.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Test classes of every framework, run by the real launcher, each using the database as its users would. */
class FrameworksTest {
    private static final int ROWS_OF_THE_TEMPLATE = 2;
    /** The databases that were seen, so that they can be looked for when their session is over. */
    private static final Map<String, Path> SEEN = new ConcurrentHashMap<>();

    private static final Set<Integer> CONTEXTS = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void junit4_shares_it_among_the_tests_of_a_class() {
        run(4, JUnit4First.class, JUnit4Second.class);
        assertThat(SEEN).hasSize(2);
        assertNothingLeft();
    }

    @Test
    void testng_shares_it_among_the_tests_of_a_class() {
        run(2, TestNgCase.class);
        assertThat(SEEN).hasSize(1);
        assertNothingLeft();
    }

    @Test
    void spring_boot_keeps_its_context_while_every_class_has_its_own_rows() {
        run(2, SpringFirst.class, SpringSecond.class);
        assertThat(CONTEXTS).as("contexts").hasSize(1);
        assertNothingLeft();
    }

    @Test
    void jdbi_and_plain_jdbc_use_the_url() {
        run(2, JdbiCase.class, PlainJdbcCase.class);
        assertThat(SEEN).hasSize(2);
        assertNothingLeft();
    }

    @Test
    void a_reset_per_test_is_one_for_every_invocation() {
        run(7, PerTest.class);
        assertThat(SEEN).hasSize(6);
        assertNothingLeft();
    }

    @Test
    void parallel_classes_and_tests_do_not_meet() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ParallelOne.class), selectClass(ParallelTwo.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .build();
        execute(request, summary);
        assertPassed(summary.getSummary(), 60);
        assertThat(SEEN).hasSize(60);
        assertNothingLeft();
    }

    private static void run(int tests, Class<?>... classes) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(Arrays.stream(classes)
                                .map(each -> selectClass(each))
                                .toList())
                        .build(),
                summary);
        assertPassed(summary.getSummary(), tests);
    }

    private static void execute(LauncherDiscoveryRequest request, SummaryGeneratingListener summary) {
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request, summary);
        }
    }

    private static void assertPassed(TestExecutionSummary summary, int tests) {
        List<Throwable> failures = new ArrayList<>();
        summary.getFailures().forEach(failure -> failures.add(failure.getException()));
        assertThat(failures).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    }

    private static void assertNothingLeft() {
        assertThat(SEEN.values())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.resolve("..").normalize()).doesNotExist());
    }

    static void seen(String who, TestDatabase database) {
        SEEN.put(who, SqliteFile.of(database));
    }

    /** JUnit 4 runs a class's tests in an order of its own; the second sees what the first wrote. */
    public static class JUnit4First {
        @org.junit.Test
        public void one() {
            useOnce(getClass());
        }

        @org.junit.Test
        public void two() {
            useOnce(getClass());
        }
    }

    /** Must not see the rows of the first class. */
    public static class JUnit4Second extends JUnit4First {}

    private static void useOnce(Class<?> by) {
        TestDatabase database = TestDatabase.current();
        CartMapper carts = database.mapper(CartMapper.class);
        boolean first = !SEEN.containsKey(by.getName());
        assertThat(carts.names()).hasSize(ROWS_OF_THE_TEMPLATE + (first ? 0 : 1));
        carts.add(by.getName() + (first ? "" : " again"));
        seen(by.getName(), database);
    }

    /** A TestNG class. */
    public static class TestNgCase {
        @org.testng.annotations.Test
        public void one() {
            useOnce(TestNgCase.class);
        }

        @org.testng.annotations.Test
        public void two() {
            useOnce(TestNgCase.class);
        }
    }

    @Configuration
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    static class Application {}

    @SpringBootTest(classes = Application.class)
    @WorkerDatabase
    static class SpringFirst {
        @Autowired
        private JdbcTemplate jdbc;

        @Autowired
        private ApplicationContext context;

        @Test
        void rows_of_its_own(TestDatabase database) {
            CONTEXTS.add(System.identityHashCode(context));
            seen(getClass().getName(), database);
            jdbc.update("INSERT INTO cart (name) VALUES ('by Spring')");
            assertThat(jdbc.queryForObject("SELECT count(*) FROM cart", Integer.class))
                    .isEqualTo(ROWS_OF_THE_TEMPLATE + 1);
        }
    }

    static class SpringSecond extends SpringFirst {}

    static class JdbiCase {
        @Test
        void jdbi() {
            TestDatabase database = TestDatabase.current();
            seen("jdbi", database);
            Jdbi jdbi = Jdbi.create(database.url());
            jdbi.useTransaction(handle -> handle.execute("INSERT INTO cart (name) VALUES (?)", "by Jdbi"));
            int rows = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM cart")
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).isEqualTo(ROWS_OF_THE_TEMPLATE + 1);
        }
    }

    static class PlainJdbcCase {
        @Test
        void jdbc() throws SQLException {
            seen("jdbc", TestDatabase.current());
            try (Connection connection =
                            DriverManager.getConnection(TestDatabase.current().url());
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE cart SET total = 1")).isEqualTo(ROWS_OF_THE_TEMPLATE);
            }
        }
    }

    @WorkerDatabase(reset = Reset.PER_TEST)
    static class PerTest {
        @BeforeEach
        void add(CartMapper carts) {
            carts.add("by beforeEach");
        }

        @RepeatedTest(2)
        void repeated(TestDatabase database, CartMapper carts) {
            fresh(database, carts);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void parameterized(int unused, TestDatabase database, CartMapper carts) {
            fresh(database, carts);
        }

        @TestFactory
        List<DynamicTest> dynamic(TestDatabase database, CartMapper carts) {
            fresh(database, carts);
            return Collections.nCopies(2, DynamicTest.dynamicTest("shares", () -> assertThat(TestDatabase.current())
                    .isSameAs(database)));
        }

        private static void fresh(TestDatabase database, CartMapper carts) {
            assertThat(TestDatabase.current()).isSameAs(database);
            assertThat(carts.names()).hasSize(ROWS_OF_THE_TEMPLATE + 1);
            seen(SqliteFile.of(database).toString(), database);
        }
    }

    @WorkerDatabase(reset = Reset.PER_TEST)
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelOne {
        @RepeatedTest(30)
        void table_of_its_own(TestDatabase database, Connection connection) throws SQLException {
            seen(SqliteFile.of(database).toString(), database);
            assertThat(TestDatabase.current()).isSameAs(database);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE mine (x)");
                assertThat(statement.executeUpdate("INSERT INTO cart (id, name) VALUES (77, 'mine')"))
                        .isEqualTo(1);
            }
        }
    }

    static class ParallelTwo extends ParallelOne {}
}
