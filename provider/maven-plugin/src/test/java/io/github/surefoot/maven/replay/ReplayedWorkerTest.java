package io.github.surefoot.maven.replay;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static io.github.surefoot.maven.Journals.classFinished;
import static io.github.surefoot.maven.Journals.classStarted;
import static io.github.surefoot.maven.Journals.failed;
import static io.github.surefoot.maven.Journals.finished;
import static io.github.surefoot.maven.Journals.started;
import static io.github.surefoot.maven.Journals.startedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.analysis.schedule.ScheduledClass;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.maven.Journals;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.round.WorkerFailures;
import io.github.surefoot.maven.round.WorkerFailures.Executed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayedWorkerTest {
    private static final Executed EXPIRES_IN_2 = new Executed(2, new TestId(CART, "expires"), 1);

    @TempDir
    private Path journals;

    private void fresh(String label) throws IOException {
        Journals.write(
                journals,
                label,
                Map.of("suite", "abcdef", "seed", "42", "filter.groups", "quick"),
                classStarted(2, PRICE),
                classFinished(2, PRICE),
                classStarted(2, CART),
                startedIn(2, 1, CART, "expires"),
                finished(1, failed("expected 1")));
    }

    private void warm() throws IOException {
        Journals.write(
                journals,
                "w1",
                classStarted(1, PRICE),
                classStarted(1, CART),
                started(1, CART, "expires"),
                finished(1, failed("expected 1")),
                classStarted(2, CART),
                classStarted(1, "shop.OrderTest"),
                classStarted(3, PRICE));
    }

    private ReplayedWorker find(String label) throws Exception {
        return ReplayedWorker.find(Optional.of(label), null, journals, Optional.empty(), "mvn test");
    }

    private static Map<Integer, List<String>> names(Schedule schedule) {
        Map<Integer, List<String>> names = new LinkedHashMap<>();
        schedule.rounds()
                .forEach((round, classes) -> names.put(
                        round, classes.stream().map(ScheduledClass::name).toList()));
        return names;
    }

    @Test
    void aFreshWorkerIsReplayedInItsOwnOrder() throws Exception {
        fresh("r2w1");
        Schedule schedule = find("r2w1").schedule();
        assertThat(schedule.worker()).isEqualTo(new WorkerId("run-1", 2, 1));
        assertThat(names(schedule)).isEqualTo(Map.of(2, List.of(PRICE, CART)));
    }

    @Test
    void whatItsJournalTellsIsThere() throws Exception {
        fresh("r2w1");
        ReplayedWorker replayed = find(" r2w1 ");
        assertThat(replayed.schedule().suite()).isEqualTo("abcdef");
        assertThat(replayed.schedule().seed()).isEqualTo(OptionalLong.of(42));
        assertThat(replayed.schedule().filters()).isEqualTo(Map.of("groups", "quick"));
        assertThat(replayed.failures())
                .isEqualTo(
                        new WorkerFailures(Map.of(EXPIRES_IN_2, "AssertionError: expected 1"), Set.of(EXPIRES_IN_2)));
        assertThat(replayed.text()).isEqualTo("2 classes, order , seed 42");
    }

    @Test
    void aWarmWorkerIsReplayedRoundByRound() throws Exception {
        warm();
        ReplayedWorker replayed = find("w1");
        assertThat(names(replayed.schedule()))
                .isEqualTo(Map.of(1, List.of(PRICE, CART, "shop.OrderTest"), 2, List.of(CART), 3, List.of(PRICE)));
        assertThat(replayed.schedule().rounds().keySet()).containsExactly(1, 2, 3);
        assertThat(replayed.schedule().lastRound()).isEqualTo(3);
        assertThat(replayed.failures().failed()).hasSize(1);
        assertThat(replayed.round()).isEmpty();
    }

    @Test
    void oneRoundOfAWarmWorkerIsRunWithWhatCameBeforeInItsJvm() throws Exception {
        warm();
        ReplayedWorker replayed = find("r2w1");
        assertThat(names(replayed.schedule()))
                .isEqualTo(Map.of(1, List.of(PRICE, CART, "shop.OrderTest"), 2, List.of(CART)));
        assertThat(replayed.schedule().worker().isWarm()).isTrue();
        assertThat(replayed.label()).isEqualTo("r2w1");
        assertThat(replayed.failures().failed()).as("of that round").isEmpty();
        assertThat(replayed.text()).startsWith("4 classes, those of round 1 included, which ran before in its JVM");
        assertThat(find("r1w1").text()).startsWith("3 classes, order");
        assertThat(find("r1w1").failures().failed()).hasSize(1);
    }

    @Test
    void aRoundThatAWarmWorkerDidNotRunIsRefused() throws Exception {
        warm();
        assertThatThrownBy(() -> find("r4w1"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("w1 ran nothing in round 4; it ran classes of rounds [1, 2, 3].");
    }

    @Test
    void aPartKeepsItsOrder() throws Exception {
        warm();
        ReplayedWorker replayed = ReplayedWorker.find(
                Optional.of("w1"), null, journals, Optional.of("OrderTest, shop.PriceTest"), "mvn test");
        assertThat(names(replayed.schedule()))
                .isEqualTo(Map.of(1, List.of(PRICE, "shop.OrderTest"), 2, List.of(), 3, List.of(PRICE)));
        assertThat(replayed.text()).startsWith("3 classes (2 left out: surefoot.replay.only)");
        assertThat(replayed.failures().failed()).as("of that part").isEmpty();
        assertThatThrownBy(
                        () -> ReplayedWorker.find(Optional.of("w1"), null, journals, Optional.of("NoTest"), "mvn test"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.replay.only is 'NoTest'")
                .hasMessageContaining("It ran " + CART + ", shop.OrderTest, " + PRICE);
    }

    @Test
    void aJournalThatIsNamedNeedsNoWorker() throws Exception {
        fresh("r2w1");
        Path elsewhere = Files.move(journals.resolve("r2w1.journal"), journals.resolve("from-ci"));
        ReplayedWorker replayed = ReplayedWorker.find(
                Optional.empty(), elsewhere, journals.resolve("none"), Optional.empty(), "mvn test");
        assertThat(replayed.label()).isEqualTo("r2w1");
    }

    @Test
    void aWorkerThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
        fresh("r2w1");
        assertThatThrownBy(() -> find("r9w9"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no journal " + journals.resolve("r9w9.journal")
                        + ". The last run had these workers: r2w1");
    }

    @Test
    void whatNamesNoWorkerIsRefused() {
        assertThatThrownBy(() -> find("worker one"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.worker is 'worker one'");
        assertThatThrownBy(() -> ReplayedWorker.find(
                        Optional.empty(), null, journals.resolve("none"), Optional.empty(), "mvn test"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("No run has left journals in " + journals.resolve("none"));
    }

    @Test
    void theJournalOfARunCannotBeReplayed() throws Exception {
        Path file = journals.resolve("run.journal");
        JournalEntry.RunStarted header = new JournalEntry.RunStarted(
                "run-1",
                "shop:shop",
                5,
                2,
                WorkerKind.FRESH,
                "configured",
                OptionalLong.empty(),
                "abcdef",
                1_000,
                Map.of());
        try (JournalWriter writer = JournalWriter.create(file, header)) {
            writer.append(new JournalEntry.Finished(2_000));
        }
        assertThatThrownBy(() -> ReplayedWorker.find(Optional.empty(), file, journals, Optional.empty(), "mvn test"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(file + " is the journal of a run, not of a worker."
                        + " Give the journal of a worker, for example r2w1.journal beside it.");
    }

    @Test
    void aJournalWithoutAUsableSeedIsRefused() throws Exception {
        Journals.write(journals, "r1w1", Map.of("seed", "forty-two"));
        assertThatThrownBy(() -> find("r1w1"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        journals.resolve("r1w1.journal") + " cannot be replayed: its seed 'forty-two' is no number.");
    }

    @Test
    void whatBecameOfItIsReadFromItsOwnJournals() throws Exception {
        fresh("r2w1");
        RunDirectories module = new RunDirectories(journals);
        RunDirectories own = new RunDirectories(journals.resolve("replay"));
        own.prepare();
        Replay replay = new Replay(find("r2w1"), module);
        assertThatThrownBy(replay::outcome)
                .isInstanceOf(IOException.class)
                .hasMessage("the replay left no journal in " + own.journals());
        Files.writeString(own.journals().resolve("notes.txt"), "no journal");
        Journals.write(own.journals(), "r2w1", startedIn(2, 1, CART, "expires"));
        assertThat(replay.outcome().failed()).isTrue();
        assertThat(replay.outcome().lines())
                .containsExactly(new ConsoleLine(
                        ConsoleLine.Level.ERROR, "  CartTest.expires failed again: crashed its worker"));
    }
}
