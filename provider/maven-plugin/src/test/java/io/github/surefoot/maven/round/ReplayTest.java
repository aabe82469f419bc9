package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.round.Journals.CART;
import static io.github.surefoot.maven.round.Journals.PRICE;
import static io.github.surefoot.maven.round.Journals.classFinished;
import static io.github.surefoot.maven.round.Journals.classStarted;
import static io.github.surefoot.maven.round.Journals.failed;
import static io.github.surefoot.maven.round.Journals.finished;
import static io.github.surefoot.maven.round.Journals.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    private Path directory;

    private Replay fresh() throws Exception {
        Path file = Journals.write(
                directory,
                "r2w1",
                Map.of("suite", "abcdef", "seed", "42"),
                classStarted(2, PRICE),
                classFinished(2, PRICE),
                classStarted(2, CART),
                started(1, CART, "expires"),
                finished(1, failed("expected 1")));
        return Replay.of(file, OptionalInt.empty());
    }

    private Replay warm(OptionalInt round) throws Exception {
        Path file = Journals.write(
                directory,
                "w1",
                classStarted(1, PRICE),
                classStarted(1, CART),
                classStarted(2, CART),
                classStarted(1, "shop.OrderTest"),
                classStarted(3, PRICE));
        return Replay.of(file, round);
    }

    @Test
    void aFreshWorkerIsReplayedInItsOwnOrder() throws Exception {
        Replay replay = fresh();
        assertThat(replay.worker()).isEqualTo(new WorkerId("run-1", 2, 1));
        assertThat(replay.schedule()).isEqualTo(Map.of(2, List.of(PRICE, CART)));
    }

    @Test
    void whatItsJournalTellsIsThere() throws Exception {
        Replay replay = fresh();
        assertThat(replay.about("suite")).isEqualTo("abcdef");
        assertThat(replay.about("seed")).isEqualTo("42");
        assertThat(replay.about("dispatch")).isEmpty();
        assertThat(replay.failures())
                .isEqualTo(new Failures(Map.of(new TestId(CART, "expires"), "AssertionError: expected 1"), 1));
    }

    @Test
    void aWarmWorkerIsReplayedRoundByRound() throws Exception {
        Replay replay = warm(OptionalInt.empty());
        assertThat(replay.schedule())
                .isEqualTo(Map.of(1, List.of(PRICE, CART, "shop.OrderTest"), 2, List.of(CART), 3, List.of(PRICE)));
        assertThat(replay.schedule().keySet()).containsExactly(1, 2, 3);
        assertThat(replay.rounds()).isEqualTo(3);
    }

    @Test
    void oneRoundOfAWarmWorkerIsOnlyThat() throws Exception {
        assertThat(warm(OptionalInt.of(2)).schedule()).isEqualTo(Map.of(2, List.of(CART)));
    }

    @Test
    void aWorkerThatTookUpNothingHasAnEmptySchedule() throws Exception {
        Replay replay = Replay.of(Journals.write(directory, "r1w1"), OptionalInt.empty());
        assertThat(replay.schedule()).isEmpty();
        assertThat(replay.rounds()).isEqualTo(1);
    }

    @Test
    void theJournalOfARunCannotBeReplayed() throws Exception {
        JournalEntry.RunStarted header = new JournalEntry.RunStarted(
                "run-1", "shop:shop", 5, 2, false, "configured", OptionalLong.empty(), "abcdef", 1_000, Map.of());
        try (RunJournal journal = RunJournal.start(directory, header, Clock.systemUTC())) {
            journal.finished();
        }
        assertThatThrownBy(() -> Replay.of(directory.resolve(JournalDirectory.RUN), OptionalInt.empty()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(directory.resolve("run.journal") + " is the journal of a run, not of a worker."
                        + " Give the journal of a worker, for example r2w1.journal beside it.");
    }

    @Test
    void whatBecameOfItIsReadFromItsOwnJournals() throws Exception {
        RunDirectories directories = new RunDirectories(directory);
        RunDirectories own = new RunDirectories(directory.resolve("replay"));
        own.prepare();
        assertThatThrownBy(() -> Replay.outcome(directories))
                .isInstanceOf(IOException.class)
                .hasMessage("the replay left no journal in " + own.journals());
        Files.writeString(own.journals().resolve("notes.txt"), "no journal");
        Journals.write(own.journals(), "r2w1", started(1, CART, "expires"));
        assertThat(Replay.outcome(directories).tests()).containsOnlyKeys(new TestId(CART, "expires"));
    }
}
