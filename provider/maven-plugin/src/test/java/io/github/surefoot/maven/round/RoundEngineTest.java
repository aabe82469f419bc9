package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static io.github.surefoot.maven.Journals.classFinished;
import static io.github.surefoot.maven.Journals.classStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.maven.Journals;
import io.github.surefoot.maven.classdata.ClassData;
import io.github.surefoot.maven.renewal.DifferingClasses;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundEngineTest implements RoundListener {
    private final FakeSurefire maven = new FakeSurefire();
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final Interruption interruption = new Interruption(() -> {});
    private int lastRound = Integer.MAX_VALUE;

    @TempDir
    private Path root;

    private RunDirectories directories = new RunDirectories(Path.of(""));

    @BeforeEach
    void directories() {
        directories = new RunDirectories(root);
    }

    @Override
    public boolean roundFinished(RoundSummary summary) {
        news.add("finished " + summary.round() + " " + summary.counts().get("passed"));
        return summary.round() < lastRound;
    }

    @Override
    public boolean isDecided() {
        return true;
    }

    @Override
    public void confirmsRound() {}

    @Override
    public void underWay(Progress progress) {}

    @Override
    public void processLeft(LeftProcess left) {
        news.add(left.line());
    }

    @Override
    public void notRenewed(String why) {
        news.add("not renewed: " + why);
    }

    private RenewalSettings renewal() {
        return new RenewalSettings(
                Optional.empty(), path -> true, new DifferingClasses(root.resolve("differing"), "", List.of()));
    }

    @Override
    public void unevenShards(ShardPlan.LongestClass longest, double slowestOverMean) {
        news.add("uneven: " + longest.name());
    }

    @Override
    public void confirms(String worker, int classes) {}

    @Override
    public void takenUpAgain(int round, int classes, String fault) {
        news.add("again " + round + ": " + classes + " after " + fault);
    }

    private SurefireResult run(String... settings) throws MojoExecutionException, IOException {
        return new RoundEngine(
                        maven.surefire(), given(settings), directories, ClassData.none(), renewal(), this, interruption)
                .run();
    }

    private static Run run(int rounds) {
        return given("surefoot.rounds", Integer.toString(rounds), "surefoot.reuseWorkers", "false");
    }

    private static Run given(String... settings) {
        Map<String, String> given = Map.of(settings[0], settings[1], settings[2], settings[3]);
        return new Run(
                "run-1",
                "shop:shop",
                RunSettings.parse(name -> Optional.ofNullable(given.get(name)), new Random(1)),
                2,
                "abcdef",
                Map.of("surefoot.database", "none"),
                Map.of("test", "Cart*"),
                Map.of());
    }

    private SurefireResult fresh(int rounds) throws MojoExecutionException, IOException {
        return run("surefoot.rounds", Integer.toString(rounds), "surefoot.reuseWorkers", "false");
    }

    /** Has forks do as workers of all rounds do: take up classes, and write it down. */
    private FakeSurefire.Workers workers(String... labels) {
        return properties -> {
            Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART, PRICE));
            for (String label : labels) {
                journal(label, true, CART, PRICE);
            }
        };
    }

    private FakeSurefire.Workers dying(String label, String className) {
        return properties -> {
            if (!properties.containsKey("surefoot.worker.only")) {
                Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART, PRICE));
            }
            if (!label.isEmpty()) {
                journal(label, false, className);
            }
            throw new MojoExecutionException(
                    "ExecutionException The forked VM terminated without properly saying goodbye.\n"
                            + "Command was java -Dpassword=hunter2\nProcess Exit Code: 3\nCrashed tests:\n"
                            + className);
        };
    }

    /** Writes the journal of a worker that ran a test in each class, or that died in the last one. */
    private void journal(String label, boolean ends, String... classes) throws IOException {
        int round = Math.max(1, WorkerId.parse("run-1", label).round());
        try (JournalWriter writer = Journals.alive(directories.journals(), label)) {
            for (int i = 0; i < classes.length; i++) {
                writer.append(classStarted(round, classes[i]));
                writer.append(new JournalEntry.TestStarted(
                        i + 1, round, new TestId(classes[i], "runs"), "", List.of(), false, 1_000));
                if (ends || i < classes.length - 1) {
                    writer.append(Journals.finished(i + 1, new Outcome.Passed()));
                    writer.append(classFinished(round, classes[i]));
                }
            }
            if (ends) {
                writer.append(new JournalEntry.Finished(2_000));
            }
        }
    }

    private List<String> rounds() throws IOException {
        Journal journal = JournalReader.read(directories.journals().resolve("run.journal"));
        assertThat(journal.condition().finished()).isTrue();
        return journal.entries().stream()
                .filter(JournalEntry.RoundFinished.class::isInstance)
                .map(JournalEntry.RoundFinished.class::cast)
                .map(end -> end.round() + "-" + end.attempt() + " " + end.fault())
                .toList();
    }

    @Test
    void allRoundsAreOneExecutionWhoseForksShareTheClasses() throws Exception {
        maven.then(workers("r1w1", "r2w1", "r3w1"));
        assertThat(fresh(3)).isInstanceOf(SurefireResult.Content.class);
        assertThat(maven.each("workers")).containsExactly("2");
        assertThat(maven.each("round")).as("each fork finds its own").containsExactly("");
        assertThat(maven.each("oneByOne")).containsExactly("false");
        assertThat(maven.each("about.filter.test")).containsOnly("Cart*");
        assertThat(news).containsExactly("finished 1 2", "finished 2 2", "finished 3 2");
        assertThat(rounds()).containsExactly("1-1 ", "2-1 ", "3-1 ");
        assertThat(configured("forkCount")).isEqualTo("2");
        assertThat(configured("reuseForks"))
                .as("a fork for each worker of each round")
                .isEqualTo("false");
        assertThat(maven.configurations()
                        .get(0)
                        .getChild("statelessTestsetReporter")
                        .getChild("disable")
                        .getValue())
                .isEqualTo("true");
    }

    /** The worker itself keeps others from further rounds; Maven takes that for no round that is missing. */
    @Test
    void noRoundFollowsTheOneInWhichAResourceCannotBeHad() throws Exception {
        maven.then(properties -> {
            Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART));
            try (JournalWriter writer = Journals.alive(directories.journals(), "r1w1")) {
                writer.append(classStarted(1, CART));
                writer.append(new JournalEntry.ResourceEvent("database", "unavailable", Map.of("what", "down"), 1_000));
                writer.append(classFinished(1, CART));
                writer.append(new JournalEntry.Finished(2_000));
            }
        });
        fresh(5);
        assertThat(rounds()).containsExactly("1-1 ");
        assertThat(news).singleElement().asString().startsWith("finished 1 ");
        assertThat(directories.last()).hasContent("1");
    }

    @Test
    void aProcessThatATestHasLeftIsToldWhileSurefireWaitsForIt() throws Exception {
        maven.then(properties -> {
            Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART));
            try (JournalWriter writer = Journals.alive(directories.journals(), "r1w1")) {
                writer.append(classStarted(1, CART));
                writer.append(classFinished(1, CART));
                writer.append(new JournalEntry.LeakFound("connection", "", CART, false, 1_000));
                writer.append(new JournalEntry.LeakFound("process 4711 (sh)", "", CART, false, 1_000));
                writer.append(new JournalEntry.Finished(2_000));
            }
            awaitNews();
            journal("r2w1", true, CART);
        });
        fresh(2);
        assertThat(news).first().asString().startsWith(CART + " has left a process behind: process 4711 (sh)");
        assertThat(news.stream().filter(line -> line.contains("behind"))).hasSize(1);
    }

    /** Waits as Surefire does for the output of a worker that a process holds on to. */
    private void awaitNews() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (news.isEmpty()) {
            assertThat(System.nanoTime()).as("nothing was told").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private String configured(String name) {
        return maven.configurations().get(0).getChild(name).getValue();
    }

    @Test
    void aSingleRoundIsSurefires() throws Exception {
        maven.then(properties -> {
            Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART, PRICE));
            journal("r1w1", true, CART, PRICE);
        });
        fresh(1);
        assertThat(maven.each("round")).containsExactly("1");
        assertThat(maven.each("workers")).containsExactly("");
        assertThat(maven.configurations().get(0).getChild("reportsDirectory")).isNull();
        assertThat(maven.configurations().get(0).getChild("reuseForks")).isNull();
        assertThat(rounds()).containsExactly("1-1 ");
        assertThat(news).isEmpty();
    }

    @Test
    void whatADeadWorkerLeftIsTakenUpByAnother() throws Exception {
        maven.then(properties -> {
                    journal("r2w1", true, CART, PRICE);
                    dying("r1w1", CART).run(properties);
                })
                .then(properties -> journal("r1w2", true, PRICE));
        fresh(2);
        assertThat(maven.each("round")).containsExactly("", "1");
        assertThat(directories.only(1, 2)).hasContent(PRICE);
        assertThat(news).hasSize(3);
        assertThat(news.get(0)).startsWith("again 1: 1 after ").contains("Process Exit Code: 3");
        assertThat(news.subList(1, 3)).containsExactly("finished 1 1", "finished 2 2");
        assertThat(rounds())
                .as("the round in which it died has the fault")
                .containsExactly("1-1 Process Exit Code: 3\nCrashed tests:\n" + CART, "2-1 ", "1-2 ");
    }

    @Test
    void whenNothingMovesItIsLeftToTheJudge() throws Exception {
        maven.then(properties -> {
                    journal("r2w1", true, CART, PRICE);
                    dying("r1w1", CART).run(properties);
                })
                .then(dying("", CART));
        fresh(2);
        assertThat(maven.each("round")).containsExactly("", "1");
        assertThat(news).hasSize(3).last().isEqualTo("finished 2 2");
    }

    /** Whoever does so is named by its worker, and missed by the judge: no fault of the files ends the run before. */
    @Test
    void aTestThatRemovesAllOfItsBuildsFilesDoesNotKeepOthersFromBeingRun() throws Exception {
        maven.then(properties -> {
                    journal("r2w1", true, CART, PRICE);
                    dying("r1w1", CART).run(properties);
                })
                .then(properties -> {
                    deleteAll(directories.root());
                    throw new MojoExecutionException("Cannot share the classes with the other workers");
                });

        fresh(2);

        assertThat(maven.each("round")).containsExactly("", "1");
        assertThat(news).hasSize(3).last().asString().startsWith("finished 2");
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aRunWithoutASingleTestIsRefused() {
        maven.then(dying("", CART));
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> fresh(5))
                .withMessageContaining("nothing to judge")
                .withMessageNotContaining("hunter2");
        assertThat(maven.each("round")).hasSize(1);
    }

    @Test
    void theListenerMayEndTheRun() throws Exception {
        lastRound = 1;
        maven.then(workers("r1w1"));
        run("surefoot.rounds", "5", "surefoot.overlapRounds", "false");
        assertThat(news).containsExactly("finished 1 2");
        assertThat(maven.each("oneByOne")).containsExactly("true");
        assertThat(directories.stop()).exists();
        assertThat(directories.open(2)).doesNotExist();
        assertThat(rounds()).containsExactly("1-1 ");
    }

    /** Notes when it is renewed, between what else is told. */
    private final class NotedFixture implements RoundFixture {
        private boolean there;

        @Override
        public Optional<JournalEntry.ResourceEvent> begin(int round) {
            news.add("begins " + round);
            there = true;
            return Optional.of(event("started"));
        }

        @Override
        public Optional<JournalEntry.ResourceEvent> end(int round) {
            news.add("ends " + round);
            there = false;
            return Optional.of(event("stopped"));
        }

        private JournalEntry.ResourceEvent event(String what) {
            return new JournalEntry.ResourceEvent("fixture", what, Map.of("micros", "1000"), 1);
        }

        @Override
        public void close() {
            news.add(there ? "closed while there" : "closed");
        }
    }

    private void withFixture(Run run) throws MojoExecutionException, IOException {
        new RoundEngine(
                        maven.surefire(),
                        run,
                        directories,
                        ClassData.none(),
                        renewal(),
                        this,
                        new NotedFixture(),
                        interruption)
                .run();
    }

    @Test
    void whatEachRoundHasAnewIsThereBeforeItsFirstTestAndGoneAfterItsLast() throws Exception {
        maven.then(properties -> {
            Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART, PRICE));
            news.add("runs");
            journal("r1w1", true, CART, PRICE);
            while (!Files.exists(directories.open(2))) {
                LockSupport.parkNanos(1_000_000);
            }
            news.add("runs");
            journal("r2w1", true, CART, PRICE);
        });
        withFixture(given("surefoot.rounds", "2", "surefoot.overlapRounds", "false"));
        assertThat(news)
                .containsExactly(
                        "begins 1",
                        "runs",
                        "finished 1 2",
                        "ends 1",
                        "begins 2",
                        "runs",
                        "finished 2 2",
                        "ends 2",
                        "closed");
        assertThat(JournalReader.read(directories.journals().resolve("run.journal")).entries().stream()
                        .filter(JournalEntry.ResourceEvent.class::isInstance))
                .hasSize(4);
    }

    @Test
    void itIsClosedWhateverHappens() {
        maven.then(dying("", CART));
        assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(() -> withFixture(run(1)));
        assertThat(news).containsExactly("begins 1", "closed while there");
    }

    @Test
    void warmWorkersRunAllRounds() throws Exception {
        maven.then(workers("w1"));
        run("surefoot.rounds", "2", "surefoot.reuseWorkers", "true");
        assertThat(maven.each("round")).containsExactly("0");
        assertThat(maven.each("workers")).containsExactly("2");
        assertThat(news).containsExactly("finished 1 2", "finished 2 0");
    }

    @Test
    void whatIsOfNoRoundIsToldWithTheLast() throws Exception {
        maven.then(properties -> {
            workers("r1w1", "r2w1").run(properties);
            throw new MojoExecutionException("There was a timeout in the fork");
        });
        fresh(2);
        assertThat(rounds()).containsExactly("1-1 ", "2-1 There was a timeout in the fork");
    }

    /** Maven is told to end while the workers of round 2 are at work, who get the signal themselves. */
    @Test
    void anInterruptedRunKeepsTheRoundsThatAreOver() throws Exception {
        Run run = run(3);
        RoundEngine engine =
                new RoundEngine(maven.surefire(), run, directories, ClassData.none(), renewal(), this, interruption);
        CountDownLatch told = new CountDownLatch(1);
        interruption.then(() -> {
            try {
                assertThat(engine.interrupt()).isTrue();
                engine.awaitWorkers();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            told.countDown();
        });
        maven.then(properties -> {
            Files.write(Path.of(properties.getOrDefault("surefoot.worker.plan", "")), List.of(CART, PRICE));
            journal("r1w1", true, CART, PRICE);
            journal("r2w1", false, CART);
            interruption.told();
            throw new MojoExecutionException("The forked VM terminated without properly saying goodbye.");
        });
        Thread main = new Thread(() -> {
            try {
                engine.run();
                news.add("went on");
            } catch (MojoExecutionException | IOException e) {
                news.add(e.toString());
            }
        });
        main.setDaemon(true);
        main.start();

        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        Journal journal = JournalReader.read(directories.journals().resolve("run.journal"));
        assertThat(journal.condition().finished()).isTrue();
        assertThat(rounds()).containsExactly("1-1 ");
        assertThat(journal.entries())
                .filteredOn(JournalEntry.Interrupted.class::isInstance)
                .hasSize(1);
        assertThat(news).containsExactly("finished 1 2");
        assertThat(new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                        .judge(List.of(directories.journals()))
                        .verdict()
                        .state())
                .isEqualTo(Verdict.State.INSUFFICIENT);
    }
}
