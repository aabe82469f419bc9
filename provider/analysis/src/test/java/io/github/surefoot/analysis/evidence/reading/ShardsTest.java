package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.ShardFacts;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardPlan;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards in files, read together. What befalls them by chance is in {@link ShardSimulationTest}. */
class ShardsTest {
    private static final List<String> CLASSES = List.of("ATest", "BTest", "CTest");

    @TempDir
    Path dir;

    private static Map<String, String> header(String shard, ShardBy by, String... more) {
        Map<String, String> header = new HashMap<>(Map.of(
                ShardFact.SHARD, shard, ShardFact.BY, by.word(), ShardFact.ROUNDS, "2", ShardFact.DURATIONS, "none"));
        for (int i = 0; i < more.length; i += 2) {
            header.put(more[i], more[i + 1]);
        }
        return header;
    }

    /** Writes a shard by classes of three classes that pass in two rounds. */
    private Path shard(String name, int index, String... more) throws IOException {
        return script(name, index, more).write();
    }

    private JournalScript script(String name, int index, String... more) {
        ShardPlan plan = ShardPlan.of(CLASSES, Map.of(), 3);
        Shard shard = new Shard(index, 3);
        JournalScript script = new JournalScript(dir.resolve(name), 2)
                .named(name, "suite-1")
                .shard(header(shard.text(), ShardBy.CLASSES, more), plan.fingerprint());
        plan.classes(shard).forEach(className -> script.test(className, "runs", "PP"));
        return script;
    }

    private static Evidence read(Path... directories) {
        return EvidenceReader.read(Arrays.asList(directories));
    }

    @Test
    void shardsByClassesAreOneRun() throws IOException {
        Evidence evidence = read(shard("c", 3), shard("a", 1), shard("b", 2));

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.isPart()).isFalse();
        assertThat(evidence.run().run()).isEqualTo("a + b + c");
        assertThat(evidence.run().plannedRounds()).isEqualTo(2);
        assertThat(evidence.completedRounds()).isEqualTo(2);
        assertThat(evidence.tests()).hasSize(3).allSatisfy(test -> assertThat(test.executions())
                .hasSize(2));
        assertThat(evidence.run().about()).doesNotContainKeys(ShardFact.SHARD, ShardFact.BY);
        assertThat(evidence.run().shards())
                .extracting(ShardFacts::shard, ShardFacts::run, ShardFacts::classes, ShardFacts::rounds)
                .containsExactly(
                        tuple(new Shard(1, 3), "a", 1, 2),
                        tuple(new Shard(2, 3), "b", 1, 2),
                        tuple(new Shard(3, 3), "c", 1, 2));
        assertThat(evidence.workers()).extracting(worker -> worker.id().label()).doesNotHaveDuplicates();
    }

    @Test
    void shardsByRoundsAreOneRunInTheOrderOfTheirRounds() throws IOException {
        List<Path> directories = new ArrayList<>();
        for (String name : List.of("2", "1")) {
            directories.add(new JournalScript(dir.resolve(name), 1)
                    .named("run-" + name, "suite-1")
                    .test("ATest", "runs", name.equals("1") ? "F" : "P")
                    .shard(header(name + "/2", ShardBy.ROUNDS), ShardPlan.fingerprint(List.of(List.of("ATest"))))
                    .write());
        }
        Evidence evidence = EvidenceReader.read(directories);

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.run().plannedRounds()).isEqualTo(2);
        assertThat(evidence.tests()).singleElement().satisfies(test -> assertThat(test.executions())
                .extracting(e -> e.round() + " " + e.outcome().word())
                .containsExactly("1 failed", "2 passed"));
    }

    @Test
    void warmWorkersOfShardsAreToldApart() throws IOException {
        Evidence evidence = read(
                script("a", 1).on(WorkerKind.WARM).write(),
                script("b", 2).on(WorkerKind.WARM).write(),
                script("c", 3).on(WorkerKind.WARM).write());
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aShardAloneIsAPart() throws IOException {
        Evidence evidence = read(shard("b", 2));
        assertThat(evidence.isPart()).isTrue();
        assertThat(evidence.findings()).extracting(Finding::kind).containsExactly(Kind.SHARD_MISSING);
        assertThat(evidence.findings().get(0).sentence())
                .startsWith("Shards 1, 3 of 3 are not there, and what they ran is not known. Judge all together:");
        assertThat(evidence.workers().get(0).id().label()).isEqualTo("r1w1");
    }

    @Test
    void aShardThatIsNotThereIsNamed() throws IOException {
        Evidence evidence = read(shard("a", 1), shard("c", 3));
        assertThat(evidence.findings())
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .startsWith("Shard 2 of 3 is not there");
    }

    @Test
    void aShardThatIsThereTwiceIsNamedWithBothPlaces() throws IOException {
        Path a = shard("a", 1);
        Evidence evidence = read(a, shard("b", 2), shard("c", 3), shard("again", 2), a);
        assertThat(evidence.findings()).extracting(Finding::kind).containsOnly(Kind.SHARD_TWICE);
        assertThat(evidence.findings())
                .extracting(Finding::sentence)
                .satisfiesExactlyInAnyOrder(
                        b -> assertThat(b)
                                .startsWith("Shard 2 of 3 is there twice, in ")
                                .contains(
                                        dir.resolve("b").toString(),
                                        dir.resolve("again").toString()),
                        first -> assertThat(first).startsWith("Shard 1 of 3 is there twice"));
        assertThat(evidence.tests()).hasSize(3);
    }

    @Test
    void aShardOfAnotherRunIsNamedWithWhatIsOtherwise() throws IOException {
        Path commit = shard("commit", 1, "commit", "beef");
        Path settings = shard("settings", 2, ShardFact.WITH + "surefoot.testTimeout", "9s", ShardFact.ROUNDS, "4");
        Path durations = shard("durations", 2, ShardFact.DURATIONS, "0123456789abcdef");
        Path suite = script("suite", 2).named("suite", "suite-2").write();
        Path a = shard("a", 1);
        Path b = shard("b", 2);
        Path c = shard("c", 3);

        assertThat(foreign(commit, b, c))
                .contains("Shard 1 of 3", commit.resolve("run.journal").toString(), "commit beef, not unknown");
        assertThat(foreign(a, settings, c))
                .contains("Shard 2 of 3", "rounds 4, not 2", "surefoot.testTimeout 9s, not none");
        assertThat(foreign(a, durations, c)).contains("durations 0123456789abcdef, not none", "the same history");
        assertThat(foreign(a, suite, c)).contains("class path and sources suite-2, not suite-1");
    }

    private static String foreign(Path... directories) {
        List<Finding> findings = read(directories).findings();
        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.SHARD_FOREIGN, Kind.SHARD_MISSING);
        return findings.get(0).sentence();
    }

    @Test
    void aWholeRunAmongShardsIsForeign() throws IOException {
        Path whole = new JournalScript(dir.resolve("whole"), 2)
                .named("whole", "suite-1")
                .test("ATest", "runs", "PP")
                .write();
        assertThat(read(shard("a", 1), shard("b", 2), shard("c", 3), whole).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.SHARD_FOREIGN);
                    assertThat(finding.sentence()).contains(whole.toString(), "is no shard");
                });
    }

    @Test
    void aShardThatWasBrokenOffIsNamed() throws IOException {
        Path b = shard("b", 2);
        Path journal = b.resolve("run.journal");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 2));
        assertThat(read(shard("a", 1), b, shard("c", 3)).findings())
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Shard 2 of 3 is half-written. "))
                .anySatisfy(
                        sentence -> assertThat(sentence).startsWith("Shard 2 of 3 is half-written: it ended before"));
    }

    @Test
    void aShardWhoseWorkersJournalsAreGoneIsNamed() throws IOException {
        Path b = shard("b", 2);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(b, "*w*.journal")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        assertThat(read(shard("a", 1), b, shard("c", 3)).findings())
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Shard 2 of 3 has no journal of any worker, and had a class to run."));
    }

    @Test
    void aShardWhoseWorkersJournalHasLostItsEndIsHalfWritten() throws IOException {
        Path b = script("b", 2).test("BTest", "walks", "PP").write();
        Path journal = b.resolve("r2w1.journal");
        List<String> lines = Files.readAllLines(journal);
        for (int kept = 2; kept < lines.size(); kept++) {
            Files.write(journal, lines.subList(0, kept));

            Evidence evidence = read(shard("a" + kept, 1), b, shard("c" + kept, 3));

            assertThat(evidence.findings())
                    .as("the first " + kept + " lines of it")
                    .isNotEmpty()
                    .noneMatch(finding -> finding.kind().breaks())
                    .extracting(Finding::sentence)
                    .contains("Shard 2 of 3 is half-written: " + journal
                            + " is cut off, although Maven saw its worker end"
                            + " well. Take all of that file from its machine, or run that shard again.");
            assertThat(evidence.failing()).isEmpty();
        }
    }

    @Test
    void aWorkerOfAShardThatMavenSawDieHasDied() throws IOException {
        Path b = script("b", 2).test("BTest", "walks", "PC").write();

        assertThat(read(shard("a", 1), b, shard("c", 3)).findings())
                .extracting(Finding::kind)
                .contains(Kind.WORKER_DIED)
                .doesNotContain(Kind.SHARD_MISSING);
    }

    @Test
    void aDirectoryWhoseOwnJournalIsGoneIsNamedOnce() throws IOException {
        Path b = shard("b", 2);
        Files.delete(b.resolve("run.journal"));

        assertThat(read(shard("a", 1), b, shard("c", 3)).findings())
                .extracting(Finding::sentence)
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing).startsWith("Shard 2 of 3 is not there"),
                        foreign -> assertThat(foreign)
                                .startsWith(
                                        b.resolve("r1w1.journal") + " and one more in its directory belong to run b,"
                                                + " not to a + c: Maven's own journal of it, run.journal, is not there or cannot"
                                                + " be read."));
    }

    @Test
    void otherDurationsAreNoReasonWhereMoreIsOtherwise() throws IOException {
        Path other = shard("other", 2, ShardFact.DURATIONS, "0123456789abcdef", ShardFact.ROUNDS, "4");

        assertThat(foreign(shard("a", 1), other, shard("c", 3)))
                .contains("durations 0123456789abcdef, not none; rounds 4, not 2")
                .endsWith(" Merge the shards of one run.");
    }

    @Test
    void classesThatAreNotThoseOfThePlanAreTold() throws IOException {
        Path less = new JournalScript(dir.resolve("less"), 2)
                .named("less", "suite-1")
                .shard(
                        header("2/3", ShardBy.CLASSES),
                        ShardPlan.of(CLASSES, Map.of(), 3).fingerprint())
                .write();
        assertThat(read(shard("a", 1), less, shard("c", 3)).findings())
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .startsWith("The classes of the 3 shards are not those of their plan");
    }
}
