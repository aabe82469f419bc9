package io.github.surefoot.analysis.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told when a service is down on one of several machines: from real journals of shards to the verdict. */
class ShardOutageTest {
    @TempDir
    private Path directory;

    /** Has shards by classes run classes of four tests; asks for the outcomes of a test by its shard and its number. */
    private Judgement byClasses(int total, int classes, int rounds, BiFunction<Shard, Integer, String> outcomes)
            throws IOException {
        List<String> names = IntStream.range(10, 10 + classes)
                .mapToObj(i -> "shop.C" + i + "Test")
                .toList();
        ShardPlan plan = ShardPlan.of(names, Map.of(), total);
        List<Path> journals = new ArrayList<>();
        for (int index = 1; index <= total; index++) {
            Shard shard = new Shard(index, total);
            JournalScript script = shard(shard, ShardBy.CLASSES, rounds, rounds, plan.fingerprint());
            int number = 0;
            for (String name : plan.classes(shard)) {
                for (int test = 0; test < 4; test++) {
                    script.test(name, "t" + test, outcomes.apply(shard, number++));
                }
            }
            journals.add(script.write());
        }
        return judged(journals);
    }

    /** Has shards by rounds run a dozen tests of three classes, each in one row of outcomes over all rounds. */
    private Judgement byRounds(List<Integer> rounds, BiFunction<Integer, Integer, Character> outcomes)
            throws IOException {
        List<String> names = List.of("shop.ATest", "shop.BTest", "shop.CTest");
        int all = rounds.stream().mapToInt(Integer::intValue).sum();
        List<Path> journals = new ArrayList<>();
        int before = 0;
        for (int index = 1; index <= rounds.size(); index++) {
            int own = rounds.get(index - 1);
            JournalScript script = shard(
                    new Shard(index, rounds.size()), ShardBy.ROUNDS, own, all, ShardPlan.fingerprint(List.of(names)));
            for (int test = 0; test < 12; test++) {
                StringBuilder row = new StringBuilder();
                for (int round = 1; round <= own; round++) {
                    row.append(outcomes.apply(before + round, test));
                }
                script.test(names.get(test % 3), "t" + test, row.toString());
            }
            journals.add(script.write());
            before += own;
        }
        return judged(journals);
    }

    private JournalScript shard(Shard shard, ShardBy by, int own, int all, String plan) {
        String name = "run-" + shard.index();
        return new JournalScript(directory.resolve(name), own)
                .named(name, "suite-1")
                .shard(
                        Map.of(
                                ShardFact.SHARD, shard.text(),
                                ShardFact.BY, by.word(),
                                ShardFact.ROUNDS, Integer.toString(all),
                                ShardFact.DURATIONS, "none"),
                        plan);
    }

    private static Judgement judged(List<Path> journals) {
        Evidence evidence = EvidenceReader.read(journals);
        assertThat(evidence.findings())
                .as("the shards are whole")
                .allMatch(finding -> finding.kind() == Finding.Kind.WORKER_DIED);
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(evidence);
    }

    private static List<String> outages(Judgement judgement) {
        return judgement.evidence().findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.OUTAGE)
                .map(Finding::sentence)
                .toList();
    }

    private static void isNoEvidenceAgainstTests(Judgement judged) {
        assertThat(judged.verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(judged.evidence().failing()).isEmpty();
        assertThat(judged.verdict().reasons())
                .as("only what was down is told")
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).startsWith("Shard "));
        assertThat(judged.verdict().tests())
                .extracting(TestResult::status)
                .doesNotContain(TestStatus.BROKEN, TestStatus.FLAKY, TestStatus.HUNG);
        assertThat(instead(judged)).isNotEmpty().allSatisfy(reason -> assertThat(reason)
                .startsWith("Its shard was an outage, in which it "));
    }

    /** Returns what is told of executions that neither passed nor failed. */
    private static List<String> instead(Judgement judged) {
        return judged.evidence().tests().stream()
                .flatMap(test -> test.executions().stream())
                .map(Execution::outcome)
                .map(outcome -> outcome instanceof Outcome.NotRun notRun
                        ? notRun.reason()
                        : outcome instanceof Outcome.Aborted aborted ? aborted.reason() : "")
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    private static boolean isSecond(Shard shard) {
        return shard.index() == 2;
    }

    @Test
    void aShardByClassesThatIsDownAllTheTimeIsAnOutageOfThatShard() throws IOException {
        Judgement judged = byClasses(4, 16, 3, (shard, test) -> isSecond(shard) ? "EEE" : "PPP");

        assertThat(outages(judged))
                .singleElement()
                .asString()
                .startsWith(
                        "Shard 2 of 4 was an outage in rounds 1, 2, 3: 16 of its 16 tests, of 4 classes, passed in none"
                                + " of these, and chance would bring so many together on one shard in less than 5 % of runs;"
                                + " most often: IllegalStateException: no cart. That is no evidence against them");
        isNoEvidenceAgainstTests(judged);
        assertThat(judged.verdict().tests())
                .as("of those of shard 2 nothing is known, and none is called passed")
                .filteredOn(test -> test.status() == TestStatus.SKIPPED)
                .hasSize(16);
    }

    @Test
    void aShardByClassesThatIsDownFromSomeRoundOnIsOneToo() throws IOException {
        Judgement judged = byClasses(4, 16, 5, (shard, test) -> isSecond(shard) ? "PFFFF" : "PPPPP");

        assertThat(outages(judged))
                .singleElement()
                .asString()
                .startsWith("Shard 2 of 4 was an outage in rounds 2, 3, 4, 5");
        isNoEvidenceAgainstTests(judged);
    }

    /** Rows: shards, classes, outcomes of shard 2, how many of its tests have them, outcomes of all others. */
    @ParameterizedTest(name = "{0} shards of {1} classes, {2} of {3}, others {4}: {5}")
    @CsvSource({
        // By Fisher's exact test over the classes: 3 of 9 on one of three shards are 3/84, 2 of 8 on one of four 4/28.
        "3, 9, FFF, 12, PPP, true",
        "4, 8, FFF, 8, PPP, false",
        "2, 8, FFF, 16, PPP, true",
        "2, 6, FFF, 12, PPP, false",
        // More than half of its tests.
        "4, 16, FFF, 9, PPP, true",
        "4, 16, FFF, 8, PPP, false",
        // Deaths stay what they are, and skipped tests say nothing.
        "4, 16, CCC, 1, PPP, false",
        "4, 16, HHH, 16, PPP, true",
        "4, 16, FFF, 16, SSS, false",
        // Where the others fail too, it is not this shard.
        "4, 16, FFF, 16, FFF, false",
    })
    void whatIsAnOutageOfAShardByClasses(int total, int classes, String outcomes, int of, String others, boolean outage)
            throws IOException {
        Judgement judged =
                byClasses(total, classes, 3, (shard, test) -> isSecond(shard) ? test < of ? outcomes : "PPP" : others);

        assertThat(!outages(judged).isEmpty())
                .as(judged.verdict().reasons().toString())
                .isEqualTo(outage);
        assertThat(judged.verdict().isHeld()).isFalse();
        assertThat(judged.verdict().state() == Verdict.State.BROKEN).isEqualTo(!outage);
    }

    /** One class of each shard fails always: that is not one machine. */
    @Test
    void whatFailsOnAllShardsIsHeldAgainstTheTests() throws IOException {
        Judgement judged = byClasses(4, 16, 3, (shard, test) -> isSecond(shard) || test < 8 ? "FFF" : "PPP");

        assertThat(outages(judged)).isEmpty();
        assertThat(judged.verdict().state()).isEqualTo(Verdict.State.BROKEN);
    }

    @Test
    void oneRoundOfAShardByClassesIsToldAsThat() throws IOException {
        Judgement judged = byClasses(2, 6, 5, (shard, test) -> isSecond(shard) ? "PPFPP" : "PPPPP");

        assertThat(outages(judged))
                .singleElement()
                .asString()
                .startsWith(
                        "Round 3 of shard 2 of 2 was an outage: 12 of its 12 tests did not pass, and 12 of them passed"
                                + " in every round that was none");
        assertThat(judged.verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(judged.evidence().failing()).isEmpty();
    }

    @Test
    void roundsOfSeveralShardsByClassesAreEachTold() throws IOException {
        Judgement judged = byClasses(3, 9, 5, (shard, test) -> switch (shard.index()) {
            case 1 -> "FPPPP";
            case 2 -> "PPPFP";
            default -> "PPPPP";
        });

        assertThat(outages(judged))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Round 1 of shard 1 of 3 was an outage"),
                        second -> assertThat(second).startsWith("Round 4 of shard 2 of 3 was an outage"));
        assertThat(judged.evidence().failing()).isEmpty();
    }

    @Test
    void aRoundThatIsDownEverywhereIsToldOnce() throws IOException {
        Judgement judged = byClasses(3, 9, 5, (shard, test) -> "PFPPP");

        assertThat(outages(judged)).singleElement().asString().startsWith("Round 2 was an outage: 36 of its 36 tests");
    }

    @Test
    void aShardByRoundsIsAnOutageAsAWhole() throws IOException {
        Judgement judged = byRounds(List.of(2, 2, 2), (round, test) -> round == 3 || round == 4 ? 'E' : 'P');

        assertThat(outages(judged))
                .singleElement()
                .asString()
                .startsWith(
                        "Shard 2 of 3 was an outage in rounds 3, 4: 24 of its 24 executions there did not pass, 24 of"
                                + " them of tests that passed in every round of the other shards; most often:");
        isNoEvidenceAgainstTests(judged);
    }

    /** Rows: rounds of each of two shards, how many of those of the first are bad, of how many tests, whether it is one. */
    @ParameterizedTest(name = "{0} and {1} rounds, {2} bad of {3} tests: {4}")
    @CsvSource({
        "3, 2, 3, 12, true",
        "2, 2, 2, 12, true",
        "2, 2, 1, 12, true",
        "2, 1, 2, 12, false",
        "2, 2, 2, 6, false",
        "2, 2, 2, 7, true",
    })
    void whatIsAnOutageOfAShardByRounds(int first, int second, int bad, int of, boolean outage) throws IOException {
        Judgement judged = byRounds(List.of(first, second), (round, test) -> round <= bad && test < of ? 'F' : 'P');

        assertThat(outages(judged).stream().anyMatch(text -> text.startsWith("Shard 1 of 2 was an outage in round")))
                .as(judged.verdict().reasons().toString())
                .isEqualTo(outage);
        assertThat(judged.verdict().isHeld()).isFalse();
    }

    /** Bad rounds on two of three machines are told as rounds, by the rule for those. */
    @Test
    void badRoundsOnSeveralShardsAreToldByThemselves() throws IOException {
        Judgement judged = byRounds(List.of(2, 2, 2), (round, test) -> round == 1 || round == 4 ? 'F' : 'P');

        assertThat(outages(judged))
                .satisfiesExactly(one -> assertThat(one).startsWith("Round 1 was an outage"), two -> assertThat(two)
                        .startsWith("Round 4 was an outage"));
    }
}
