package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.PlanDirectory;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.maven.Journals;
import io.github.surefoot.maven.classdata.ClassData;
import io.github.surefoot.maven.renewal.DifferingClasses;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.Surefire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which executions a run with renewed workers has, by what its workers tell. */
class RenewedExecutionsTest implements RoundListener {
    private static final int ROUNDS = 3;
    private static final Outcome FAILED = Journals.failed("too late");
    private static final Outcome PASSED = new Outcome.Passed();
    private static final Map<String, String> RENEWED = Map.of(WorkerFact.KIND, "renewed");

    private final FakeSurefire maven = new FakeSurefire();
    private final List<String> news = new ArrayList<>();
    private Optional<String> obstacle = Optional.empty();
    private int endsAfter = ROUNDS;
    private boolean decided = true;
    private Map<String, String> given = Map.of();

    @TempDir
    private Path root;

    private RunDirectories directories = new RunDirectories(Path.of(""));
    private DifferingClasses differing = new DifferingClasses(Path.of(""), "", List.of());

    @BeforeEach
    void directories() {
        directories = new RunDirectories(root.resolve("surefoot"));
        differing = new DifferingClasses(root.resolve("kept/differing"), "a:1", List.of());
        maven.inTrials(trying());
    }

    @Override
    public boolean roundFinished(RoundSummary summary) {
        news.add("finished " + summary.round() + ": " + summary.counts().get("passed") + " passed");
        return summary.round() < endsAfter;
    }

    @Override
    public boolean isDecided() {
        return decided;
    }

    @Override
    public void confirmsRound() {
        news.add("confirms a round");
    }

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

    @Override
    public void unevenShards(ShardPlan.LongestClass longest, double slowestOverMean) {}

    @Override
    public void confirms(String worker, int classes) {
        news.add("confirms " + worker + ": " + classes);
    }

    @Override
    public void takenUpAgain(int round, int classes, String fault) {
        news.add("again " + round);
    }

    private Evidence run() throws MojoExecutionException, IOException {
        return run(maven.surefire());
    }

    private Evidence run(Surefire surefire) throws MojoExecutionException, IOException {
        Map<String, String> settings = new HashMap<>(given);
        settings.put("surefoot.rounds", Integer.toString(ROUNDS));
        settings.put("surefoot.workers.kind", "renewed");
        Run run = new Run(
                "run-1",
                "shop:shop",
                RunSettings.parse(name -> Optional.ofNullable(settings.get(name)), new Random(1)),
                2,
                "abcdef",
                Map.of(),
                Map.of(),
                Map.of());
        new RoundEngine(
                        surefire,
                        run,
                        directories,
                        ClassData.none(),
                        new RenewalSettings(obstacle, path -> true, differing),
                        this,
                        Interruption.none())
                .run();
        return EvidenceReader.read(directories.journals());
    }

    private static Path plan(Map<String, String> properties) {
        return Path.of(properties.getOrDefault("surefoot.worker.plan", ""));
    }

    /** Has the first round's worker tell of its JVM. */
    private FakeSurefire.Workers first(Outcome ofCart) {
        return properties -> {
            Files.write(plan(properties), List.of(CART, PRICE));
            String told = properties.getOrDefault("surefoot.worker.classPath", "");
            if (!told.isEmpty()) {
                new WorkerJvm("/jdk", "OpenJDK 64-Bit Server VM", "17", 17, "/surefoot-surefire-provider-1.jar")
                        .write(Path.of(told));
            }
            worker(1, 1, Map.of(), CART, ofCart);
            worker(1, 2, Map.of(), PRICE, PASSED);
        };
    }

    private void worker(int round, int slot, Map<String, String> about, String className, Outcome outcome)
            throws IOException {
        Journals.write(
                directories.journals(),
                "r" + round + "w" + slot,
                about,
                Journals.classStarted(round, className),
                Journals.startedIn(round, 1, className, "runs"),
                Journals.finished(1, outcome),
                Journals.classFinished(round, className),
                new JournalEntry.Finished(2_000));
    }

    /** Notes that all that were asked for were taken up in rounds up to one. */
    private static void claim(Map<String, String> properties, int... rounds) throws IOException {
        ByteBuffer counts = ByteBuffer.allocate(rounds.length * Integer.BYTES);
        for (int round : rounds) {
            counts.putInt(round);
        }
        Files.write(PlanDirectory.claims(plan(properties)), counts.array());
    }

    private FakeSurefire.Workers renewed(Outcome ofCartInTheLast) {
        return properties -> {
            for (int round = 2; round <= ROUNDS; round++) {
                worker(round, 1, RENEWED, CART, round == ROUNDS ? ofCartInTheLast : PASSED);
                worker(round, 2, RENEWED, PRICE, PASSED);
            }
            claim(properties, ROUNDS, ROUNDS);
        };
    }

    private FakeSurefire.Workers renewedWithoutCart() {
        return properties -> {
            worker(2, 2, RENEWED, PRICE, PASSED);
            worker(3, 2, RENEWED, PRICE, PASSED);
            claim(properties, ROUNDS);
        };
    }

    /** Has fresh workers run what they are asked for. */
    private FakeSurefire.Workers fresh(int slot, Outcome outcome) {
        return properties -> {
            List<String> classes = Files.readAllLines(Path.of(properties.getOrDefault("surefoot.worker.only", "")));
            ByteBuffer claims = ByteBuffer.wrap(Files.readAllBytes(PlanDirectory.claims(plan(properties))));
            int last = Integer.parseInt(properties.getOrDefault("surefoot.worker.rounds", ""));
            int own = slot;
            for (String name : classes) {
                for (int round = claims.getInt() + 1; round <= last; round++) {
                    worker(round, own, Map.of(), name, outcome);
                }
                own++;
            }
        };
    }

    private List<String> asked(int plan) throws IOException {
        return Files.readAllLines(directories.only(0, plan));
    }

    @Test
    void theFirstRoundIsFreshTheOthersAreRenewedAndASampleIsComparedOnceMore() throws Exception {
        maven.then(first(PASSED)).then(renewed(PASSED)).then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(maven.each("kind")).containsExactly("", "renewed", "");
        assertThat(maven.each("rounds")).containsExactly("1", "3", "3");
        assertThat(maven.each("first")).containsExactly("", "2", "3");
        assertThat(asked(2)).containsExactly(CART, PRICE);
        assertThat(asked(3)).hasSize(1);
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.SAMPLE);
        assertThat(differing.remembered()).isEmpty();
        assertThat(news).containsExactly("finished 1: 2 passed", "finished 2: 2 passed", "finished 3: 2 passed");
        String argLine = maven.configurations().get(1).getChild("argLine").getValue();
        assertThat(argLine).contains("@" + directories.plans().resolve("renewed.args"));
        assertThat(maven.configurations().get(0).getChild("argLine")).isNull();
        assertThat(directories.plans().resolve("renewed.args"))
                .as("short rounds")
                .content()
                .contains("TieredStopAtLevel=1");
    }

    @Test
    void roundsThatAreNotNeededAreLeftOutByAll() throws Exception {
        endsAfter = 2;
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, FAILED);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    claim(properties, 2, 2);
                })
                .then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(maven.each("rounds")).containsExactly("1", "3", "2");
        assertThat(directories.last()).hasContent("2");
        assertThat(evidence.rounds()).hasSize(2).allMatch(RoundEvidence::complete);
        assertThat(evidence.freshClasses())
                .extracting("reason")
                .containsExactlyInAnyOrder(FreshReason.DIFFERS, FreshReason.SAMPLE);
        assertThat(differing.remembered()).containsOnlyKeys(CART);
    }

    @Test
    void aRoundThatBeganAtThatVeryMomentIsRunToItsEndByAll() throws Exception {
        endsAfter = 2;
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, PASSED);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    while (!Files.exists(directories.last())) {
                        Thread.onSpinWait();
                    }
                    worker(3, 1, RENEWED, CART, FAILED);
                    worker(3, 2, RENEWED, PRICE, PASSED);
                    claim(properties, 3, 3);
                })
                .then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(directories.last()).as("what fresh workers go by").hasContent("3");
        assertThat(maven.each("rounds")).containsExactly("1", "3", "3");
        assertThat(evidence.rounds()).hasSize(3).allMatch(RoundEvidence::complete);
    }

    @Test
    void nothingIsRenewedAfterAFirstRoundThatDecidesAll() throws Exception {
        endsAfter = 1;
        maven.then(first(FAILED));

        assertThat(run().rounds()).hasSize(1);
    }

    @Test
    void aRunWithClassesThatAreFreshFromTheStartHasAllRounds() throws Exception {
        endsAfter = 2;
        differing.remember(Map.of(CART, "it differed"));
        maven.then(first(PASSED)).then(renewedWithoutCart()).then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(directories.last()).doesNotExist();
        assertThat(evidence.rounds()).hasSize(ROUNDS).allMatch(RoundEvidence::complete);
    }

    @Test
    void aProjectThatSaysHowItsWorkersCompileIsLeftToItsWay() throws Exception {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom argLine = new Xpp3Dom("argLine");
        argLine.setValue("-Xmx1g -XX:TieredStopAtLevel=3");
        configuration.addChild(argLine);
        maven.then(first(PASSED)).then(renewed(PASSED)).then(fresh(50, PASSED));

        run(maven.surefire(configuration));

        assertThat(directories.plans().resolve("renewed.args")).content().doesNotContain("Tiered");
    }

    @Test
    void longRoundsAreOptimized() throws Exception {
        maven.then(properties -> {
                    first(PASSED).run(properties);
                    Files.delete(directories.journals().resolve("r1w1.journal"));
                    Journals.write(
                            directories.journals(),
                            "r1w1",
                            Map.of(),
                            Journals.classStarted(1, CART),
                            Journals.startedIn(1, 1, CART, "runs"),
                            Journals.finished(1, PASSED),
                            new JournalEntry.ClassFinished(1, CART, 200_000),
                            new JournalEntry.Finished(200_000));
                })
                .then(renewed(PASSED))
                .then(fresh(50, PASSED));

        run();

        assertThat(directories.plans().resolve("renewed.args")).content().doesNotContain("Tiered");
    }

    @Test
    void aClassThatDiffersIsRunFreshInAllRoundsAndRemembered() throws Exception {
        maven.then(first(PASSED)).then(renewed(FAILED)).then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(asked(3)).as("the sample is of the others").containsExactlyInAnyOrder(CART, PRICE);
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsOnly(PASSED);
        assertThat(evidence.tests().get(0).setAside()).hasSize(2);
        assertThat(differing.remembered()).containsOnlyKeys(CART);

        maven.then(first(PASSED)).then(renewedWithoutCart());
        maven.then(fresh(50, PASSED));
        Evidence later = run();
        assertThat(asked(2)).as("it is not tried again").containsExactly(PRICE);
        assertThat(later.findings()).isEmpty();
        assertThat(later.freshClasses())
                .extracting("reason")
                .containsExactly(FreshReason.REMEMBERED, FreshReason.SAMPLE);
    }

    @Test
    void aFailureThatFreshWorkersSeeTooIsNoDifference() throws Exception {
        // The class that was drawn differs: it has passed when it was renewed.
        maven.then(first(PASSED)).then(renewed(FAILED)).then(fresh(50, FAILED)).then(fresh(60, PASSED));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsExactly(PASSED, FAILED, FAILED);
        assertThat(differing.remembered()).doesNotContainKey(CART);
    }

    /** What a worker tells that is tried beside the rounds: all that it is to run passes, but for some. */
    private static FakeSurefire.Workers trying(Ending... endings) {
        Deque<Ending> open = new ArrayDeque<>(List.of(endings));
        return properties -> {
            List<JournalEntry> entries = new ArrayList<>();
            long execution = 0;
            for (String name : Files.readAllLines(Path.of(properties.getOrDefault("surefoot.worker.only", "")))) {
                Optional<Ending> own =
                        open.stream().filter(one -> one.className.equals(name)).findFirst();
                own.ifPresent(open::removeFirstOccurrence);
                entries.add(Journals.classStarted(3, name));
                entries.add(Journals.startedIn(
                        3, ++execution, name, own.map(Ending::test).orElse("runs")));
                entries.add(
                        Journals.finished(execution, own.map(Ending::outcome).orElse(PASSED)));
                entries.add(Journals.classFinished(3, name));
            }
            entries.add(new JournalEntry.Finished(2_000));
            Journals.write(
                    Path.of(properties.getOrDefault("surefoot.worker.journals", "")),
                    "r3w1",
                    entries.toArray(JournalEntry[]::new));
        };
    }

    /** How a test ends the next time that its class is tried. */
    private record Ending(String className, String test, Outcome outcome) {}

    private static Ending fails(String className) {
        return new Ending(className, "runs", FAILED);
    }

    private static Ending passes(String className) {
        return new Ending(className, "runs", PASSED);
    }

    /** It fails for what ran before it, which it would not where fresh workers run it alone. */
    @Test
    void aFailureThatAFreshWorkerSeesAfterTheSameClassesCounts() throws Exception {
        maven.then(first(PASSED)).then(renewed(FAILED)).then(fresh(50, PASSED)).inTrials(trying(fails(CART)));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsExactly(PASSED, PASSED, FAILED);
        assertThat(asked(3)).as("a sample of what never failed").containsExactly(PRICE);
        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.SAMPLE);
        assertThat(differing.remembered()).isEmpty();
        assertThat(news).contains("confirms r3w1: 1");
    }

    private FakeSurefire.Workers allFailing() {
        return properties -> {
            for (int round = 2; round <= ROUNDS; round++) {
                worker(round, 1, RENEWED, CART, FAILED);
                worker(round, 2, RENEWED, PRICE, PASSED);
            }
            claim(properties, ROUNDS, ROUNDS);
        };
    }

    @Test
    void whatAlsoFailsAloneInAFreshWorkerIsBrokenAndCostsOneMore() throws Exception {
        maven.then(first(FAILED)).then(allFailing()).then(fresh(50, PASSED)).inTrials(trying(fails(CART)));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsOnly(FAILED);
        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.SAMPLE);
        assertThat(news).noneMatch(line -> line.startsWith("confirms"));
    }

    /** The first round only happened to see it fail. */
    @Test
    void whatAFreshWorkerSeesPassWhereNobodyElseDidIsRunByFreshOnes() throws Exception {
        maven.then(first(FAILED)).then(allFailing()).then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsExactly(FAILED, PASSED, PASSED);
        assertThat(differing.remembered()).as("fresh workers have seen both").isEmpty();
        assertThat(news).contains("confirms r2w1: 1");
    }

    /** It fails in the trial for want of what ran beside it, say, and failed in the round for something else. */
    @Test
    void aFailureOfAnotherKindInATrialConfirmsNothing() throws Exception {
        Ending otherwise = new Ending(CART, "runs", Journals.failed("no neighbour"));
        maven.then(first(PASSED)).then(renewed(FAILED)).then(fresh(50, PASSED)).inTrials(trying(otherwise));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsOnly(PASSED);
        assertThat(evidence.freshClasses()).extracting("reason").contains(FreshReason.DIFFERS);
        assertThat(differing.remembered()).containsKey(CART);
    }

    /** What is known to fail in one way may fail in another where it is renewed: each is asked of. */
    @Test
    void aTestThatFailsInTwoWaysIsAskedOfBoth() throws Exception {
        Outcome otherwise = new Outcome.Errored(new Failure("java.lang.IllegalStateException", "something else", ""));
        maven.then(first(FAILED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, FAILED);
                    worker(3, 1, RENEWED, CART, otherwise);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    worker(3, 2, RENEWED, PRICE, PASSED);
                    claim(properties, ROUNDS, ROUNDS);
                })
                .then(fresh(50, FAILED))
                .inTrials(trying(fails(CART), fails(CART), fails(CART), fails(CART)));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsOnly(FAILED);
        assertThat(evidence.freshClasses()).extracting("reason").contains(FreshReason.DIFFERS);
    }

    private FakeSurefire.Workers tellingOf(JournalEntry fault) {
        return properties -> {
            renewed(PASSED).run(properties);
            Files.delete(directories.journals().resolve("r3w1.journal"));
            write(directories.journals(), RENEWED, fault);
        };
    }

    private static void write(Path journals, Map<String, String> about, JournalEntry fault) throws IOException {
        Journals.write(
                journals,
                "r3w1",
                about,
                Journals.classStarted(3, CART),
                Journals.startedIn(3, 1, CART, "runs"),
                fault,
                Journals.finished(1, PASSED),
                Journals.classFinished(3, CART),
                new JournalEntry.Finished(2_000));
    }

    /** What ran before it may have it told of: fresh workers that run the class alone need not see it. */
    @Test
    void aFaultThatAFreshWorkerTellsOfAfterTheSameClassesCounts() throws Exception {
        JournalEntry fault = new JournalEntry.MessageSeen("no such table", new TestId(CART, "runs"), 1_500);
        maven.then(first(PASSED)).then(tellingOf(fault)).then(fresh(50, PASSED)).inTrials(properties -> {
            Path only = Path.of(properties.getOrDefault("surefoot.worker.only", ""));
            if (Files.readAllLines(only).contains(CART)) {
                write(Path.of(properties.getOrDefault("surefoot.worker.journals", "")), Map.of(), fault);
            } else {
                trying().run(properties);
            }
        });

        Evidence evidence = run();

        assertThat(evidence.messages()).singleElement().satisfies(message -> assertThat(message.pattern())
                .isEqualTo("no such table"));
        assertThat(evidence.renewedFaults()).noneMatch(RenewedFault::setAside);
        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.SAMPLE);
        assertThat(differing.remembered()).isEmpty();
        assertThat(news).contains("confirms r3w1: 1");
    }

    @Test
    void aFaultThatNoFreshWorkerTellsOfBreaksNothing() throws Exception {
        JournalEntry fault = new JournalEntry.MessageSeen("no such table", new TestId(CART, "runs"), 1_500);
        maven.then(first(PASSED)).then(tellingOf(fault)).then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(evidence.messages()).isEmpty();
        assertThat(evidence.renewedFaults()).singleElement().matches(RenewedFault::onlyRenewed);
        assertThat(differing.remembered()).containsOnlyKeys(CART);
        assertThat(news).contains("confirms r3w1: 1");
    }

    @Test
    void aClassThatDiffersAndFailsAloneHasFreshWorkersRunAllOthersToo() throws Exception {
        maven.then(first(PASSED))
                .then(renewed(FAILED))
                .then(fresh(50, PASSED))
                .inTrials(trying(passes(CART), fails(CART), fails(CART)));

        Evidence evidence = run();

        assertThat(asked(3)).containsExactly(CART, PRICE);
        assertThat(maven.each("first")).containsExactly("", "2", "2");
        assertThat(evidence.freshClasses())
                .extracting("reason")
                .containsExactly(FreshReason.DIFFERS, FreshReason.COMPANY);
        assertThat(evidence.tests().get(1).setAside()).hasSize(2);
        assertThat(differing.remembered()).containsOnlyKeys(CART);

        maven.then(first(PASSED)).then(fresh(50, PASSED));
        assertThat(run().freshClasses()).isEmpty();
        assertThat(news)
                .contains(
                        "not renewed: " + CART + " is not the same when it is renewed, and what runs before it counts");
    }

    /** It fails after others, in each round, and a fresh worker that runs it alone would see it pass. */
    @Test
    void aRememberedClassThatPassesAloneAndNotInTheSuiteHasFreshWorkersRunAllOthersToo() throws Exception {
        differing.remember(Map.of(CART, "it differed"));
        maven.then(first(FAILED)).then(fresh(50, FAILED)).inTrials(trying(passes(CART), fails(CART)));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsOnly(FAILED);
        assertThat(maven.each("kind")).containsExactly("", "");
        assertThat(news).anyMatch(line -> line.startsWith("not renewed: " + CART));
    }

    @Test
    void oneThatOnlyHappenedToFailInTheFirstRoundRunsAlone() throws Exception {
        differing.remember(Map.of(CART, "it differed"));
        maven.then(first(FAILED))
                .then(renewedWithoutCart())
                .then(fresh(50, PASSED))
                .inTrials(trying(passes(CART), passes(CART)));

        Evidence evidence = run();

        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsExactly(FAILED, PASSED, PASSED);
        assertThat(maven.each("kind")).containsExactly("", "renewed", "");
    }

    /** What ran before it in the worker of the round ran in a JVM that is gone: to repeat that would confirm the damage. */
    @Test
    void whatFailsBehindAWorkerThatDiedIsNotConfirmedByRepeatingIt() throws Exception {
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, PASSED);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    Journals.write(
                            directories.journals(),
                            "r3w1",
                            RENEWED,
                            Journals.classStarted(3, CART),
                            Journals.startedIn(3, 1, CART, "runs"));
                    Journals.writeLater(
                            directories.journals(),
                            "r3w2",
                            RENEWED,
                            Journals.classStarted(3, PRICE),
                            Journals.startedIn(3, 1, PRICE, "runs"),
                            Journals.finished(1, FAILED),
                            Journals.classFinished(3, PRICE),
                            new JournalEntry.Finished(9_000));
                    claim(properties, ROUNDS, ROUNDS);
                })
                .then(fresh(50, PASSED))
                .inTrials(trying(passes(CART), passes(PRICE), fails(PRICE)));

        Evidence evidence = run();

        assertThat(evidence.tests())
                .allSatisfy(test ->
                        assertThat(test.executions()).extracting("outcome").containsOnly(PASSED));
        assertThat(news).contains("confirms r3w1: 1").doesNotContain("confirms r3w2: 1");
    }

    /** A polluter that runs alone anyway would have it fail, in a company that no suite has. */
    @Test
    void whatEndsOtherwiseBesideWhatRunsWithItIsNoSample() throws Exception {
        maven.then(first(PASSED))
                .then(renewed(FAILED))
                .then(fresh(50, PASSED))
                .inTrials(trying(passes(PRICE), fails(PRICE)));

        Evidence evidence = run();

        assertThat(asked(3)).containsExactly(CART);
        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.DIFFERS);
    }

    @Test
    void whatFailsAloneIsNoSample() throws Exception {
        maven.then(first(PASSED)).then(renewed(PASSED)).inTrials(trying(fails(CART), fails(PRICE)));

        Evidence evidence = run();

        assertThat(maven.each("kind")).containsExactly("", "renewed");
        assertThat(evidence.freshClasses()).isEmpty();
        assertThat(differing.remembered()).isEmpty();
    }

    /** As Pioneer's: an attempt that fails is told as aborted, and the next is another invocation. */
    @Test
    void whatAFrameworkTriesAgainUntilItPassesFailsInATrialAsInTheRounds() throws Exception {
        maven.then(properties -> {
                    first(PASSED).run(properties);
                    Files.delete(directories.journals().resolve("r1w1.journal"));
                    Journals.write(
                            directories.journals(),
                            "r1w1",
                            Journals.classStarted(1, CART),
                            Journals.startedIn(1, 1, CART, "retries()[1]"),
                            Journals.finished(1, PASSED),
                            Journals.classFinished(1, CART),
                            new JournalEntry.Finished(2_000));
                })
                .then(properties -> {
                    for (int round = 2; round <= ROUNDS; round++) {
                        attempts(directories.journals(), "r" + round + "w1", RENEWED, round);
                        worker(round, 2, RENEWED, PRICE, PASSED);
                    }
                    claim(properties, ROUNDS, ROUNDS);
                })
                .then(fresh(50, PASSED))
                .inTrials(properties -> {
                    Path journals = Path.of(properties.getOrDefault("surefoot.worker.journals", ""));
                    if (journals.toString().contains("alone")) {
                        trying().run(properties);
                    } else {
                        attempts(journals, "r3w1", Map.of(), 3);
                    }
                });

        Evidence evidence = run();

        assertThat(evidence.tests())
                .filteredOn(test -> test.id().name().equals("retries()[1]"))
                .singleElement()
                .matches(TestEvidence::fails);
        assertThat(evidence.freshClasses()).extracting("reason").doesNotContain(FreshReason.DIFFERS);
        assertThat(news).contains("confirms r2w1: 1", "confirms r3w1: 1");
    }

    private static void attempts(Path journals, String label, Map<String, String> about, int round) throws IOException {
        Outcome again = new Outcome.Aborted("will retry", Optional.of(new Failure("java.lang.AssertionError", "", "")));
        Journals.write(
                journals,
                label,
                about,
                Journals.classStarted(round, CART),
                Journals.startedIn(round, 1, CART, "retries()[1]"),
                Journals.finished(1, again),
                Journals.startedIn(round, 2, CART, "retries()[2]"),
                Journals.finished(2, PASSED),
                Journals.classFinished(round, CART),
                new JournalEntry.Finished(2_000));
    }

    /** An engine may run classes side by side: what began later may have a part in it. */
    @Test
    void whatBeganBeforeTheClassThatFailedHadEndedIsRepeatedToo() throws Exception {
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, PASSED);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    Journals.write(
                            directories.journals(),
                            "r3w1",
                            RENEWED,
                            new JournalEntry.ClassStarted(3, CART, 1_000),
                            Journals.startedIn(3, 1, CART, "runs"),
                            new JournalEntry.ClassStarted(3, PRICE, 1_100),
                            Journals.startedIn(3, 2, PRICE, "runs"),
                            Journals.finished(1, FAILED),
                            Journals.finished(2, PASSED),
                            new JournalEntry.ClassFinished(3, CART, 1_200),
                            new JournalEntry.ClassFinished(3, PRICE, 1_300),
                            new JournalEntry.Finished(2_000));
                    claim(properties, ROUNDS, ROUNDS);
                })
                .then(fresh(50, PASSED))
                .inTrials(trying(fails(CART)));

        Evidence evidence = run();

        assertThat(news).contains("confirms r3w1: 2");
        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsExactly(PASSED, PASSED, FAILED);
    }

    /** Another worker has the port, say, which none sees that runs the same alone. */
    @Test
    void whatFailsBesideOtherWorkersOnlyHasFreshOnesRunAllClasses() throws Exception {
        maven.then(first(PASSED))
                .then(renewed(FAILED))
                .then(properties -> {
                    for (int round = 2; round <= ROUNDS; round++) {
                        worker(round, 50, Map.of(), CART, FAILED);
                        worker(round, 51, Map.of(), PRICE, PASSED);
                    }
                    claim(properties, ROUNDS, ROUNDS);
                })
                .inTrials(trying(passes(CART), fails(CART)));

        Evidence evidence = run();

        assertThat(asked(3)).containsExactly(CART, PRICE);
        assertThat(news).contains("confirms r3w1: 1", "confirms a round");
        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsExactly(PASSED, FAILED, FAILED);
        assertThat(differing.remembered()).isEmpty();
    }

    @Test
    void whatFailedInTheFirstRoundTooIsRunBesideTheOthersWithoutFurtherTrial() throws Exception {
        maven.then(first(FAILED)).then(renewed(FAILED)).then(fresh(50, FAILED)).inTrials(trying());

        Evidence evidence = run();

        assertThat(asked(3)).containsExactly(CART, PRICE);
        assertThat(news).doesNotContain("confirms a round");
        assertThat(evidence.tests().get(0).executions()).extracting("outcome").containsOnly(FAILED);
    }

    @Test
    void roundsThatWereLeftOutForFailuresThatFreshWorkersTakeBackAreRun() throws Exception {
        endsAfter = 2;
        decided = false;
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, FAILED);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    claim(properties, 2, 2);
                })
                .then(fresh(50, PASSED))
                .then(properties -> {
                    worker(3, 2, RENEWED, PRICE, PASSED);
                    claim(properties, 3);
                })
                .then(fresh(60, PASSED));

        Evidence evidence = run();

        assertThat(maven.each("kind")).containsExactly("", "renewed", "", "renewed", "");
        assertThat(maven.each("first")).containsExactly("", "2", "2", "3", "3");
        assertThat(maven.each("rounds")).containsExactly("1", "3", "2", "3", "3");
        assertThat(directories.last()).doesNotExist();
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.rounds()).hasSize(3).allMatch(RoundEvidence::complete);
        assertThat(evidence.tests())
                .allSatisfy(test ->
                        assertThat(test.executions()).extracting("outcome").containsExactly(PASSED, PASSED, PASSED));
        assertThat(differing.remembered()).containsOnlyKeys(CART);
    }

    /** A worker that died has used up a fork of Surefire's. */
    @Test
    void whatFreshWorkersLeaveIsRunByMoreOfThem() throws Exception {
        maven.then(first(PASSED))
                .then(renewed(FAILED))
                .then(properties -> {
                    worker(2, 50, Map.of(), CART, PASSED);
                    worker(2, 51, Map.of(), PRICE, PASSED);
                    claim(properties, 2, 2);
                })
                .then(fresh(60, PASSED))
                .inTrials(trying(passes(CART), passes(CART), fails(CART), fails(CART)));

        Evidence evidence = run();

        assertThat(maven.each("first")).containsExactly("", "2", "2", "3");
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.tests())
                .allSatisfy(test ->
                        assertThat(test.executions()).extracting("outcome").containsOnly(PASSED));
        assertThat(differing.remembered()).containsOnlyKeys(CART);
    }

    @Test
    void whatTheSampleBringsToLightIsRunFreshInTheOtherRoundsToo() throws Exception {
        maven.then(first(PASSED)).then(renewed(PASSED)).then(fresh(50, FAILED)).then(fresh(60, PASSED));

        Evidence evidence = run();

        assertThat(asked(4)).isEqualTo(asked(3));
        assertThat(maven.each("rounds")).containsExactly("1", "3", "3", "2");
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.DIFFERS);
        assertThat(differing.remembered().keySet()).containsExactlyElementsOf(asked(3));
    }

    @Test
    void whatARenewedWorkerThatDiedHasLeftIsRunByAnother() throws Exception {
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, PRICE, PASSED);
                    // It dies in the test.
                    Journals.write(
                            directories.journals(),
                            "r2w2",
                            RENEWED,
                            Journals.classStarted(2, CART),
                            Journals.startedIn(2, 1, CART, "runs"));
                    claim(properties, 2, 2);
                    throw new MojoExecutionException("ExecutionException The forked VM terminated without properly"
                            + " saying goodbye.\nProcess Exit Code: 3");
                })
                .then(properties -> {
                    worker(3, 1, RENEWED, PRICE, PASSED);
                    claim(properties, ROUNDS, ROUNDS);
                })
                .then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(maven.each("kind")).containsExactly("", "renewed", "renewed", "");
        assertThat(asked(3)).containsExactlyInAnyOrder(CART, PRICE);
        assertThat(evidence.findings())
                .as("a renewed worker breaks nothing alone")
                .isEmpty();
        assertThat(differing.remembered()).containsOnlyKeys(CART);
    }

    @Test
    void aFaultOfNoOneClassHasFreshWorkersRunAllThatItsWorkerRan() throws Exception {
        maven.then(first(PASSED))
                .then(properties -> {
                    worker(2, 1, RENEWED, CART, PASSED);
                    worker(2, 2, RENEWED, PRICE, PASSED);
                    Journals.write(
                            directories.journals(),
                            "r3w1",
                            RENEWED,
                            Journals.classStarted(3, CART),
                            Journals.startedIn(3, 1, CART, "runs"),
                            Journals.finished(1, PASSED),
                            Journals.classFinished(3, CART),
                            Journals.classStarted(3, PRICE),
                            Journals.startedIn(3, 2, PRICE, "runs"),
                            Journals.finished(2, PASSED),
                            Journals.classFinished(3, PRICE),
                            new JournalEntry.Problem("a resource did not close", 1_900),
                            new JournalEntry.Finished(2_000));
                    claim(properties, ROUNDS, ROUNDS);
                })
                .then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(asked(3)).containsExactlyInAnyOrder(CART, PRICE);
        assertThat(maven.each("first")).containsExactly("", "2", "2");
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.problems()).as("only a renewed worker saw it").isEmpty();
        assertThat(evidence.renewedFaults()).singleElement().satisfies(fault -> assertThat(fault.onlyRenewed())
                .isTrue());
        assertThat(evidence.freshClasses()).extracting("reason").containsOnly(FreshReason.SUSPECT);
        assertThat(differing.remembered()).as("none is known to differ").isEmpty();
    }

    @Test
    void whatNoRenewedWorkerMovesIsRunFresh() throws Exception {
        maven.then(first(PASSED)).then(properties -> {}).then(fresh(50, PASSED));

        Evidence evidence = run();

        assertThat(maven.each("kind")).containsExactly("", "renewed", "");
        assertThat(asked(3)).containsExactly(CART, PRICE);
        assertThat(maven.each("first")).containsExactly("", "2", "2");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void whereClassesCannotBeRenewedAllRoundsAreFreshAndItIsSaid() throws Exception {
        obstacle = Optional.of("the project is a module");
        maven.then(first(PASSED)).then(fresh(50, PASSED));

        assertThat(run().findings()).isEmpty();
        assertThat(maven.each("kind")).containsExactly("", "");
        assertThat(maven.each("classPath")).containsExactly("", "");
        assertThat(news).contains("not renewed: the project is a module");
    }

    /** As by {@code -Dtest='CartTest$In'}: workers tell of CartTest. */
    @Test
    void whereANestedClassIsAskedForByItselfAllRoundsAreFresh() throws Exception {
        maven.then(properties -> {
                    first(PASSED).run(properties);
                    Files.write(plan(properties), List.of(CART + "$In", PRICE));
                })
                .then(fresh(50, PASSED));

        run();

        assertThat(maven.each("kind")).containsExactly("", "");
        assertThat(news).anyMatch(line -> line.startsWith("not renewed: " + CART + "$In is asked for by itself"));
    }

    @Test
    void aWorkerThatTellsNothingIsSuchACaseToo() throws Exception {
        maven.then(properties -> {
                    first(PASSED).run(properties);
                    Files.delete(Path.of(properties.getOrDefault("surefoot.worker.classPath", "")));
                })
                .then(fresh(50, PASSED));

        assertThat(run().findings()).isEmpty();
        assertThat(news).contains("not renewed: no worker of the first round has told of its class path");
    }
}
