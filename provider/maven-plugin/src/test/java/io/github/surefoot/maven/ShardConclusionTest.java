package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shard's build breaks for what no other shard can mend, and for nothing else. */
class ShardConclusionTest {
    @TempDir
    Path directory;

    /** Judges a shard of one class with one test, of which each letter is a round, P or F, or C for a worker that dies. */
    private Optional<ShardConclusion> conclude(Shard shard, ShardBy by, String outcomes, String gate, String threshold)
            throws IOException {
        for (int round = 1; round <= outcomes.length(); round++) {
            char letter = outcomes.charAt(round - 1);
            JournalEntry started = Journals.startedIn(round, 1, Journals.CART, "expires");
            if (letter == 'C') {
                Journals.write(directory, "r" + round + "w1", Journals.classStarted(round, Journals.CART), started);
            } else {
                Journals.write(
                        directory,
                        "r" + round + "w1",
                        Journals.classStarted(round, Journals.CART),
                        started,
                        Journals.finished(1, letter == 'F' ? Journals.failed("no") : new Outcome.Passed()),
                        Journals.classFinished(round, Journals.CART),
                        new JournalEntry.Finished(1_000));
            }
        }
        plan(shard, by, outcomes.length(), true);
        return conclude(gate, threshold);
    }

    private Optional<ShardConclusion> conclude(String gate, String threshold) throws IOException {
        Reporting reporting = new Reporting(
                List.of(),
                List.of(),
                Duration.ofSeconds(2),
                new Commands("", "", "mvn whole.name:check", ""),
                Optional.empty());
        Judgement judgement = new Judge(
                        GateSettings.parse(gate, threshold, null, false), Categories.defaults(), reporting)
                .judge(List.of(directory));
        return ShardConclusion.of(judgement);
    }

    private void plan(Shard shard, ShardBy by, int rounds, boolean classes) throws IOException {
        Map<String, String> about = Map.of(
                ShardFact.SHARD, shard.text(),
                ShardFact.BY, by.word(),
                ShardFact.ROUNDS, Integer.toString(by == ShardBy.CLASSES ? rounds : rounds * shard.total()));
        try (JournalWriter journal = JournalWriter.create(
                directory.resolve("run.journal"),
                new JournalEntry.RunStarted(
                        "run-1",
                        "shop:app",
                        rounds,
                        1,
                        WorkerKind.FRESH,
                        "configured",
                        OptionalLong.empty(),
                        "suite",
                        1_000,
                        about))) {
            for (int round = 1; round <= rounds; round++) {
                journal.append(new JournalEntry.RoundStarted(round, 1, 1_000));
                if (classes) {
                    journal.append(new JournalEntry.ClassPlanned(round, Journals.CART));
                }
                journal.append(new JournalEntry.RoundFinished(round, 1, "", 2_000));
            }
            journal.append(new JournalEntry.ResourceEvent(
                    ShardFact.RESOURCE, ShardFact.PLANNED, Map.of(ShardFact.PLAN, "0123456789abcdef"), 2_000));
            journal.append(new JournalEntry.Finished(2_000));
        }
    }

    @Test
    void whatPassesHasNoVerdict() throws IOException {
        ShardConclusion part =
                conclude(new Shard(2, 3), ShardBy.CLASSES, "PP", "test", "95").orElseThrow();
        assertThat(part.whyBroken()).isEmpty();
        assertThat(part.warnings()).isEmpty();
        assertThat(part.sentence())
                .isEqualTo("Surefoot: shard 2 of 3 is done (1 class, 1 test). It has no verdict of its own: mvn"
                        + " whole.name:check -Dsurefoot.journals=DIRECTORY,DIRECTORY,… gives that of all 3.");
    }

    @Test
    void aShardThatNoClassIsLeftForSaysWhy() throws IOException {
        plan(new Shard(9, 9), ShardBy.CLASSES, 2, false);
        assertThat(conclude("test", "95").orElseThrow().sentence())
                .startsWith(
                        "Surefoot: shard 9 of 9 is done (no class is left for it, since there are fewer classes than"
                                + " shards). It has no verdict of its own");
    }

    @Test
    void aTestBelowTheThresholdIsFinalByClassesAndNotByRounds() throws IOException {
        assertThat(conclude(new Shard(2, 3), ShardBy.CLASSES, "PF", "test", "95")
                        .orElseThrow()
                        .whyBroken())
                .hasValueSatisfying(why -> assertThat(why).startsWith("CartTest.expires "));
    }

    @Test
    void byRoundsOthersMayPass() throws IOException {
        ShardConclusion part =
                conclude(new Shard(2, 3), ShardBy.ROUNDS, "FF", "test", "95").orElseThrow();
        assertThat(part.whyBroken()).isEmpty();
        assertThat(part.warnings()).containsExactly("  CartTest.expires passed 0 of 2 rounds of this shard");
    }

    @Test
    void byClassesTheExecutionsOfOthersMayBeEnough() throws IOException {
        assertThat(conclude(new Shard(2, 3), ShardBy.CLASSES, "PF", "execution", "95")
                        .orElseThrow()
                        .whyBroken())
                .isEmpty();
    }

    @Test
    void aDeadWorkerIsFinal() throws IOException {
        ShardConclusion part =
                conclude(new Shard(2, 3), ShardBy.ROUNDS, "PC", "test", "50").orElseThrow();
        assertThat(part.whyBroken()).hasValueSatisfying(why -> assertThat(part.failure(why))
                .startsWith("Surefoot: with shard 2 of 3 the run cannot be held: Worker r2w1"));
    }
}
