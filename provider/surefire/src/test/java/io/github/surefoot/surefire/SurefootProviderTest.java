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
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretSource;
import io.github.surefoot.core.secret.SecretsFile;
import io.github.surefoot.surefire.claim.RoundClaims;
import io.github.surefoot.surefire.order.TestOrder;
import io.github.surefoot.surefire.resource.SampleResources;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

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
    void aWarmWorkerAloneRunsAllRounds() throws Exception {
        shared(1, "surefoot.worker.round", "0");
        provider().invoke(One.class);
        Journal journal = journal("w1");
        assertThat(schedule(journal)).containsExactlyInAnyOrder("1 One", "1 Two", "2 One", "2 Two", "3 One", "3 Two");
        assertThat(schedule(journal)).isSorted();
        assertThat(count(journal, TestFinished.class)).isEqualTo(9);
        assertThat(((WorkerStarted) journal.header()).about()).containsEntry("dispatch", "all");
    }

    @Test
    void aFreshWorkerRunsTheFirstRoundThatIsOpenWhateverItIsHanded() throws Exception {
        shared(2);
        for (int round = 1; round <= 3; round++) {
            provider().invoke(One.class);
            Journal journal = journal("r" + round + "w" + round);
            assertThat(schedule(journal)).containsExactly(round + " One", round + " Two");
            assertThat(((WorkerStarted) journal.header()).about()).containsEntry("dispatch", "each");
        }
        provider().invoke(One.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".journal")))
                    .as("nothing was left to do")
                    .hasSize(3);
        }
    }

    @Test
    void aProjectThatWantsAJvmForEachClassGetsIt() throws Exception {
        for (String workers : List.of("1", "2")) {
            properties.remove("surefoot.worker.round");
            properties.put("surefoot.worker.workers", workers);
            properties.put("surefoot.worker.oneClassEach", "true");
            assertThat(provider().getSuites()).hasSize(2 * 3);
        }
        shared(1);
        provider().invoke(One.class);
        provider().invoke(One.class);
        assertThat(schedule(journal("r1w1"))).containsExactly("1 One");
        assertThat(schedule(journal("r1w2"))).containsExactly("1 Two");
    }

    @Test
    void aForkThatFindsARoundGoneWorksForTheNext() throws Exception {
        shared(2);
        try (RoundClaims claims = RoundClaims.open(plan)) {
            claims.take(ONE, 1);
            claims.take(TWO, 1);
        }
        provider().invoke(One.class);
        assertThat(schedule(journal("r2w1"))).containsExactly("2 One", "2 Two");
        assertThat(directory.resolve("r1w1.journal")).doesNotExist();
    }

    @Test
    void aFreshWorkerAloneTakesUpWhatTheOneBeforeLeft() throws Exception {
        shared(1);
        try (RoundClaims claims = RoundClaims.open(plan)) {
            claims.take(ONE, 1);
        }
        provider().invoke(One.class);
        assertThat(schedule(journal("r1w1"))).containsExactly("1 Two");
    }

    @Test
    void aRoundThatMavenDoesNotOpenIsNotRun() throws Exception {
        shared(1, "surefoot.worker.oneByOne", "true");
        provider().invoke(One.class);
        Files.createFile(directory.resolve("stop"));
        provider().invoke(One.class);
        assertThat(directory.resolve("r1w1.journal")).exists();
        assertThat(directory.resolve("r2w1.journal")).doesNotExist();
    }

    @Test
    void whatTestsPrintIsInTheWorkersOwnFile() throws Exception {
        shared(2, "surefoot.worker.output", directory.resolve("output").toString());
        provider().invoke(One.class);
        assertThat(directory.resolve("output/r1w1.txt"))
                .content()
                .containsSubsequence("==== ", "SurefootProviderTest$One in round 1", "a word");
        assertThat(listener.methods()).doesNotContain("writeTestOutput");
    }

    /** As those of two nested classes that inherit one contract: one fails while the other still runs. */
    @Test
    void testsOfOneNameThatRunAtOnceKeepTheirOutcomes() throws Exception {
        properties.put("configurationParameters", """
                junit.jupiter.execution.parallel.enabled=true
                junit.jupiter.execution.parallel.mode.default=concurrent
                junit.jupiter.execution.parallel.config.strategy=fixed
                junit.jupiter.execution.parallel.config.fixed.parallelism=4
                """);
        provider().invoke(Lists.class);

        Journal journal = journal("r2w1");
        Map<Long, String> identifiers = new HashMap<>();
        Map<String, String> outcomes = new HashMap<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry instanceof TestStarted start) {
                identifiers.put(start.execution(), start.uniqueId());
            } else if (entry instanceof TestFinished end) {
                outcomes.put(
                        identifiers
                                .getOrDefault(end.execution(), "unknown")
                                .replaceAll(".*nested-class:(A|L)].*", "$1"),
                        end.outcome().word());
            }
        }
        assertThat(outcomes).containsOnly(Map.entry("A", "passed"), Map.entry("L", "failed"));
    }

    /** What lists do. */
    abstract static class Contract {
        private static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);
        private static final CountDownLatch ONE_FAILED = new CountDownLatch(1);

        abstract boolean isRight();

        @Nested
        class Adding {
            @Test
            void adds() throws Exception {
                BOTH_RUN.await(20, TimeUnit.SECONDS);
                if (!isRight()) {
                    ONE_FAILED.countDown();
                    throw new AssertionError("a sample");
                }
                assertThat(ONE_FAILED.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    static class Lists {
        @Nested
        class A extends Contract {
            @Override
            boolean isRight() {
                return true;
            }
        }

        @Nested
        class L extends Contract {
            @Override
            boolean isRight() {
                return false;
            }
        }
    }

    /** Surefire itself would have it in the fork alone, where there is one fork. */
    @Test
    void aSessionListenerOfTheProjectIsHeardInWorkersAlone() throws Exception {
        shared(2);
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(LauncherSessionListener.class.getName()), SessionListener.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        SessionListener.OPENED.set(0);
        try (URLClassLoader classPath = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, SurefootProviderTest.class.getClassLoader())) {
            thread.setContextClassLoader(classPath);
            assertThat(provider().getSuites()).isNotEmpty();
            assertThat(SessionListener.OPENED).hasValue(0);
            provider().invoke(One.class);
            assertThat(SessionListener.OPENED).hasValue(1);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Counts the sessions it is told of. */
    public static final class SessionListener implements LauncherSessionListener {
        private static final AtomicInteger OPENED = new AtomicInteger();

        /** For the service loader. */
        public SessionListener() {}

        @Override
        public void launcherSessionOpened(LauncherSession session) {
            OPENED.incrementAndGet();
        }
    }

    private void shared(int workers, String... more) throws IOException {
        Files.write(plan, List.of(One.class.getName(), Two.class.getName()));
        properties.remove("surefoot.worker.round");
        properties.put("surefoot.worker.workers", Integer.toString(workers));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
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
    void aReplayRunsThemInThatOrderWhereSurefiresIsAnother() throws Exception {
        Path only = Files.write(directory.resolve("classes.only"), List.of("# round 2", TWO, ONE));
        properties.put("surefoot.worker.only", only.toString());
        properties.put("runOrder", "alphabetical");
        provider().invoke(null);
        assertThat(schedule(journal("r2w1"))).containsExactly("2 Two", "2 One");
    }

    static Stream<Arguments> ordersAndSurefires() {
        return Stream.of(OrderKind.RANDOM, OrderKind.REVERSED, OrderKind.PAIRS).flatMap(kind -> Stream.of(
                        "filesystem",
                        "alphabetical",
                        "reversealphabetical",
                        "random",
                        "failedfirst",
                        "balanced",
                        "hourly")
                .map(runOrder -> Arguments.of(kind, runOrder)));
    }

    @ParameterizedTest
    @MethodSource("ordersAndSurefires")
    void anOrderStandsAboveSurefiresOwn(OrderKind kind, String runOrder) throws Exception {
        properties.putAll(
                Map.of("surefoot.worker.order", kind.word(), "surefoot.worker.seed", "1", "runOrder", runOrder));
        shared(1, "surefoot.worker.round", "0");
        provider().invoke(One.class);
        assertThat(schedule(journal("w1"))).isEqualTo(expected(kind)).contains("1 One", "3 Two");
    }

    private static List<String> expected(OrderKind kind) {
        return Stream.of(1, 2, 3)
                .flatMap(round -> new TestOrder(kind, 1)
                        .names(List.of(ONE, TWO), round).stream()
                                .map(name -> round + " " + name.replaceAll(".*\\$", "")))
                .toList();
    }

    @Test
    void inTheMavenProcessAForkIsAskedForEachWorkerOfEachRound() throws Exception {
        properties.remove("surefoot.worker.round");
        properties.put("surefoot.worker.workers", "4");
        assertThat(provider().getSuites())
                .as("two classes keep two workers busy")
                .hasSize(2 * 3);
        assertThat(Files.readAllLines(plan)).containsExactlyInAnyOrder(ONE, TWO);
        properties.put("surefoot.worker.round", "0");
        assertThat(provider().getSuites()).as("warm").hasSize(2);
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
    void whatAResourceSaysThatCannotBeOpenedIsMasked() throws Exception {
        Path file = directory.resolve("secrets");
        SecretsFile.write(file, SecretSet.of(List.of(new Secret("PORT", SecretSource.DOTENV, "port 8080"))));
        properties.put(SecretsFile.SETTING, file.toString());
        loader = SampleResources.classPath(directory, List.of(SampleResources.class.getName() + "$FailsToOpen"));
        assertThatExceptionOfType(TestSetFailedException.class)
                .isThrownBy(() -> provider().invoke(null))
                .withMessageContaining("***PORT*** is taken")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("port 8080"));
        assertThat(Files.readString(directory.resolve("r2w1.journal"))).doesNotContain("port 8080");
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
        void passes() {
            System.out.println("a word");
        }

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
