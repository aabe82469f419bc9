package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.FixMethodOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.runner.OrderWith;
import org.junit.runner.RunWith;
import org.junit.runner.manipulation.Alphanumeric;
import org.junit.runners.MethodSorters;
import org.junit.runners.Parameterized;
import org.junit.runners.Suite;

/** With the real engines of JUnit 4, TestNG and JUnit Jupiter. */
@Tag("slow")
class MethodShuffleTest {
    private final Map<String, String> kept = new TreeMap<>();

    /** Eight of them: in the same order by chance in one of 40,320 rounds. */
    public static class Old {
        @org.junit.Test
        public void a() {}

        @org.junit.Test
        public void b() {}

        @org.junit.Test
        public void c() {}

        @org.junit.Test
        public void d() {}

        @org.junit.Test
        public void e() {}

        @org.junit.Test
        public void f() {}

        @org.junit.Test
        public void g() {}

        @org.junit.Test
        public void h() {}
    }

    @FixMethodOrder(MethodSorters.NAME_ASCENDING)
    public static class Fixed extends Old {}

    @OrderWith(Alphanumeric.class)
    public static class Ordered extends Old {}

    @RunWith(Suite.class)
    @Suite.SuiteClasses({Fixed.class, Old.class, Ordered.class})
    public static class Both {}

    @RunWith(Parameterized.class)
    public static class Rows extends Old {
        public Rows(int row) {
            assertThat(row).isPositive();
        }

        @Parameterized.Parameters
        public static List<Integer> rows() {
            return List.of(1, 2, 3);
        }
    }

    public static class Older extends junit.framework.TestCase {
        public void testA() {}

        public void testB() {}
    }

    public static class Ng {
        @org.testng.annotations.Test
        public void a() {}

        @org.testng.annotations.Test
        public void b() {}

        @org.testng.annotations.Test
        public void c() {}

        @org.testng.annotations.Test
        public void d() {}

        @org.testng.annotations.Test
        public void e() {}

        @org.testng.annotations.Test
        public void f() {}

        @org.testng.annotations.Test
        public void g() {}

        @org.testng.annotations.Test
        public void h() {}
    }

    public static class NgInTurn {
        @org.testng.annotations.Test(priority = 1)
        public void first() {}

        @org.testng.annotations.Test
        public void last() {}
    }

    static class Plain {
        @Test
        void a() {}

        @Test
        void b() {}

        @Test
        void c() {}

        @Test
        void d() {}

        @Test
        void e() {}

        @Test
        void f() {}

        @Test
        void g() {}

        @Test
        void h() {}
    }

    static class Outer {
        @Test
        void a() {}

        @Test
        void b() {}

        @Nested
        class Inner {
            @Test
            void c() {}

            @Test
            void d() {}
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Jupiter {
        @Test
        void a() {}

        @Test
        void b() {}
    }

    @AfterEach
    void forgetTheSeed() {
        System.clearProperty(TestNgShuffle.ORDER);
    }

    private List<String> run(long seed, int round, Class<?> type) {
        return run(new TestOrder(OrderKind.RANDOM, seed), round, type);
    }

    private List<String> run(TestOrder order, int round, Class<?> type) {
        MethodShuffle shuffle = new MethodShuffle(kept::put);
        Map<String, String> parameters = new HashMap<>();
        order.apply(parameters, new WorkerSettings(Map.of()), round);
        shuffle.from(order, round);
        return run(shuffle, parameters, type);
    }

    private static List<String> run(MethodShuffle shuffle, Map<String, String> parameters, Class<?> type) {
        return run(shuffle, parameters, List.of(DiscoverySelectors.selectClass(type)));
    }

    private static List<String> run(
            MethodShuffle shuffle, Map<String, String> parameters, List<? extends DiscoverySelector> selectors) {
        List<String> executed = new ArrayList<>();
        LauncherFactory.create(LauncherConfig.builder()
                        .addPostDiscoveryFilters(shuffle)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .configurationParameters(parameters)
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
                                    executed.add(test.getUniqueId());
                                }
                            }
                        });
        return executed;
    }

    private List<String> unshuffled(Class<?> type) {
        return run(new MethodShuffle(kept::put), Map.of(), type);
    }

    @ParameterizedTest
    @ValueSource(classes = {Old.class, Ng.class})
    void theSeedOfTheRoundDecides(Class<?> type) {
        List<List<String>> orders = IntStream.rangeClosed(1, 10)
                .mapToObj(round -> run(42, round, type))
                .toList();

        assertThat(orders).doesNotHaveDuplicates();
        assertThat(orders.get(0))
                .hasSize(8)
                .containsExactlyInAnyOrderElementsOf(unshuffled(type))
                .isEqualTo(run(42, 1, type))
                .isNotEqualTo(run(43, 1, type));
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Old.class, Ng.class})
    void anyMethodMayBeTheFirst(Class<?> type) {
        assertThat(IntStream.rangeClosed(1, 60)
                        .mapToObj(round -> run(7, round, type).get(0))
                        .distinct())
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(classes = {Old.class, Ng.class, Plain.class})
    void reversedIsWhatTheEngineDoesBackwards(Class<?> type) {
        List<String> usual = new ArrayList<>(unshuffled(type));
        Collections.reverse(usual);

        assertThat(run(new TestOrder(OrderKind.REVERSED, 1), 1, type))
                .hasSize(8)
                .isEqualTo(usual);
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Old.class, Ng.class, Plain.class})
    void inPairsEachMethodGoesDirectlyBeforeEachOther(Class<?> type) {
        TestOrder pairs = new TestOrder(OrderKind.PAIRS, 1);
        Set<List<String>> seen = new HashSet<>();
        for (int round = 1; round <= 8; round++) {
            List<String> order = run(pairs, round, type);
            assertThat(order).containsExactlyInAnyOrderElementsOf(unshuffled(type));
            for (int i = 1; i < order.size(); i++) {
                seen.add(List.of(order.get(i - 1), order.get(i)));
            }
        }

        assertThat(seen).hasSize(8 * 7);
        assertThat(run(new TestOrder(OrderKind.PAIRS, 3), 1, type)).isEqualTo(run(pairs, 3, type));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderKind.class,
            names = {"REVERSED", "PAIRS"})
    void whatIsNestedStaysBehindTheMethodsAndAnOwnOrderStays(OrderKind kind) {
        List<String> order = run(new TestOrder(kind, 2), 1, Outer.class);

        assertThat(order).hasSize(4).isNotEqualTo(unshuffled(Outer.class));
        assertThat(order.subList(0, 2)).noneMatch(id -> id.contains("nested-class"));
        assertThat(order.subList(2, 4)).allMatch(id -> id.contains("nested-class"));
        assertThat(run(new TestOrder(kind, 1), 1, Jupiter.class)).isEqualTo(unshuffled(Jupiter.class));
        assertThat(run(new TestOrder(kind, 1), 1, Fixed.class)).isEqualTo(unshuffled(Fixed.class));
        assertThat(kept).containsOnlyKeys(Jupiter.class.getName(), Fixed.class.getName());
    }

    /** Whatever the round's order is, which may be another for a part of the methods. */
    @ParameterizedTest
    @ValueSource(classes = {Old.class, Plain.class, Outer.class})
    void someTestsRunInTheOrderInWhichTheyAreListed(Class<?> type) {
        List<String> all = unshuffled(type);
        for (long seed = 1; seed <= 20; seed++) {
            List<String> some = new ArrayList<>(all);
            Collections.shuffle(some, new Random(seed));
            List<String> listed = List.copyOf(some.subList(0, 3));
            MethodShuffle shuffle = new MethodShuffle(kept::put);
            Map<String, String> parameters = new HashMap<>();
            TestOrder order = new TestOrder(OrderKind.RANDOM, seed);
            order.apply(parameters, new WorkerSettings(Map.of()), 1);
            shuffle.from(order, 1);
            shuffle.listed(listed);

            List<String> executed = run(
                    shuffle,
                    parameters,
                    listed.stream().map(DiscoverySelectors::selectUniqueId).toList());

            assertThat(executed).isEqualTo(nestedLast(listed));
        }
        assertThat(kept).isEmpty();
    }

    /** As the engine always has it. */
    private static List<String> nestedLast(List<String> listed) {
        List<String> nested =
                listed.stream().filter(id -> id.contains("nested-class")).toList();
        List<String> result = new ArrayList<>(
                listed.stream().filter(id -> !nested.contains(id)).toList());
        result.addAll(nested);
        return result;
    }

    @Test
    void anOrderOfItsOwnIsKeptAndTold() {
        assertThat(run(42, 1, Fixed.class)).isEqualTo(unshuffled(Fixed.class));
        assertThat(run(42, 1, Ordered.class)).isEqualTo(unshuffled(Ordered.class));
        run(42, 1, Jupiter.class);
        run(42, 1, NgInTurn.class);
        run(42, 1, Older.class);

        assertThat(kept)
                .isEqualTo(Map.of(
                        Fixed.class.getName(), "@FixMethodOrder",
                        Ordered.class.getName(), "@OrderWith",
                        Jupiter.class.getName(), "@TestMethodOrder",
                        NgInTurn.class.getName(), "priority",
                        Older.class.getName(), "JUnit 3"));
    }

    @Test
    void aSuiteKeepsTheOrderOfItsClasses() {
        List<String> usual = unshuffled(Both.class);

        List<String> shuffled = run(42, 1, Both.class);

        assertThat(shuffled.subList(0, 8)).isEqualTo(usual.subList(0, 8));
        assertThat(shuffled.subList(8, 16))
                .isNotEqualTo(usual.subList(8, 16))
                .containsExactlyInAnyOrderElementsOf(usual.subList(8, 16));
        assertThat(shuffled.subList(16, 24)).isEqualTo(usual.subList(16, 24));
        assertThat(kept).containsOnlyKeys(Fixed.class.getName(), Ordered.class.getName());
    }

    @Test
    void rowsKeepTheirOrderAndTheirMethodsDoNot() {
        List<String> usual = unshuffled(Rows.class);

        List<String> shuffled = run(42, 1, Rows.class);

        for (int row = 0; row < 3; row++) {
            assertThat(shuffled.subList(row * 8, row * 8 + 8))
                    .isNotEqualTo(usual.subList(row * 8, row * 8 + 8))
                    .containsExactlyInAnyOrderElementsOf(usual.subList(row * 8, row * 8 + 8));
        }
    }
}
