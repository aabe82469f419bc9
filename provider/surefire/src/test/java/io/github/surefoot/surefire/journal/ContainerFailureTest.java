package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What fails as a whole is called one thing, by whoever says that it failed. */
class ContainerFailureTest {
    private static final String CLASS = "shop.CartTest";

    private final List<JournalEntry> journal = new ArrayList<>();
    private final PlatformContext context = new PlatformContext(new PlatformContext.ClassListener() {
        @Override
        public void starting(String className) {}

        @Override
        public void finished(String className) {}
    });
    private final ExecutionJournal executions =
            new ExecutionJournal("r1w1", journal::add, Optional::empty, Clock.systemUTC(), context, 1);

    private static final class Container extends AbstractTestDescriptor {
        Container(String name) {
            super(UniqueId.forEngine("sample").append("class", name), name, ClassSource.from(name));
            engine().addChild(this);
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }
    }

    /** Has Surefire's listener report while it is told of a container. */
    private TestStarted reported(TestDescriptor container, ReportEntry entry, Outcome outcome) {
        journal.clear();
        context.around(new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                        executions.finished(entry, outcome);
                    }
                })
                .executionFinished(TestIdentifier.from(container), TestExecutionResult.successful());
        assertThat(journal).hasSize(2).last().isInstanceOfSatisfying(TestFinished.class, end -> assertThat(
                        end.outcome())
                .isEqualTo(outcome));
        return (TestStarted) journal.get(0);
    }

    private static Outcome errored(Throwable thrown) {
        return new Outcome.Errored(ReportedFailure.of(thrown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"initializationError", "executionError"})
    void aClassIsCalledTheSameWhateverRanBeforeItFailed(String name) {
        Throwable thrown = new IllegalStateException("no database");
        TestStarted start = reported(new Container(CLASS), Reports.thrown(CLASS, name, thrown), errored(thrown));
        assertThat(start.test()).isEqualTo(new TestId(CLASS, ""));
        assertThat(start.uniqueId()).isEqualTo("[engine:sample]/[class:shop.CartTest]");
    }

    @Test
    void aMethodIsCalledAsSurefireCallsIt() {
        Throwable thrown = new IllegalStateException("no source");
        TestStarted start = reported(new Container(CLASS), Reports.thrown(CLASS, "factory", thrown), errored(thrown));
        assertThat(start.test()).isEqualTo(new TestId(CLASS, "factory"));
    }

    /** Surefire is told of the class, and tells of the tests in it. */
    @Test
    void aSkippedClassLendsItsTestsNoIdentifier() {
        TestStarted start =
                reported(new Container(CLASS), Reports.said(CLASS, "adds", "not now"), new Outcome.Skipped("not now"));
        assertThat(start.test()).isEqualTo(new TestId(CLASS, "adds"));
        assertThat(start.uniqueId()).isEmpty();
    }

    @Test
    void anEngineThatFailsForAClassNamesTheClassOfTheMethodItCalled() {
        Throwable thrown = thrownIn(
                "shop.Database.open",
                "shop.CartTest.closeAll",
                "jdk.internal.reflect.DirectMethodHandleAccessor.invoke",
                "java.lang.reflect.Method.invoke",
                "org.testng.internal.invokers.MethodInvocationHelper.invokeMethod",
                "org.testng.internal.invokers.ConfigInvoker.invokeConfigurationMethod");
        TestStarted start = reported(engine(), Reports.thrown("TestNG", "TestNG", thrown), errored(thrown));
        assertThat(start.test()).isEqualTo(new TestId(CLASS, ""));
        assertThat(start.uniqueId()).isEqualTo("[engine:sample]/[class:shop.CartTest]");
    }

    private static class TearsDown {}

    private static final class OneHeir extends TearsDown {}

    private static final class OtherHeir extends TearsDown {}

    /** The class whose code failed is one that the class inherits from. */
    @Test
    void anEngineThatFailsForAClassNamesTheOneThatRunsAndNotTheOneItInheritsFrom() {
        Throwable thrown = thrownIn(
                TearsDown.class.getName() + ".closeAll",
                "org.testng.internal.invokers.MethodInvocationHelper.invokeMethod");
        ReportEntry entry = Reports.thrown("TestNG", "TestNG", thrown);
        executions.classStarting(CLASS);
        executions.classStarting(OneHeir.class.getName());

        TestStarted start = reported(engine(), entry, errored(thrown));
        assertThat(start.test()).isEqualTo(new TestId(OneHeir.class.getName(), ""));
        assertThat(start.uniqueId()).isEqualTo("[engine:sample]/[class:" + OneHeir.class.getName() + "]");

        executions.classStarting(OtherHeir.class.getName());
        assertThat(reported(engine(), entry, errored(thrown)).test())
                .as("it may be either")
                .isEqualTo(new TestId(TearsDown.class.getName(), ""));
    }

    @Test
    void anEngineThatFailsByItselfIsCalledAsSurefireCallsIt() {
        for (Throwable thrown : List.of(
                thrownIn("org.testng.TestNG.run", "org.testng.Main.main"),
                thrownIn("shop.Engine.discover", "org.junit.platform.launcher.core.EngineDiscoveryOrchestrator.x"),
                thrownIn())) {
            TestStarted start = reported(engine(), Reports.thrown("Sample", "Sample", thrown), errored(thrown));
            assertThat(start.test()).isEqualTo(new TestId("Sample", "Sample"));
            assertThat(start.uniqueId()).isEqualTo("[engine:sample]");
        }
    }

    private static EngineDescriptor engine() {
        return new EngineDescriptor(UniqueId.forEngine("sample"), "Sample");
    }

    private static Throwable thrownIn(String... methods) {
        Throwable thrown = new IllegalStateException("a sample");
        thrown.setStackTrace(List.of(methods).stream()
                .map(method -> new StackTraceElement(
                        method.substring(0, method.lastIndexOf('.')),
                        method.substring(method.lastIndexOf('.') + 1),
                        "Sample.java",
                        7))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }
}
