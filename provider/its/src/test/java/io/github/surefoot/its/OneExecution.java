package io.github.surefoot.its;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.verdict.VerdictJson;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.surefire.journal.ExecutionJournal;
import io.github.surefoot.surefire.journal.ForbiddenMessages;
import io.github.surefoot.surefire.journal.JournallingListener;
import io.github.surefoot.surefire.journal.PlatformContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of a class, run by JUnit, journalled, judged and written to a {@code verdict.json}: the way of each. */
public final class OneExecution implements BiFunction<Class<?>, Path, Path> {
    private static final WorkerId WORKER = new WorkerId("run", 1, 1);

    /** Made by the loader that watches. */
    public OneExecution() {}

    @Override
    public Path apply(Class<?> tests, Path directory) {
        try {
            return run(tests, new JournalDirectory(directory), directory.resolve("verdict.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path run(Class<?> tests, JournalDirectory journals, Path verdict) throws IOException {
        try (JournalWriter run = JournalWriter.create(journals.run(), header(), UnaryOperator.identity())) {
            run.append(new JournalEntry.RoundStarted(1, 1, 1));
            run.append(new JournalEntry.ClassPlanned(1, tests.getName()));
            work(tests, journals);
            run.append(new JournalEntry.RoundFinished(1, 1, "", 3));
            run.append(new JournalEntry.Finished(4));
        }
        VerdictJson.write(
                new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                        .judge(List.of(verdict.resolveSibling("."))),
                verdict);
        return verdict;
    }

    private static JournalEntry.RunStarted header() {
        return new JournalEntry.RunStarted(
                WORKER.run(),
                "its:way",
                1,
                1,
                WorkerKind.FRESH,
                "configured",
                OptionalLong.empty(),
                "suite",
                1,
                Map.of());
    }

    private static void work(Class<?> tests, JournalDirectory journals) throws IOException {
        JournalEntry.WorkerStarted header = new JournalEntry.WorkerStarted(WORKER, 1, 1, Map.of());
        try (JournalWriter journal = JournalWriter.create(journals.of(WORKER), header, UnaryOperator.identity())) {
            PlatformContext platform = new PlatformContext(new PlatformContext.ClassListener() {
                @Override
                public void starting(String className) {}

                @Override
                public void finished(String className) {}
            });
            ExecutionJournal executions = new ExecutionJournal(WORKER.label(), journal, Clock.systemUTC(), platform, 1);
            JournallingListener listener = new JournallingListener(
                    nobody(), executions, ForbiddenMessages.parse(Optional.empty()), printed -> {}, Optional.empty());
            executions.classStarting(tests.getName());
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(tests))
                                    .build(),
                            platform,
                            platform.around(surefire(tests, listener)));
            executions.classFinished(tests.getName());
            journal.append(new JournalEntry.Finished(2));
        }
    }

    /** Reports as Surefire's own listener does. */
    private static TestExecutionListener surefire(Class<?> tests, JournallingListener listener) {
        return new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isTest()) {
                    listener.testStarting(entry(test));
                }
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    listener.testSucceeded(entry(test));
                }
            }

            private SimpleReportEntry entry(TestIdentifier test) {
                return new SimpleReportEntry(
                        RunMode.NORMAL_RUN, 1L, tests.getName(), null, test.getDisplayName(), null);
            }
        };
    }

    @SuppressWarnings("unchecked") // A proxy has no type arguments.
    private static TestReportListener<TestOutputReportEntry> nobody() {
        return (TestReportListener<TestOutputReportEntry>) Proxy.newProxyInstance(
                OneExecution.class.getClassLoader(),
                new Class<?>[] {TestReportListener.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
    }
}
