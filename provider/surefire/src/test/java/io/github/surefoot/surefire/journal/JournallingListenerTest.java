package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.MessageSeen;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.surefire.Recorded;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

class JournallingListenerTest {
    private static final String WHY = "Stopped after 1000 ms.";
    private static final Outcome.Hung HUNG = new Outcome.Hung(WHY + " main: waiting");
    private static final String CART = "shop.CartTest";

    private final List<JournalEntry> journal = new ArrayList<>();
    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC);
    private final List<String> printed = new ArrayList<>();
    private Optional<String> tampered = Optional.empty();
    private final ExecutionJournal executions =
            new ExecutionJournal("r2w1", journal::add, () -> tampered, clock, new PlatformContext(new NoClasses()), 2);

    @SuppressWarnings("rawtypes") // A class literal knows no type arguments.
    private final Recorded<TestReportListener> surefire = new Recorded<>(
            TestReportListener.class,
            (proxy, method, arguments) -> method.getReturnType() == boolean.class ? true : null);

    private static final class NoClasses implements PlatformContext.ClassListener {
        @Override
        public void starting(String className) {}

        @Override
        public void finished(String className) {}
    }

    @SuppressWarnings("unchecked")
    private JournallingListener listener(String forbidden) {
        return new JournallingListener(
                surefire.proxy(),
                executions,
                ForbiddenMessages.parse(Optional.of(forbidden)),
                printed::add,
                Optional.empty());
    }

    private static TestStarted started(long execution, String test, boolean rerun) {
        return new TestStarted(execution, 2, new TestId(CART, test), "", List.of(), rerun, 1_000);
    }

    private static TestFinished finished(long execution, Outcome outcome) {
        return new TestFinished(execution, outcome, 1_000);
    }

    @Test
    void aTestThatPassesIsJournalledUnderSurefiresName() {
        JournallingListener listener = listener("");
        listener.testStarting(Reports.of(CART, "adds(int, int)[2]"));
        listener.testSucceeded(Reports.of(CART, "adds(int, int)[2]"));
        assertThat(journal).containsExactly(started(1, "adds(int, int)[2]", false), finished(1, new Outcome.Passed()));
    }

    @Test
    void whoRanWhileTheJournalWasTamperedWithIsNamed() {
        JournallingListener listener = listener("");
        listener.testStarting(Reports.of(CART, "one"));
        listener.testStarting(Reports.of(CART, "two"));
        tampered = Optional.of("was deleted");
        listener.testSucceeded(Reports.of(CART, "one"));

        assertThat(journal)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.type(JournalEntry.Problem.class))
                .extracting(JournalEntry.Problem::what)
                .asString()
                .startsWith("While CartTest.one and CartTest.two ran, the journal of this worker was deleted.");
    }

    @Test
    void whatIsPrintedOnTheStreamsOfARoundThatIsOverIsOfThePresentOne() {
        List<TestOutputReportEntry> handedOn = new ArrayList<>();
        TestOutputReportEntry locked = TestOutputReportEntry.stdOutln("database is locked");
        JournallingListener listener = listener("database is locked");
        listener.over(handedOn::add);
        listener.writeTestOutput(locked);
        assertThat(handedOn).containsExactly(locked);
        listener.keep(locked);

        assertThat(surefire.calls()).containsExactly(new Recorded.Call("writeTestOutput", List.of(locked)));
        assertThat(printed).isEmpty();
        assertThat(journal).as("an ended journal has nothing after its end").isEmpty();
    }

    @Test
    void anErrorThatEndsTheLauncherEndsWhatRuns() {
        JournallingListener listener = listener("");
        assertThat(executions.brokenOff(new OutOfMemoryError("heap"))).isFalse();
        listener.testStarting(Reports.of(CART, "one"));
        assertThat(executions.brokenOff(new OutOfMemoryError("heap"))).isTrue();
        assertThat(executions.brokenOff(new OutOfMemoryError("heap"))).isFalse();

        assertThat(journal).hasSize(2).last().asString().contains("Errored", "java.lang.OutOfMemoryError", "heap");
    }

    @Test
    void testsThatRunAtOnceAreToldApart() {
        JournallingListener listener = listener("");
        listener.testStarting(Reports.of(CART, "one"));
        listener.testStarting(Reports.of(CART, "two"));
        listener.testSucceeded(Reports.of(CART, "one"));
        listener.testSucceeded(Reports.of(CART, "two"));
        assertThat(journal)
                .containsExactly(
                        started(1, "one", false),
                        started(2, "two", false),
                        finished(1, new Outcome.Passed()),
                        finished(2, new Outcome.Passed()));
    }

    @Test
    void anotherAttemptOfSurefiresIsMarked() {
        JournallingListener listener = listener("");
        listener.testStarting(Reports.again(CART, "adds"));
        listener.testSucceeded(Reports.again(CART, "adds"));
        assertThat(journal).containsExactly(started(1, "adds", true), finished(1, new Outcome.Passed()));
    }

    @Test
    void aFailureKeepsTypeMessageAndStack() {
        JournallingListener listener = listener("");
        AssertionError thrown = new AssertionError("expected 1");
        listener.testStarting(Reports.of(CART, "adds"));
        listener.testFailed(Reports.thrown(CART, "adds", thrown));
        assertThat(journal)
                .containsExactly(
                        started(1, "adds", false),
                        finished(
                                1,
                                new Outcome.Failed(new Failure(
                                        "java.lang.AssertionError",
                                        "expected 1",
                                        "java.lang.AssertionError: expected 1\n\tat shop.Cart.add(Cart.java:7)"))));
    }

    @Test
    void anErrorIsNoFailure() {
        JournallingListener listener = listener("");
        listener.testStarting(Reports.of(CART, "adds"));
        listener.testError(Reports.thrown(CART, "adds", new IllegalStateException()));
        assertThat(journal).last().isInstanceOfSatisfying(TestFinished.class, end -> assertThat(end.outcome())
                .isInstanceOfSatisfying(Outcome.Errored.class, errored -> {
                    assertThat(errored.failure().type()).isEqualTo("java.lang.IllegalStateException");
                    assertThat(errored.failure().message()).isEmpty();
                }));
    }

    @Test
    void theTestThatRanOutOfMemoryIsKnown() {
        JournallingListener listener = listener("");
        listener.testError(Reports.thrown(CART, "adds", new IllegalStateException()));
        assertThat(executions.outOfMemory()).isEmpty();
        listener.testError(Reports.thrown(CART, "fills", new OutOfMemoryError("heap")));
        assertThat(executions.outOfMemory()).contains(new TestId(CART, "fills"));
        listener.testError(Reports.thrown(
                CART, "begins", new IllegalStateException("no\nCaused by: java.lang.OutOfMemoryError: heap")));
        assertThat(executions.outOfMemory()).contains(new TestId(CART, "begins"));
    }

    @Test
    void aFailureWithoutAThrowableIsOneStill() {
        JournallingListener listener = listener("");
        listener.testError(Reports.said(CART, "adds", "lost"));
        assertThat(journal)
                .containsExactly(
                        started(1, "adds", false),
                        finished(1, new Outcome.Errored(new Failure("unknown", "lost", ""))));
    }

    @Test
    void aClassWhoseSetupFailsHasAnExecutionThoughNothingStarted() {
        JournallingListener listener = listener("");
        listener.testError(Reports.thrown(CART, "", new IllegalStateException("no database")));
        assertThat(journal)
                .satisfiesExactly(
                        start -> assertThat(start).isEqualTo(started(1, "", false)),
                        end -> assertThat(((TestFinished) end).outcome()).isInstanceOf(Outcome.Errored.class));
    }

    @Test
    void whatSurefireLeavesOutOfANameIsEmpty() {
        listener("").testSucceeded(Reports.of(CART, null));
        assertThat(journal).first().isEqualTo(started(1, "", false));
    }

    @Test
    void aSkippedTestHasItsReason() {
        JournallingListener listener = listener("");
        listener.testSkipped(Reports.said(CART, "adds", "not on Fridays"));
        listener.testSkipped(Reports.said(CART, "removes", null));
        assertThat(journal)
                .containsExactly(
                        started(1, "adds", false),
                        finished(1, new Outcome.Skipped("not on Fridays")),
                        started(2, "removes", false),
                        finished(2, new Outcome.Skipped("")));
    }

    @Test
    void anAssumptionThatDoesNotHoldAborts() {
        JournallingListener listener = listener("");
        listener.testStarting(Reports.of(CART, "adds"));
        listener.testAssumptionFailure(Reports.thrown(CART, "adds", new TestAbortedException("no network")));
        assertThat(journal).containsExactly(started(1, "adds", false), finished(1, new Outcome.Aborted("no network")));
    }

    /** As extensions do that try again: they abort what failed, and say why, or hand on the failure itself. */
    @Test
    void anAttemptThatIsMadeAgainKeepsItsFailure() {
        JournallingListener listener = listener("");
        Throwable failure = new AssertionError("expected 1");
        failure.setStackTrace(Stream.concat(
                        Stream.of(failure.getStackTrace()),
                        Stream.of(new StackTraceElement(CART, "adds", "CartTest.java", 7)))
                .toArray(StackTraceElement[]::new));
        for (Throwable thrown : List.of(failure, new TestAbortedException("will retry", failure))) {
            journal.clear();
            listener.testAssumptionFailure(Reports.thrown(CART, "adds", thrown));
            assertThat(((TestFinished) journal.get(1)).outcome())
                    .isInstanceOfSatisfying(Outcome.Aborted.class, aborted -> {
                        assertThat(aborted.reason()).isEqualTo(thrown.getMessage());
                        assertThat(aborted.failure()).hasValueSatisfying(attempt -> {
                            assertThat(attempt.type()).isEqualTo("java.lang.AssertionError");
                            assertThat(attempt.message()).isEqualTo("expected 1");
                            assertThat(attempt.stackTrace())
                                    .contains("at " + getClass().getName());
                        });
                    });
        }
    }

    @Test
    void aForbiddenMessageInAFailureBelongsToItsTest() {
        JournallingListener listener = listener("unable to open");
        listener.testFailed(Reports.thrown(CART, "adds", new AssertionError("Unable to open database file")));
        listener.testError(Reports.thrown(CART, "removes", new IllegalStateException("something else")));
        assertThat(journal)
                .filteredOn(MessageSeen.class::isInstance)
                .containsExactly(new MessageSeen("unable to open", new TestId(CART, "adds"), 1_000));
    }

    @Test
    void aForbiddenMessageInAStackTraceIsFoundToo() {
        listener("cart.java:7").testFailed(Reports.thrown(CART, "adds", new AssertionError("1")));
        assertThat(journal).contains(new MessageSeen("cart.java:7", new TestId(CART, "adds"), 1_000));
    }

    @Test
    void aForbiddenMessagePrintedBelongsToTheOnlyTestRunning() {
        JournallingListener listener = listener("unable to open");
        listener.testStarting(Reports.of(CART, "adds"));
        listener.writeTestOutput(TestOutputReportEntry.stdOutln("[14] unable to open database file"));
        assertThat(journal).last().isEqualTo(new MessageSeen("unable to open", new TestId(CART, "adds"), 1_000));
    }

    @Test
    void aForbiddenMessagePrintedWhileSeveralRunBelongsToNone() {
        JournallingListener listener = listener("unable to open");
        listener.testStarting(Reports.of(CART, "one"));
        listener.testStarting(Reports.of(CART, "two"));
        listener.writeTestOutput(TestOutputReportEntry.stdErrln("unable to open"));
        assertThat(journal).last().isEqualTo(new MessageSeen("unable to open", new TestId("", ""), 1_000));
    }

    @Test
    void classesAreJournalledInTheRoundThatIsOn() {
        executions.classStarting(CART);
        executions.round(3);
        executions.classFinished(CART);
        executions.started(Reports.of(CART, "adds"));
        assertThat(journal)
                .startsWith(
                        new JournalEntry.ClassStarted(2, CART, 1_000), new JournalEntry.ClassFinished(3, CART, 1_000));
        assertThat(((TestStarted) journal.get(2)).round()).isEqualTo(3);
    }

    @Test
    void aTestOverItsLimitIsHungAndOneThatEndedIsNot() {
        executions.started(Reports.of(CART, "ends"));
        executions.finished(Reports.of(CART, "ends"), new Outcome.Passed());
        executions.started(Reports.of(CART, "hangs"));
        assertThat(executions.hung(Duration.ofHours(1), WHY, this::threads)).isFalse();
        assertThat(executions.isOver()).isFalse();
        assertThat(executions.hung(Duration.ofNanos(-1), WHY, this::threads)).isTrue();
        assertThat(journal).endsWith(stopped(List.of(2L), List.of()), finished(2, HUNG));
        assertThat(executions.isOver()).isTrue();
        assertThat(executions.hung(Duration.ofNanos(-1), WHY, this::threads)).isFalse();
    }

    @Test
    void whatHangsIsJournalledBeforeItIsAskedWhatItDoes() {
        executions.started(Reports.of(CART, "hangs"));
        List<JournalEntry> known = new ArrayList<>();
        executions.hung(Duration.ofNanos(-1), WHY, () -> {
            known.addAll(journal);
            executions.finished(Reports.of(CART, "hangs"), new Outcome.Passed());
            return "main: waiting";
        });
        assertThat(known).endsWith(stopped(List.of(1L), List.of()));
        assertThat(journal).last().as("it ended too late").isEqualTo(finished(1, HUNG));
    }

    private String threads() {
        return "main: waiting";
    }

    private static JournalEntry.WorkerStopped stopped(List<Long> executions, List<String> classes) {
        return new JournalEntry.WorkerStopped("r2w1", executions, classes, WHY, 1_000);
    }

    @Test
    void theSetupOfAClassOverTheLimitIsHung() {
        executions.classStarting(CART);
        assertThat(executions.hung(Duration.ofNanos(-1), WHY, this::threads))
                .as("JUnit is still looking for its tests")
                .isFalse();
        executions.classUnderWay(CART);
        assertThat(executions.hung(Duration.ofHours(1), WHY, this::threads)).isFalse();
        assertThat(executions.hung(Duration.ofNanos(-1), WHY, this::threads)).isTrue();
        assertThat(journal).endsWith(stopped(List.of(), List.of(CART)), started(1, "", false), finished(1, HUNG));
        executions.classFinished(CART);
        assertThat(executions.hung(Duration.ofNanos(-1), WHY, this::threads)).isFalse();
    }

    /** Half a minute of this JVM's own time, whatever a clock says. */
    @Test
    void lookingForTestsHasALimitInTheTimeOfThisJvm() {
        executions.ownTime(Duration.ofSeconds(100));
        executions.classStarting(CART);
        executions.ownTime(Duration.ofSeconds(131));
        assertThat(executions.hung(Duration.ofSeconds(1), WHY, this::threads)).isFalse();
        executions.ownTime(Duration.ofSeconds(131).plusNanos(1));
        assertThat(executions.hung(Duration.ofSeconds(1), WHY, this::threads)).isTrue();
        assertThat(journal).contains(stopped(List.of(), List.of(CART)));
    }

    static List<Method> everyMethod() {
        return Arrays.stream(TestReportListener.class.getMethods())
                .filter(method -> !method.isBridge())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void everythingIsPassedOnUnchanged(Method method) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(JournallingListenerTest::argument)
                .toArray();
        Object answer = method.invoke(listener("unable to open"), arguments);
        assertThat(surefire.calls()).containsExactly(new Recorded.Call(method.getName(), Arrays.asList(arguments)));
        assertThat(answer).isEqualTo(method.getReturnType() == boolean.class ? true : null);
    }

    private static Object argument(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Throwable.class) {
            return new IllegalStateException("unable to open");
        }
        // The parameter of the generic interface is erased to what all its entries have in common.
        return type == ReportEntry.class || type == TestSetReportEntry.class
                ? Reports.of(CART, "adds")
                : TestOutputReportEntry.stdOut("unable to open");
    }
}
