package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.surefire.Recorded;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junitpioneer.jupiter.RetryingTest;
import org.opentest4j.TestAbortedException;
import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;

/** Runs what tries tests again, and what only gives them up, on the engines of their users. */
class AttemptTest {
    private static final String NEEDED_ELSEWHERE = "aborted";
    private static final String FAILED = "aborted by java.lang.IllegalStateException";

    private static final AtomicInteger TIMES = new AtomicInteger();

    private final List<JournalEntry> journal = new ArrayList<>();
    private final PlatformContext context = new PlatformContext(new PlatformContext.ClassListener() {
        @Override
        public void starting(String className) {}

        @Override
        public void finished(String className) {}
    });

    @SuppressWarnings("rawtypes") // A class literal knows no type arguments.
    private final Recorded<TestReportListener> surefire = new Recorded<>(
            TestReportListener.class,
            (proxy, method, arguments) -> method.getReturnType() == boolean.class ? true : null);

    @BeforeEach
    void fromTheStart() {
        TIMES.set(0);
    }

    /** Runs a class, and returns how its tests ended, in their order. */
    @SuppressWarnings("unchecked")
    private List<String> run(Class<?> type) {
        JournallingListener listener = new JournallingListener(
                surefire.proxy(),
                new ExecutionJournal("r1w1", journal::add, Optional::empty, Clock.systemUTC(), context, 1),
                ForbiddenMessages.parse(Optional.empty()),
                text -> {},
                Optional.empty());
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(type))
                                    .build(),
                            context.around(new Reporting(listener)));
        }
        return journal.stream()
                .filter(TestFinished.class::isInstance)
                .map(entry -> words(((TestFinished) entry).outcome()))
                .toList();
    }

    private static String words(Outcome outcome) {
        Optional<Failure> hidden = outcome instanceof Outcome.Aborted aborted ? aborted.failure() : Optional.empty();
        return outcome.word() + hidden.map(failure -> " by " + failure.type()).orElse("");
    }

    /** Reports as Surefire does. */
    private record Reporting(JournallingListener listener) implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (identifier.isTest()) {
                listener.testStarting(Reports.of(className(identifier), identifier.getDisplayName()));
            }
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (!identifier.isTest()) {
                return;
            }
            String className = className(identifier);
            String name = identifier.getDisplayName();
            ReportEntry entry = result.getThrowable()
                    .map(thrown -> Reports.thrown(className, name, thrown))
                    .orElseGet(() -> Reports.of(className, name));
            switch (result.getStatus()) {
                case SUCCESSFUL -> listener.testSucceeded(entry);
                case ABORTED -> listener.testAssumptionFailure(entry);
                default -> listener.testError(entry);
            }
        }

        private static String className(TestIdentifier identifier) {
            return identifier
                    .getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getClassName())
                    .orElse("unknown");
        }
    }

    private static void failOnce() {
        if (TIMES.incrementAndGet() == 1) {
            throw new IllegalStateException("the first time");
        }
    }

    @Test
    void aTestThatPioneerTriesAgainHasFailed() {
        assertThat(run(Pioneer.class)).containsExactly(FAILED, "passed");
    }

    static class Pioneer {
        @RetryingTest(2)
        void again() {
            failOnce();
        }
    }

    /** What JUnit throws then was thrown when the test was over already. */
    @Test
    void aTestThatPioneerTriesAgainAfterItsTimeHasFailed() {
        assertThat(run(TooLong.class)).containsExactly("aborted by java.util.concurrent.TimeoutException", "passed");
    }

    static class TooLong {
        @RetryingTest(2)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void again() throws InterruptedException {
            new CountDownLatch(TIMES.incrementAndGet() == 1 ? 1 : 0).await();
        }
    }

    @Test
    void anAssumptionOfATestThatPioneerMayTryAgainIsNoFailure() {
        assertThat(run(NeedsNetwork.class)).containsExactly(NEEDED_ELSEWHERE);
    }

    static class NeedsNetwork {
        @RetryingTest(2)
        void again() {
            GivenUpByOthers.needed(1);
        }
    }

    @Test
    void aRowThatGivesItselfUpIsNoAttempt() {
        assertThat(run(Rows.class)).containsExactly(NEEDED_ELSEWHERE, "passed");
    }

    static class Rows {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void row(int number) {
            GivenUpByOthers.needed(number);
        }
    }

    @Test
    void aRowThatAnExtensionGivesUpIsNoAttempt() {
        assertThat(run(ExtendedRows.class)).containsExactly(NEEDED_ELSEWHERE, "passed");
    }

    static class ExtendedRows {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @ExtendWith(GivenUpByOthers.AfterAFailure.class)
        void row(int number) {
            failOnce();
        }
    }

    @Test
    void aRepetitionThatGivesItselfUpIsNoAttempt() {
        assertThat(run(Repeated.class)).containsExactly(NEEDED_ELSEWHERE, "passed");
    }

    interface Repeating {
        @RepeatedTest(2)
        default void repeated(RepetitionInfo info) {
            GivenUpByOthers.needed(info.getCurrentRepetition());
        }
    }

    static class Repeated implements Repeating {}

    @Test
    void aRepetitionThatGivesItselfUpOnAnotherThreadIsNoAttempt() {
        assertThat(run(OnAnotherThread.class)).containsExactly(NEEDED_ELSEWHERE, "passed");
    }

    static class OnAnotherThread {
        @RepeatedTest(2)
        void repeated(RepetitionInfo info) throws Throwable {
            try {
                CompletableFuture.runAsync(new Runnable() {
                            @Override
                            public void run() {
                                GivenUpByOthers.needed(info.getCurrentRepetition());
                            }
                        })
                        .join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        }
    }

    @Test
    void aRepetitionThatIsGivenUpBeforeItRunsIsNoAttempt() {
        assertThat(run(GivenUpBefore.class)).containsExactly(NEEDED_ELSEWHERE, "passed");
    }

    static class GivenUpBefore {
        @RepeatedTest(2)
        @ExtendWith(GivenUpByOthers.BeforeTheTest.class)
        void repeated() {}
    }

    @Test
    void aRepetitionThatAnExtensionGivesUpHasFailed() {
        for (Class<?> type : List.of(Handled.class, HandledInPlace.class, Intercepted.class)) {
            fromTheStart();
            journal.clear();
            assertThat(run(type)).as(type.getName()).containsExactly(FAILED, "passed");
        }
    }

    static class Handled {
        @RepeatedTest(2)
        @ExtendWith(GivenUpByOthers.AfterAFailure.class)
        void repeated() {
            failOnce();
        }
    }

    static class HandledInPlace {
        @RegisterExtension
        final TestExecutionExceptionHandler handler = (in, failure) -> {
            throw new TestAbortedException("once more", failure);
        };

        @RepeatedTest(2)
        void repeated() {
            failOnce();
        }
    }

    static class Intercepted {
        @RepeatedTest(2)
        @ExtendWith(GivenUpByOthers.AroundTheTest.class)
        void repeated() {
            failOnce();
        }
    }

    @Test
    void aDynamicTestThatGivesItselfUpIsNoAttempt() {
        assertThat(run(Dynamic.class)).containsExactly(NEEDED_ELSEWHERE, "passed");
    }

    static class Dynamic {
        @TestFactory
        Stream<DynamicTest> tests() {
            return IntStream.of(1, 2)
                    .mapToObj(
                            number -> DynamicTest.dynamicTest("test " + number, () -> GivenUpByOthers.needed(number)));
        }
    }

    @Test
    void aTestThatTestNgTriesAgainHasFailed() {
        assertThat(run(NgRetried.class)).containsExactly(FAILED, "passed");
    }

    /** Once more. */
    public static final class OnceMore implements IRetryAnalyzer {
        private boolean done;

        @Override
        public boolean retry(ITestResult result) {
            boolean first = !done;
            done = true;
            return first;
        }
    }

    /** Fails at first. */
    public static final class NgRetried {
        /** Is tried again. */
        @org.testng.annotations.Test(retryAnalyzer = OnceMore.class)
        public void again() {
            failOnce();
        }
    }

    @Test
    void aRowOfTestNgThatSkipsItselfIsNoAttempt() {
        assertThat(run(NgRows.class)).containsExactly(NEEDED_ELSEWHERE, NEEDED_ELSEWHERE, "passed");
    }

    /** What a project may throw to have a test skipped. */
    private static final class NotHere extends SkipException {
        private static final long serialVersionUID = 1L;

        NotHere() {
            super("not here");
        }
    }

    /** Skips its first rows. */
    public static final class NgRows {
        /** Returns the rows. */
        @DataProvider
        public static Object[][] rows() {
            return new Object[][] {{1}, {2}, {3}};
        }

        /** Is one row. */
        @org.testng.annotations.Test(dataProvider = "rows")
        public void row(int number) {
            if (number == 1) {
                throw new SkipException("no network", new IOException("refused"));
            } else if (number == 2) {
                throw new NotHere();
            }
        }
    }

    @Test
    void aTestOfTestNgWhoseSetUpFailedIsNoAttempt() {
        assertThat(run(NgSetUp.class)).contains(NEEDED_ELSEWHERE).doesNotContain(FAILED);
    }

    /** Whose set-up fails. */
    public static final class NgSetUp {
        /** Fails. */
        @BeforeMethod
        public void setUp() {
            failOnce();
        }

        /** Is not run. */
        @org.testng.annotations.Test
        public void test() {}
    }

    @Test
    void aTestOfTestNgThatNeedsAnotherIsNoAttempt() {
        assertThat(run(NgNeeding.class)).containsExactlyInAnyOrder("errored", NEEDED_ELSEWHERE);
    }

    /** One of which needs the other. */
    public static final class NgNeeding {
        /** Fails. */
        @org.testng.annotations.Test(groups = "needed")
        public void needed() {
            failOnce();
        }

        /** Is not run. */
        @org.testng.annotations.Test(dependsOnGroups = "needed")
        public void needing() {}
    }
}
