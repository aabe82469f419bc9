package io.github.surefoot.analysis.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From real journals to the verdict: tables of outcomes, one letter a round. */
class OutageRuleTest {
    @TempDir
    private Path journals;

    private Judgement judge(int rounds, String... tests) throws IOException {
        JournalScript script = new JournalScript(journals, rounds);
        for (int i = 0; i < tests.length; i++) {
            script.test(i % 2 == 0 ? "shop.CartTest" : "shop.OrderTest", "t" + i, tests[i]);
        }
        script.write();
        return judged();
    }

    private Judgement judged() {
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(List.of(journals));
    }

    private static String[] of(int first, String outcomes, int second, String others) {
        List<String> all = new ArrayList<>(Collections.nCopies(first, outcomes));
        all.addAll(Collections.nCopies(second, others));
        return all.toArray(String[]::new);
    }

    private static List<String> outages(Judgement judgement) {
        return judgement.evidence().findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.OUTAGE)
                .map(Finding::sentence)
                .toList();
    }

    @Test
    void itsFailuresAreNoEvidenceAgainstTheirTestsAndItIsNeverHeld() throws IOException {
        Judgement judged = judge(5, of(8, "PPFPP", 4, "PPPPP"));

        Verdict verdict = judged.verdict();
        assertThat(verdict.state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(verdict.tests()).extracting(TestResult::status).containsOnly(TestStatus.RELIABLE);
        assertThat(verdict.reasons())
                .singleElement()
                .extracting(Reason::text)
                .asString()
                .startsWith(
                        "Round 3 was an outage: 8 of its 12 tests did not pass, and 8 of them passed in every round that"
                                + " was none; most often: ")
                .contains("Look to what they share");
        Outcome instead = verdict.tests().get(0).evidence().executions().get(2).outcome();
        assertThat(instead).isInstanceOfSatisfying(Outcome.NotRun.class, notRun -> assertThat(notRun.reason())
                .startsWith("Its round was an outage, in which it failed: "));
    }

    /** It was down for the renewed workers of the round, and for the fresh ones that ran their classes again. */
    @Test
    void whatRenewedWorkersSawOfItIsNoEvidenceEither() throws IOException {
        JournalScript script = new JournalScript(journals, 5).on(WorkerKind.RENEWED);
        String[] outcomes = of(8, "PPFPP", 4, "PPPPP");
        for (int i = 0; i < outcomes.length; i++) {
            String owner = i % 2 == 0 ? "shop.CartTest" : "shop.OrderTest";
            script.test(owner, "t" + i, outcomes[i])
                    .fresh(FreshReason.DIFFERS, 3, owner, "t" + i, outcomes[i].charAt(2));
        }
        script.write();

        Judgement judged = judged();

        assertThat(outages(judged)).hasSize(1);
        assertThat(judged.verdict().tests()).hasSize(12).allSatisfy(test -> {
            assertThat(test.evidence().setAside()).hasSize(1);
            assertThat(test.failuresSetAside()).isEmpty();
        });
    }

    /** Rows: the outcomes of some tests and of others, and whether round 3 is an outage by the rule. */
    @ParameterizedTest(name = "{0} of {1}, {2} of {3}: {4}")
    @CsvSource({
        // More than half, exactly half.
        "7, PPFPP, 5, PPPPP, true",
        "6, PPFPP, 6, PPPPP, false",
        // Errors and hangs say the same, deaths do not, skipped tests say nothing.
        "7, PPEPP, 5, PPPPP, true",
        "7, PPHPP, 5, PPPPP, true",
        "7, PPCPP, 5, PPPPP, false",
        "7, PPFPP, 9, SSSSS, false",
        "10, PPFPP, 9, SSSSS, true",
        // Ten tests and no fewer.
        "10, PPFPP, 0, P, true",
        "9, PPFPP, 0, P, false",
        // They pass in all rounds but such, or they are what is flaky.
        "7, PFFPP, 5, PPPPP, true",
        "7, PPFFF, 5, PPPPP, false",
        "12, FFFFF, 0, P, false",
        // Two outages in five rounds may be, three may not.
        "12, PFFPP, 0, P, true",
        "12, FFFPP, 0, P, false",
        // Two sound rounds at least.
        "12, PPF, 0, P, true",
        "12, PF, 0, P, false",
        "12, PFF, 0, P, false",
        // Most of those that failed are flaky elsewhere too.
        "6, PPFPP, 6, PFFPP, false",
        "7, PPFPP, 5, PFFPP, true",
    })
    void whatIsAnOutage(int first, String outcomes, int second, String others, boolean outage) throws IOException {
        Judgement judged = judge(outcomes.length(), of(first, outcomes, second, others));

        assertThat(outages(judged).stream().anyMatch(text -> text.startsWith("Round 3 ")))
                .as(judged.verdict().reasons().toString())
                .isEqualTo(outage);
    }

    /** What one class shares is its own affair. */
    @Test
    void testsOfOneClassAreNoOutage() throws IOException {
        JournalScript script = new JournalScript(journals, 5).test("shop.OrderTest", "ships", "PPPPP");
        for (int i = 0; i < 12; i++) {
            script.test("shop.CartTest", "t" + i, "PPFPP");
        }
        script.write();

        assertThat(outages(judged())).isEmpty();
        assertThat(judged().verdict().state()).isEqualTo(Verdict.State.BROKEN);
    }

    /** Twenty rounds on one worker; in eight of them a class ran before two others, whose tests then failed. */
    @Test
    void whatAnotherTestLeftBehindIsNoOutage() {
        Judgement polluted = new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                .judge(inTwentyRounds(true));
        assertThat(outages(polluted)).isEmpty();
        assertThat(polluted.verdict().state()).isEqualTo(Verdict.State.BROKEN);
        assertThat(polluted.verdict().groups())
                .as("the cause stays told of")
                .anySatisfy(group -> assertThat(group.cause()).isPresent());

        Judgement without = new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                .judge(inTwentyRounds(false));
        assertThat(outages(without)).as("the same failures in any order").hasSize(8);
    }

    private static Evidence inTwentyRounds(boolean polluterFirst) {
        List<WorkerEvidence> workers = new ArrayList<>();
        List<RoundEvidence> rounds = new ArrayList<>();
        List<Execution> executions = new ArrayList<>();
        for (int round = 1; round <= 20; round++) {
            boolean fails = round % 5 == 1 || round % 5 == 3;
            boolean first = polluterFirst ? fails : round % 2 == 0;
            List<String> order = first
                    ? List.of("FilterTest", "CartTest", "OrderTest")
                    : List.of("CartTest", "OrderTest", "FilterTest");
            WorkerId id = new WorkerId("run-1", round, 1);
            long at = round * 10_000L;
            List<ClassBar> bars = new ArrayList<>();
            for (String name : order) {
                long start = at + bars.size() * 100L;
                bars.add(new ClassBar(name, round, start, start + 100, true));
            }
            workers.add(new WorkerEvidence(id, Path.of(id.label()), 1, Map.of(), true, at, at + 9_000, bars));
            rounds.add(new RoundEvidence(round, true, 1, List.of(), Set.copyOf(order), Set.copyOf(order), at, 9_000));
            Outcome outcome = fails
                    ? new Outcome.Errored(new Failure("java.lang.IllegalStateException", "full", ""))
                    : new Outcome.Passed();
            executions.add(new Execution(round, id.label(), outcome, at + order.indexOf("CartTest") * 100L + 1, 1));
        }
        List<TestEvidence> tests = new ArrayList<>();
        for (String type : List.of("CartTest", "OrderTest")) {
            for (int i = 0; i < 6; i++) {
                tests.add(new TestEvidence(new TestId(type, "t" + i), 1, List.of(), false, executions));
            }
        }
        return new Evidence(
                RunFacts.unknown("run-1", 20),
                rounds,
                tests,
                workers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A test that is flaky besides is judged by the other rounds. */
    @Test
    void whatFailsInOtherRoundsTooIsStillToldOf() throws IOException {
        List<String> tests = new ArrayList<>(Collections.nCopies(11, "PPFPP"));
        tests.add("PFFPP");

        Verdict verdict = judge(5, tests.toArray(String[]::new)).verdict();

        assertThat(verdict.state()).isEqualTo(Verdict.State.BROKEN);
        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .anyMatch(text -> text.startsWith("OrderTest.t11 passed 3 of 4 rounds (75 %)"))
                .anyMatch(text -> text.startsWith("Round 3 was an outage"));
    }

    /** Nothing is held because of an outage that would not have been held without the rule. */
    @Test
    void noTableIsHeldThatWasNot() throws IOException {
        Random random = new Random(7);
        for (int table = 0; table < 60; table++) {
            int rounds = 3 + random.nextInt(4);
            int bad = random.nextInt(rounds);
            String[] tests = new String[10 + random.nextInt(4)];
            for (int i = 0; i < tests.length; i++) {
                StringBuilder row = new StringBuilder();
                for (int round = 0; round < rounds; round++) {
                    double fails = round == bad ? 0.7 : 0.02;
                    row.append(random.nextDouble() < fails ? 'F' : 'P');
                }
                tests[i] = row.toString();
            }
            boolean fails = List.of(tests).stream().anyMatch(row -> row.contains("F"));
            journals = Files.createDirectory(journals.resolve("t"));
            Judgement judged = judge(rounds, tests);
            assertThat(judged.verdict().isHeld() && fails)
                    .as(List.of(tests).stream().collect(Collectors.joining(" ")))
                    .isFalse();
        }
    }
}
