package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.round.Journals.CART;
import static io.github.surefoot.maven.round.Journals.PRICE;
import static io.github.surefoot.maven.round.Journals.classFinished;
import static io.github.surefoot.maven.round.Journals.classStarted;
import static io.github.surefoot.maven.round.Journals.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundEngineTest implements RoundListener {
    private final FakeSurefire maven = new FakeSurefire();
    private final List<String> news = new ArrayList<>();
    private int lastRound = Integer.MAX_VALUE;

    @TempDir
    private Path root;

    private RunDirectories directories = new RunDirectories(Path.of(""));

    @BeforeEach
    void directories() {
        directories = new RunDirectories(root);
    }

    @Override
    public boolean roundFinished(int round, long millis) {
        news.add("finished " + round);
        return round < lastRound;
    }

    @Override
    public void underWay(Progress progress) {}

    @Override
    public void roundDone(int round, RoundTally tally, long millis) {
        news.add("done " + round);
    }

    @Override
    public void takenUpAgain(int round, int classes, String fault) {
        news.add("again " + round + ": " + classes + " after " + fault);
    }

    private SurefireResult run(String... settings) throws MojoExecutionException, IOException {
        Map<String, String> given = Map.of(settings[0], settings[1], settings[2], settings[3]);
        Run run = new Run(
                "run-1",
                "shop:shop",
                RunSettings.parse(name -> Optional.ofNullable(given.get(name)), new Random(1)),
                2,
                "abcdef",
                Map.of("surefoot.database", "none"),
                Map.of("test", "Cart*"),
                Map.of());
        return new RoundEngine(maven.surefire(), run, directories, this).run();
    }

    private SurefireResult fresh(int rounds) throws MojoExecutionException, IOException {
        return run("surefoot.rounds", Integer.toString(rounds), "surefoot.reuseWorkers", "false");
    }

    /** Does as a worker does: takes up classes, and writes it down. */
    private FakeSurefire.Workers worker(String label, String... classes) {
        return properties -> {
            Path plan = Path.of(properties.getOrDefault("surefoot.worker.plan", ""));
            if (!properties.containsKey("surefoot.worker.only")) {
                Files.write(plan, List.of(CART, PRICE));
            }
            int round = Math.max(1, Integer.parseInt(properties.getOrDefault("surefoot.worker.round", "")));
            JournalEntry[] entries = Stream.of(classes)
                    .flatMap(name ->
                            Stream.of(classStarted(round, name), started(1, name, "runs"), classFinished(round, name)))
                    .toArray(JournalEntry[]::new);
            Journals.write(directories.journals(), label, entries);
        };
    }

    private FakeSurefire.Workers dying(String label, String... classes) {
        return properties -> {
            worker(label, classes).run(properties);
            throw new MojoExecutionException("The forked VM terminated.\nCommand was java -Dpassword=hunter2");
        };
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
    void everyRoundIsAnExecutionOfItsOwn() throws Exception {
        IntStream.rangeClosed(1, 3).forEach(round -> maven.then(worker("r" + round + "w1", CART, PRICE)));
        assertThat(fresh(3)).isInstanceOf(SurefireResult.Content.class);
        assertThat(maven.each("round")).containsExactly("1", "2", "3");
        assertThat(maven.each("about.filter.test")).containsOnly("Cart*");
        assertThat(news).containsExactly("finished 1", "finished 2", "finished 3");
        assertThat(rounds()).containsExactly("1-1 ", "2-1 ", "3-1 ");
        assertThat(maven.configurations())
                .extracting(configuration ->
                        configuration.getChild("reportsDirectory").getValue())
                .doesNotHaveDuplicates();
        assertThat(maven.configurations()).allSatisfy(configuration -> assertThat(
                        configuration.getChild("forkCount").getValue())
                .isEqualTo("2"));
    }

    @Test
    void whatADeadWorkerLeftIsTakenUpByAnother() throws Exception {
        maven.then(dying("r1w1", CART)).then(worker("r1w2", PRICE)).then(worker("r2w1", CART, PRICE));
        fresh(2);
        assertThat(maven.each("round")).containsExactly("1", "1", "2");
        assertThat(directories.only(1, 2)).hasContent(PRICE);
        assertThat(news).containsExactly("again 1: 1 after The forked VM terminated.", "finished 1", "finished 2");
        assertThat(rounds()).containsExactly("1-1 The forked VM terminated.", "1-2 ", "2-1 ");
    }

    @Test
    void whenNothingMovesItIsLeftToTheJudge() throws Exception {
        maven.then(dying("r1w1", CART)).then(dying("r1w2")).then(worker("r2w1", CART, PRICE));
        fresh(2);
        assertThat(maven.each("round")).containsExactly("1", "1", "2");
        assertThat(RoundState.read(directories.journals()).leftOf(List.of(CART, PRICE), 1))
                .containsExactly(PRICE);
    }

    @Test
    void aRunWithoutASingleTestIsRefusedInItsFirstRound() {
        maven.then(dying("r1w1"));
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> fresh(5))
                .withMessageContaining("nothing to judge")
                .withMessageNotContaining("hunter2");
        assertThat(maven.each("round")).containsExactly("1");
    }

    @Test
    void theListenerMayEndTheRun() throws Exception {
        lastRound = 1;
        maven.then(worker("r1w1", CART, PRICE));
        fresh(5);
        assertThat(news).containsExactly("finished 1");
    }

    @Test
    void warmWorkersRunAllRoundsInOneExecution() throws Exception {
        maven.then(worker("w1", CART, PRICE));
        run("surefoot.rounds", "1", "surefoot.reuseWorkers", "true");
        assertThat(maven.each("round")).containsExactly("0");
        assertThat(maven.configurations().get(0).getChild("reuseForks").getValue())
                .isEqualTo("true");
        assertThat(news).containsExactly("done 1", "finished 1");
    }
}
