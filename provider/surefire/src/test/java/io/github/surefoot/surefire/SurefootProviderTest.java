package io.github.surefoot.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.journal.JournalReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.surefire.api.booter.BaseProviderFactory;
import org.apache.maven.surefire.api.report.ReporterConfiguration;
import org.apache.maven.surefire.api.report.ReporterFactory;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.DirectoryScannerParameters;
import org.apache.maven.surefire.api.testset.RunOrderParameters;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.apache.maven.surefire.api.testset.TestRequest;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the provider on the launcher, with what Surefire's fork would hand it. */
class SurefootProviderTest {
    private static final String ONE = One.class.getName();
    private static final String TWO = Two.class.getName();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Map<String, String> properties = new HashMap<>();
    private ClassLoader loader = SurefootProviderTest.class.getClassLoader();

    @SuppressWarnings("rawtypes") // A class literal knows no type arguments.
    private final Recorded<TestReportListener> listener = new Recorded<>(
            TestReportListener.class,
            (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);

    @TempDir
    private Path directory;

    private Path plan = Path.of("");

    @BeforeEach
    void asThePluginTells() {
        plan = directory.resolve("classes.plan");
        properties.putAll(Map.of(
                "surefoot.worker.run", "run-1",
                "surefoot.worker.suite", "abcdef",
                "surefoot.worker.round", "2",
                "surefoot.worker.rounds", "3",
                "surefoot.worker.journals", directory.toString(),
                "surefoot.worker.directory", directory.toString(),
                "surefoot.worker.plan", plan.toString(),
                "surefoot.worker.disposalMillis", "15000"));
        // What Maven found, as it tells its forks.
        properties.put("tc.0", ONE);
        properties.put("tc.1", TWO);
    }

    @AfterEach
    void giveTheStreamsBack() {
        // Surefire captures them, and leaves them captured to its JVM's end.
        System.setOut(out);
        System.setErr(err);
    }

    private SurefootProvider provider() {
        BaseProviderFactory parameters = new BaseProviderFactory(true);
        parameters.setProviderProperties(properties);
        parameters.setClassLoaders(loader);
        parameters.setTestRequest(new TestRequest(directory.toFile(), TestListResolver.getEmptyTestListResolver(), 0));
        parameters.setDirectoryScannerParameters(
                new DirectoryScannerParameters(directory.toFile(), List.of(), List.of(), List.of(), "filesystem"));
        parameters.setRunOrderParameters(new RunOrderParameters("filesystem", new File("none")));
        parameters.setReporterConfiguration(new ReporterConfiguration(directory.toFile(), true));
        parameters.setReporterFactory(new Recorded<>(
                        ReporterFactory.class,
                        (proxy, method, arguments) ->
                                method.getName().equals("close") ? new RunResult(1, 0, 0, 0) : listener.proxy())
                .proxy());
        return new SurefootProvider(parameters);
    }

    private Journal journal(String label) throws IOException {
        return JournalReader.read(directory.resolve(label + ".journal"));
    }

    /** Returns what the worker took up, as "round class". */
    private static List<String> schedule(Journal journal) {
        return journal.entries().stream()
                .filter(ClassStarted.class::isInstance)
                .map(ClassStarted.class::cast)
                .map(start -> start.round() + " " + start.className().replaceAll(".*\\$", ""))
                .toList();
    }

    private static long count(Journal journal, Class<? extends JournalEntry> type) {
        return journal.entries().stream().filter(type::isInstance).count();
    }

    private static TestsToRun queue(Class<?>... classes) {
        return new TestsToRun(Set.of()) {
            @Override
            public Iterator<Class<?>> iterator() {
                return List.of(classes).iterator();
            }
        };
    }

    @Test
    void aLoneWorkerScansPlansAndRunsItsRound() throws Exception {
        provider().invoke(null);
        assertThat(Files.readAllLines(plan)).containsExactlyInAnyOrder(ONE, TWO);
        Journal journal = journal("r2w1");
        assertThat(((WorkerStarted) journal.header()).about()).containsEntry("dispatch", "all");
        assertThat(schedule(journal)).containsExactlyInAnyOrder("2 One", "2 Two");
        assertThat(count(journal, ClassFinished.class)).isEqualTo(2);
        assertThat(journal.entries())
                .filteredOn(TestStarted.class::isInstance)
                .extracting(entry -> ((TestStarted) entry).test().shortName())
                .allSatisfy(name -> assertThat(name).contains("$"))
                .hasSize(3);
        assertThat(journal.entries())
                .filteredOn(TestFinished.class::isInstance)
                .extracting(entry -> ((TestFinished) entry).outcome().word())
                .containsExactlyInAnyOrder("passed", "passed", "failed");
        assertThat(journal.condition().finished()).isTrue();
        assertThat(listener.methods()).contains("testStarting", "testSucceeded", "testFailed");
    }

    @Test
    void aWarmWorkerRunsAllRounds() throws Exception {
        properties.put("surefoot.worker.round", "0");
        provider().invoke(null);
        Journal journal = journal("w1");
        assertThat(schedule(journal)).containsExactlyInAnyOrder("1 One", "1 Two", "2 One", "2 Two", "3 One", "3 Two");
        assertThat(schedule(journal)).isSorted();
        assertThat(count(journal, TestFinished.class)).isEqualTo(9);
    }

    @Test
    void aWorkerAmongOthersRunsWhatTheQueueHandsIt() throws Exception {
        provider().invoke(queue(Two.class));
        Journal journal = journal("r2w1");
        assertThat(((WorkerStarted) journal.header()).about()).containsEntry("dispatch", "each");
        assertThat(schedule(journal)).containsExactly("2 Two");
        assertThat(journal.condition().finished()).isTrue();
    }

    @Test
    void aWarmWorkerAmongOthersCountsTheRoundsOfEachClass() throws Exception {
        properties.put("surefoot.worker.round", "0");
        ClassList.write(plan, List.of(One.class, Two.class));
        provider().invoke(queue(One.class, Two.class, Two.class, One.class));
        assertThat(schedule(journal("w1"))).containsExactly("1 One", "1 Two", "2 Two", "2 One");
    }

    @Test
    void aForkOfOneClassRunsThat() throws Exception {
        provider().invoke(One.class);
        assertThat(schedule(journal("r2w1"))).containsExactly("2 One");
    }

    @Test
    void aReplayRunsWhatItIsToldInThatOrder() throws Exception {
        Path only = Files.write(directory.resolve("classes.only"), List.of("# round 2", TWO, ONE));
        properties.put("surefoot.worker.only", only.toString());
        properties.put("surefoot.worker.dispatch", "each");
        properties.put("surefoot.worker.order", "random");
        properties.put("surefoot.worker.seed", "1");
        provider().invoke(null);
        assertThat(schedule(journal("r2w1"))).containsExactly("2 Two", "2 One");
    }

    @Test
    void inTheMavenProcessAWarmRunNamesEveryClassOnceARound() throws Exception {
        properties.put("surefoot.worker.round", "0");
        properties.put("surefoot.worker.order", "random");
        properties.put("surefoot.worker.seed", "42");
        List<Class<?>> suites = new ArrayList<>();
        provider().getSuites().forEach(suites::add);
        assertThat(suites).hasSize(6);
        for (int round = 0; round < 3; round++) {
            assertThat(suites.subList(round * 2, round * 2 + 2)).containsExactlyInAnyOrder(One.class, Two.class);
        }
        assertThat(Files.readAllLines(plan)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void aResourceThatCannotBeOpenedStopsTheWorkerBeforeItsFirstTest() throws Exception {
        loader = SampleResources.classPath(directory, List.of(SampleResources.class.getName() + "$FailsToOpen"));
        assertThatExceptionOfType(TestSetFailedException.class)
                .isThrownBy(() -> provider().invoke(null))
                .withMessageContaining("port 8080 is taken");
        Journal journal = journal("r2w1");
        assertThat(count(journal, JournalEntry.Problem.class)).isPositive();
        assertThat(count(journal, TestStarted.class)).isZero();
    }

    @Test
    void withoutThePluginItIsSurefiresOwn() throws Exception {
        properties.keySet().removeIf(name -> name.startsWith("surefoot."));
        provider().invoke(queue(One.class));
        assertThat(listener.methods()).contains("testSucceeded");
        assertThat(directory).isEmptyDirectory();
        assertThat(provider().getSuites()).containsExactlyInAnyOrder(One.class, Two.class);
    }

    static class One {
        @Test
        void passes() {}

        @Test
        void fails() {
            throw new AssertionError("a sample");
        }
    }

    static class Two {
        @Test
        void passes() {}
    }
}
