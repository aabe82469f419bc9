package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.surefire.Recorded;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.descriptor.UriSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Whatever the threads of a worker do in whatever order, each outcome is that of its own test: though all tests have one
 * name, as those that two nested classes inherit, and though a thread may begin a second test before the first has
 * ended, as those of a pool do that waits for another.
 */
class InterleavingPropertyTest {
    private static final String CLASS = "shop.ContractTest$Inherited";
    private static final String NAME = "adds";
    private static final TestSource ENGINE = UriSource.from(URI.create("engine:sample"));
    private static final ExecutorService[] THREADS = new ExecutorService[8];

    static {
        for (int i = 0; i < THREADS.length; i++) {
            THREADS[i] = Executors.newSingleThreadExecutor();
        }
    }

    @AfterContainer
    static void stop() {
        for (ExecutorService thread : THREADS) {
            thread.shutdown();
        }
    }

    /** How something ends. */
    private enum End {
        PASSES,
        FAILS,
        ERRS,
        ABORTS,
        IS_SKIPPED
    }

    /** A test or a class, and how it ends. */
    private record Node(TestIdentifier identifier, boolean test, End end) {}

    private final List<JournalEntry> journal = Collections.synchronizedList(new ArrayList<>());
    private final PlatformContext context = new PlatformContext(new PlatformContext.ClassListener() {
        @Override
        public void starting(String className) {}

        @Override
        public void finished(String className) {}
    });

    /** Reports as Surefire does: by name. */
    private final class Surefire implements TestExecutionListener {
        private final JournallingListener listener;
        private final Map<String, Node> nodes;

        @SuppressWarnings("unchecked")
        Surefire(Map<String, Node> nodes) {
            this.nodes = nodes;
            listener = new JournallingListener(
                    (TestReportListener<TestOutputReportEntry>)
                            new Recorded<>(TestReportListener.class, (proxy, method, arguments) -> null).proxy(),
                    new ExecutionJournal("r1w1", journal::add, Optional::empty, Clock.systemUTC(), context, 1),
                    ForbiddenMessages.parse(Optional.empty()),
                    printed -> {},
                    Optional.empty());
        }

        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (identifier.isTest()) {
                listener.testStarting(Reports.of(CLASS, NAME));
            }
        }

        @Override
        public void executionSkipped(TestIdentifier identifier, String reason) {
            listener.testSkipped(Reports.said(CLASS, NAME, identifier.getUniqueId()));
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            Throwable thrown = result.getThrowable().orElseGet(AssertionError::new);
            Node node = Objects.requireNonNull(nodes.get(identifier.getUniqueId()));
            String name = node.test() ? NAME : "executionError";
            switch (node.end()) {
                case FAILS -> listener.testFailed(Reports.thrown(CLASS, name, thrown));
                case ERRS -> listener.testError(Reports.thrown(CLASS, name, thrown));
                case ABORTS -> {
                    if (node.test()) {
                        listener.testAssumptionFailure(Reports.thrown(CLASS, NAME, thrown));
                    }
                }
                default -> {
                    if (node.test()) {
                        listener.testSucceeded(Reports.of(CLASS, NAME));
                    }
                }
            }
        }
    }

    @Property(tries = 300)
    void eachOutcomeIsThatOfItsOwnTest(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int threads)
            throws Exception {
        Random random = new Random(seed);
        journal.clear();
        Map<String, Node> nodes = nodes(random);
        TestExecutionListener launcher = context.around(new Surefire(nodes));
        List<Node> waiting = new ArrayList<>(nodes.values());
        List<Node> running = new ArrayList<>();
        Map<Node, ExecutorService> at = new HashMap<>();
        while (!waiting.isEmpty() || !running.isEmpty()) {
            boolean start = running.isEmpty() || (!waiting.isEmpty() && random.nextBoolean());
            Node node = takeAny(start ? waiting : running, random);
            if (!start) {
                // Most end where they began; some engines tell on another thread.
                ExecutorService thread = random.nextInt(5) == 0
                        ? THREADS[random.nextInt(threads)]
                        : Objects.requireNonNull(at.get(node));
                on(thread, () -> launcher.executionFinished(node.identifier(), result(node)));
            } else if (node.end() == End.IS_SKIPPED) {
                on(
                        THREADS[random.nextInt(threads)],
                        () -> launcher.executionSkipped(
                                node.identifier(), node.identifier().getUniqueId()));
            } else {
                at.put(node, THREADS[random.nextInt(threads)]);
                running.add(node);
                on(Objects.requireNonNull(at.get(node)), () -> launcher.executionStarted(node.identifier()));
            }
        }
        check(nodes);
    }

    private void check(Map<String, Node> nodes) {
        Map<Long, TestStarted> started = new HashMap<>();
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (JournalEntry entry : journal) {
            if (entry instanceof TestStarted start) {
                assertThat(started.put(start.execution(), start)).isNull();
            } else if (entry instanceof TestFinished end) {
                assertThat(started).containsKey(end.execution());
                assertThat(outcomes.put(end.execution(), end.outcome())).isNull();
            }
        }
        assertThat(outcomes).hasSameSizeAs(started);
        Set<String> seen = new HashSet<>();
        started.forEach((execution, start) -> {
            Outcome outcome = Objects.requireNonNull(outcomes.get(execution));
            String id = start.uniqueId();
            if (id.isEmpty()) {
                // A class that is skipped: Surefire names the tests in it.
                assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
                id = ((Outcome.Skipped) outcome).reason();
            }
            Node node = Objects.requireNonNull(nodes.get(id));
            assertThat(seen.add(id)).as("%s once", id).isTrue();
            assertThat(outcome.word()).isEqualTo(word(node.end()));
            assertThat(textOf(outcome)).isIn(id, "");
            assertThat(start.test())
                    .isEqualTo(new TestId(CLASS, node.test() || node.end() == End.IS_SKIPPED ? NAME : ""));
        });
        assertThat(nodes).allSatisfy((id, node) -> assertThat(seen.contains(id))
                .as(id)
                .isEqualTo(node.test() || (node.end() != End.PASSES && node.end() != End.ABORTS)));
    }

    private static String word(End end) {
        return switch (end) {
            case PASSES -> "passed";
            case FAILS -> "failed";
            case ERRS -> "errored";
            case ABORTS -> "aborted";
            case IS_SKIPPED -> "skipped";
        };
    }

    /** Each test throws its own identifier. */
    private static String textOf(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.failure().message();
        }
        if (outcome instanceof Outcome.Errored errored) {
            return errored.failure().message();
        }
        if (outcome instanceof Outcome.Aborted aborted) {
            assertThat(aborted.failure().map(Failure::message)).contains(aborted.reason());
            return aborted.reason();
        }
        return outcome instanceof Outcome.Skipped skipped ? skipped.reason() : "";
    }

    private static TestExecutionResult result(Node node) {
        Throwable thrown = new IllegalStateException(node.identifier().getUniqueId());
        return switch (node.end()) {
            case FAILS, ERRS -> TestExecutionResult.failed(thrown);
            case ABORTS -> TestExecutionResult.aborted(thrown);
            default -> TestExecutionResult.successful();
        };
    }

    private static Map<String, Node> nodes(Random random) {
        Map<String, Node> nodes = new HashMap<>();
        TestDescriptor engine = new Descriptor(UniqueId.forEngine("sample"), TestDescriptor.Type.CONTAINER, ENGINE);
        int classes = 1 + random.nextInt(3);
        for (int c = 0; c < classes; c++) {
            Descriptor type = new Descriptor(
                    engine.getUniqueId().append("class", "c" + c),
                    TestDescriptor.Type.CONTAINER,
                    ClassSource.from(CLASS));
            engine.addChild(type);
            add(type, random, nodes);
            int tests = 1 + random.nextInt(6);
            for (int t = 0; t < tests; t++) {
                Descriptor test = new Descriptor(
                        type.getUniqueId().append("method", "t" + t),
                        TestDescriptor.Type.TEST,
                        MethodSource.from(CLASS, NAME));
                type.addChild(test);
                add(test, random, nodes);
            }
        }
        return nodes;
    }

    private static void add(Descriptor descriptor, Random random, Map<String, Node> nodes) {
        End end = End.values()[random.nextInt(End.values().length)];
        Node node = new Node(TestIdentifier.from(descriptor), descriptor.isTest(), end);
        nodes.put(node.identifier().getUniqueId(), node);
    }

    private static Node takeAny(List<Node> nodes, Random random) {
        return nodes.remove(random.nextInt(nodes.size()));
    }

    private static void on(ExecutorService thread, Runnable action) throws InterruptedException, ExecutionException {
        thread.submit(action).get();
    }

    private static final class Descriptor extends AbstractTestDescriptor {
        private final Type type;

        Descriptor(UniqueId id, Type type, TestSource source) {
            super(id, NAME, source);
            this.type = type;
        }

        @Override
        public Type getType() {
            return type;
        }
    }
}
