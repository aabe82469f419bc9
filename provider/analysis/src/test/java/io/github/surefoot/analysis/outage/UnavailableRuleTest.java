package io.github.surefoot.analysis.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From real journals to the verdict: tables of outcomes, one letter a round. */
class UnavailableRuleTest {
    private static final String WHAT =
            "Cannot prepare the test database: Nobody listens there.\n  Start the server. [server-down; conn=5]";

    private static final String TOLD = "Cannot prepare the test database: Nobody listens there. Start the server."
            + " [server-down; conn=5] No test is to blame for that, and what failed for want of it says nothing of the suite: mend it,"
            + " and run again.";

    @TempDir
    private Path journals;

    /** In a round: while tests of the class are at work, which are from 1,100 ms on. */
    private static JournalEntry unavailable(int round, long millis) {
        return unavailable(round, millis, WHAT);
    }

    private static JournalEntry unavailable(int round, long millis, String what) {
        return new JournalEntry.ResourceEvent(
                "database", "unavailable", Map.of("what", what), JournalScript.at(round, millis));
    }

    private JournalScript script(int rounds) {
        return new JournalScript(journals, rounds);
    }

    private Judgement judged(GateSettings settings) {
        return new Judge(settings, Categories.defaults(), Reporting.defaults()).judge(List.of(journals));
    }

    private Judgement judged() {
        return judged(GateSettings.defaults());
    }

    private static List<String> reasons(Judgement judgement) {
        return judgement.verdict().reasons().stream().map(Reason::text).toList();
    }

    @Test
    void noTestIsToBlameAndWhatIsWrongIsToldOnce() throws IOException {
        script(5)
                .stoppedAfter(1)
                .test("shop.CartTest", "adds", "E")
                .test("shop.CartTest", "expires", "F")
                .test("shop.OrderTest", "ships", "E")
                .incident(1, "shop.CartTest", false, unavailable(1, 1_100))
                .incident(1, "shop.OrderTest", false, unavailable(1, 1_105, WHAT.replace("conn=5", "conn=6")))
                .write();

        Judgement judged = judged();

        assertThat(judged.verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(reasons(judged)).containsExactly(TOLD);
        assertThat(judged.verdict().worst()).isEmpty();
        assertThat(judged.verdict().tests()).extracting(TestResult::status).containsOnly(TestStatus.SKIPPED);
        assertThat(judged.diagnosis()).isEmpty();
        assertThat(judged.evidence().isUnavailable()).isTrue();
        assertThat(judged.evidence().distinctProblems())
                .extracting(WorkerProblem::worker, WorkerProblem::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("r1w1", WHAT));
        assertThat(new VerdictLines(judged).lines())
                .extracting(ConsoleLine::text)
                .contains("INSUFFICIENT: " + TOLD)
                .noneMatch(line -> line.contains("BROKEN") || line.contains("diagnose"));
    }

    @Test
    void whatPassedBeforeItIsNotLost() throws IOException {
        script(3)
                .test("shop.CartTest", "adds", "PPE")
                .incident(3, "shop.CartTest", false, unavailable(3, 1_100))
                .write();

        assertThat(judged().verdict().tests()).singleElement().satisfies(test -> {
            assertThat(test.status()).isEqualTo(TestStatus.RELIABLE);
            assertThat(test.tally().counted()).isEqualTo(2);
        });
        assertThat(judged().verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
    }

    @Test
    void whatARenewedWorkerMissedIsNotToldAsSeenByRenewedOnesOnly() throws IOException {
        script(3)
                .on(WorkerKind.RENEWED)
                .test("shop.CartTest", "adds", "PPE")
                .incident(3, "shop.CartTest", false, unavailable(3, 1_100))
                .fresh(FreshReason.DIFFERS, 3, "shop.CartTest", "adds", 'P')
                .write();

        Judgement judged = judged();

        assertThat(reasons(judged)).containsExactly(TOLD);
        assertThat(judged.verdict().tests()).singleElement().satisfies(test -> {
            assertThat(test.evidence().setAside()).hasSize(1);
            assertThat(test.failuresSetAside()).isEmpty();
        });
        assertThat(new VerdictLines(judged).lines())
                .extracting(ConsoleLine::text)
                .noneMatch(line -> line.contains("RENEWED ONLY"));
    }

    @Test
    void whatFailedInAnotherWorkerOrBeforeCountsAgainstItsTest() throws IOException {
        script(1)
                .test("shop.CartTest", "adds", "F")
                .test("shop.OrderTest", "ships", "F")
                .incident(1, "shop.CartTest", false, unavailable(1, 1_113))
                .write();

        Verdict verdict = judged().verdict();

        assertThat(verdict.state()).isEqualTo(Verdict.State.BROKEN);
        assertThat(verdict.worst())
                .extracting(TestResult::shortName)
                .containsExactlyInAnyOrder("CartTest.adds", "OrderTest.ships");
    }

    @Test
    void aServerThatIsLostWhileTestsRunIsToldInItsOwnWords() throws IOException {
        String lost =
                "The database server db was started anew while tests were using it. No test is to blame for that.";
        script(2)
                .test("shop.CartTest", "adds", "PE")
                .incident(2, "shop.CartTest", false, unavailable(2, 1_105, lost))
                .write();

        assertThat(reasons(judged())).containsExactly(lost);
        assertThat(judged().verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
    }

    @Test
    void theDeathOfAWorkerStaysWhatItIs() throws IOException {
        script(1)
                .test("shop.CartTest", "adds", "C")
                .incident(1, "shop.CartTest", false, unavailable(1, 1_100))
                .write();

        assertThat(judged().verdict().state()).isEqualTo(Verdict.State.BROKEN);
    }

    /** A run that was cut short is no failure of its rounds, and lacks no proof beside. */
    @ParameterizedTest
    @EnumSource(GateKind.class)
    void everyGateSaysTheSame(GateKind gate) throws IOException {
        script(5)
                .stoppedAfter(2)
                .test("shop.CartTest", "adds", "PE")
                .incident(2, "shop.CartTest", false, unavailable(2, 1_100))
                .write();
        GateSettings settings = GateSettings.defaults();

        Judgement judged = judged(
                new GateSettings(gate, settings.threshold(), Optional.of(new BigDecimal("95")), settings.stop()));

        assertThat(judged.verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(reasons(judged)).containsExactly(TOLD);
    }
}
