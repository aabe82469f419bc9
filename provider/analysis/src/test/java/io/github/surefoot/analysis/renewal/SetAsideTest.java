package io.github.surefoot.analysis.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.AllowedRetries;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.StopWhen;
import io.github.surefoot.analysis.gate.Tally;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a renewed worker saw breaks nothing, and no proof forgets it, whatever it was. */
class SetAsideTest {
    private static final String CART = "shop.CartTest";
    private static final Failure FAILURE = new Failure("java.lang.IllegalStateException", "the second time only", "");
    private static final Outcome ERRORED = new Outcome.Errored(FAILURE);

    @TempDir
    private Path dir;

    private JournalScript script;
    private long execution = 900;

    @BeforeEach
    void aSuiteInFiveRounds() {
        script = new JournalScript(dir, 5).on(WorkerKind.RENEWED).test("shop.PriceTest", "rounds", "PPPPP");
    }

    private void inRound2(boolean afterTheClass, String name, String uniqueId, Outcome outcome) {
        execution++;
        script.incident(
                2,
                CART,
                afterTheClass,
                new TestStarted(execution, 2, new TestId(CART, name), uniqueId, List.of(), false, 20_000));
        script.incident(2, CART, afterTheClass, new TestFinished(execution, outcome, 20_010));
    }

    private Verdict judge(int threshold, AllowedRetries retries) throws IOException {
        GateSettings settings = GateSettings.parse("test", Integer.toString(threshold), "95", StopWhen.NEVER);
        if (Files.notExists(dir.resolve("run.journal"))) {
            script.write();
        }
        return new Judge(settings, Categories.defaults(), retries, Reporting.defaults())
                .judge(List.of(dir))
                .verdict();
    }

    private static TestResult test(Verdict verdict, String name) {
        return verdict.tests().stream()
                .filter(test -> test.shortName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void failedOnceAndOnlyRenewed(TestResult test) {
        assertThat(test.tally()).as("what counts").isEqualTo(new Tally(5, 5));
        assertThat(test.proof()).as("what is proven").isEqualTo(new Tally(4, 5));
        assertThat(test.failsOnlyRenewed()).isTrue();
    }

    /** Five of five would prove 54.9 %, four of five prove 34.2 %. */
    private void isNoProofOfHalf() throws IOException {
        Verdict verdict = judge(50, AllowedRetries.NONE);
        assertThat(verdict.state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(judge(30, AllowedRetries.NONE).isHeld()).isTrue();
    }

    @Test
    void aSetUpThatFailed() throws IOException {
        script.test(CART, "expires", "P.PPP").fresh(FreshReason.DIFFERS, 2, CART, "expires", 'P');
        inRound2(false, "", "", ERRORED);

        failedOnceAndOnlyRenewed(test(judge(30, AllowedRetries.NONE), "CartTest"));
        isNoProofOfHalf();
    }

    /** As TestNG tells it. */
    @Test
    void aTearDownThatFailedWhenTheClassWasDone() throws IOException {
        script.test(CART, "expires", "PPPPP").fresh(FreshReason.DIFFERS, 2, CART, "expires", 'P');
        inRound2(true, "", "", ERRORED);

        failedOnceAndOnlyRenewed(test(judge(30, AllowedRetries.NONE), "CartTest"));
        isNoProofOfHalf();
    }

    @Test
    void anAttemptThatFailed() throws IOException {
        script.test(CART, "retries()[1]", "P.PPP").fresh(FreshReason.DIFFERS, 2, CART, "retries()[1]", 'P');
        inRound2(
                false,
                "retries()[1]",
                "id:" + new TestId(CART, "retries()[1]"),
                new Outcome.Aborted("tried again", Optional.of(FAILURE)));
        inRound2(false, "retries()[2]", "id:" + new TestId(CART, "retries()[2]"), new Outcome.Passed());

        Verdict verdict = judge(30, AllowedRetries.NONE);
        assertThat(verdict.tests()).hasSize(2);
        failedOnceAndOnlyRenewed(test(verdict, "CartTest.retries()[1]"));
        isNoProofOfHalf();

        Verdict allowed = judge(50, AllowedRetries.parse("CartTest"));
        assertThat(allowed.isHeld()).isTrue();
        assertThat(test(allowed, "CartTest.retries()[1]").proof()).isEqualTo(new Tally(5, 5));
    }

    /** Its name may change from round to round; that it is told of at all is the console's business. */
    @Test
    void aTestThatFreshWorkersDoNotHaveIsNotMissed() throws IOException {
        script.test(CART, "expires", "P.PPP").fresh(FreshReason.DIFFERS, 2, CART, "expires", 'P');
        inRound2(false, "at 12:00:01", "id:at 12:00:01", ERRORED);

        assertThat(judge(50, AllowedRetries.NONE).isHeld()).isTrue();
    }

    @Test
    void inFreshWorkersATearDownOfAClassThatIsDoneIsOfThatClass() throws IOException {
        script = new JournalScript(dir, 5)
                .test("shop.PriceTest", "rounds", "PPPPP")
                .test(CART, "expires", "PPPPP");
        inRound2(true, "", "", ERRORED);

        assertThat(test(judge(30, AllowedRetries.NONE), "CartTest").tally()).isEqualTo(new Tally(4, 5));
    }
}
