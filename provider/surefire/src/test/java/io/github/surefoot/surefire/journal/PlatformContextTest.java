package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefoot.surefire.journal.PlatformContext.Kind;
import io.github.surefoot.surefire.journal.PlatformContext.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PlatformContextTest {
    private final List<String> news = Collections.synchronizedList(new ArrayList<>());
    private final PlatformContext context = new PlatformContext(new PlatformContext.ClassListener() {
        @Override
        public void starting(String className) {
            news.add("+" + className.substring(className.indexOf('$') + 1));
        }

        @Override
        public void finished(String className) {
            news.add("-" + className.substring(className.indexOf('$') + 1));
        }
    });

    /** Stands where Surefire's listener stands: told through the context. */
    private class Told implements TestExecutionListener {
        private final List<Position> positions = Collections.synchronizedList(new ArrayList<>());
        private final List<String> identifiers = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, Position> ends = new ConcurrentHashMap<>();

        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (identifier.isTest()) {
                positions.add(context.position());
                identifiers.add(identifier.getUniqueId());
            }
        }

        @Override
        public void executionSkipped(TestIdentifier identifier, String reason) {
            executionStarted(identifier);
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            ends.put(identifier.getUniqueId(), context.position());
        }
    }

    private Told run(Map<String, String> parameters, Class<?>... classes) {
        return run(new Told(), parameters, classes);
    }

    private Told run(Told surefire, Map<String, String> parameters, Class<?>... classes) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Stream.of(classes)
                                            .map(type -> selectClass(type))
                                            .toList())
                                    .configurationParameters(parameters)
                                    .build(),
                            context,
                            context.around(surefire));
        }
        return surefire;
    }

    @Test
    void beforeAnythingRunsThereIsNoPosition() {
        assertThat(context.position()).isEqualTo(new Position("", List.of(), Kind.UNKNOWN));
    }

    @Test
    void aTestHasItsIdentifierAndItsTagsInheritedOnesIncluded() {
        Told surefire = run(Map.of(), Tagged.class);
        assertThat(surefire.positions)
                .containsExactlyInAnyOrder(
                        new Position(
                                "[engine:junit-jupiter]/[class:" + Tagged.class.getName() + "]/[method:plain()]",
                                List.of("integration"),
                                Kind.TEST),
                        new Position(
                                "[engine:junit-jupiter]/[class:" + Tagged.class.getName() + "]/[method:own()]",
                                List.of("a-first", "integration"),
                                Kind.TEST),
                        new Position(
                                "[engine:junit-jupiter]/[class:" + Tagged.class.getName()
                                        + "]/[nested-class:Inner]/[method:deep()]",
                                List.of("inner", "integration"),
                                Kind.TEST),
                        new Position(
                                "[engine:junit-jupiter]/[class:" + Tagged.class.getName() + "]/[method:skipped()]",
                                List.of("integration"),
                                Kind.TEST));
    }

    @Test
    void everyInvocationHasItsOwnIdentifier() {
        Told surefire = run(Map.of(), Invocations.class);
        assertThat(surefire.positions).hasSize(5).extracting(Position::uniqueId).doesNotHaveDuplicates();
        assertThat(surefire.positions).extracting(Position::uniqueId).isEqualTo(surefire.identifiers);
    }

    @Test
    void whatEndsHasThePositionThatItBeganWith() {
        Told surefire = run(Map.of(), Tagged.class, SetupFails.class);
        assertThat(surefire.ends).isNotEmpty().allSatisfy((identifier, position) -> assertThat(position.uniqueId())
                .isEqualTo(identifier));
        assertThat(surefire.ends.values())
                .extracting(Position::kind)
                .contains(Kind.ENGINE, Kind.CLASS, Kind.TEST)
                .doesNotContain(Kind.UNKNOWN);
        assertThat(context.position().kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void whatSurefiresListenerThrowsIsThrown() {
        TestExecutionListener observed = context.around(new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier identifier) {
                throw new IllegalStateException("a sample");
            }
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> observed.executionStarted(
                        TestIdentifier.from(new EngineDescriptor(UniqueId.forEngine("sample"), "a sample"))))
                .withMessage("a sample");
        assertThat(Set.of(observed)).contains(observed).doesNotContain(context);
        assertThat(observed.toString()).contains("Surefire");
    }

    @Test
    void aClassStartsAndEndsOnceWhateverIsNestedInIt() {
        run(Map.of(), Tagged.class, Invocations.class);
        assertThat(news).containsExactlyInAnyOrder("+Tagged", "-Tagged", "+Invocations", "-Invocations");
        assertThat(news.indexOf("+Tagged")).isLessThan(news.indexOf("-Tagged"));
    }

    @Test
    void aClassWhoseSetupFailsStartsAndEndsToo() {
        run(Map.of(), SetupFails.class);
        assertThat(news).containsExactly("+SetupFails", "-SetupFails");
    }

    /** What Surefire says of the tests in it is of that class, and not of the one before. */
    @Test
    void aDisabledClassStartsAndEndsAroundWhatIsSaidOfIt() {
        Told surefire = new Told() {
            @Override
            public void executionSkipped(TestIdentifier identifier, String reason) {
                news.add("skipped");
            }
        };
        run(surefire, Map.of(), Off.class);
        assertThat(news).containsExactly("+Off", "skipped", "-Off");
    }

    @Test
    void testsThatRunAtOnceEachHaveTheirOwnPosition() {
        Told surefire = run(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                ManyA.class,
                ManyB.class);
        assertThat(surefire.positions).hasSize(400);
        assertThat(surefire.positions.stream().map(Position::uniqueId).distinct())
                .containsExactlyInAnyOrderElementsOf(surefire.identifiers);
        assertThat(surefire.positions).allSatisfy(position -> assertThat(position.tags())
                .containsExactly(position.uniqueId().contains("ManyA") ? "a" : "b"));
        assertThat(news).containsExactlyInAnyOrder("+ManyA", "-ManyA", "+ManyB", "-ManyB");
    }

    @Tag("integration")
    static class Tagged {
        @Test
        void plain() {}

        @Test
        @Tag("a-first")
        void own() {}

        @Test
        @Disabled("a sample")
        void skipped() {}

        @Nested
        @Tag("inner")
        class Inner {
            @Test
            void deep() {}
        }
    }

    static class Invocations {
        @RepeatedTest(3)
        void again() {}

        @TestFactory
        Stream<DynamicTest> made() {
            return IntStream.range(0, 2).mapToObj(i -> DynamicTest.dynamicTest("the same name", () -> {}));
        }
    }

    static class SetupFails {
        @BeforeAll
        static void fail() {
            throw new IllegalStateException("a sample");
        }

        @Test
        void never() {}
    }

    @Disabled("a sample")
    static class Off {
        @Test
        void never() {}
    }

    @Tag("a")
    static class ManyA {
        @RepeatedTest(200)
        void runs() {}
    }

    @Tag("b")
    static class ManyB {
        @RepeatedTest(200)
        void runs() {}
    }
}
