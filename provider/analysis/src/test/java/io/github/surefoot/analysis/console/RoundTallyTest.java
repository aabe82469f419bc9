package io.github.surefoot.analysis.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundTallyTest {
    private static final Outcome PASSED = new Outcome.Passed();
    private static final Outcome FAILED =
            new Outcome.Failed(new Failure("org.opentest4j.AssertionFailedError", "1 is not 2", "at shop.CartTest"));
    private static final Outcome ATTEMPT_FAILED = new Outcome.Aborted(
            "tried again", Optional.of(new Failure("java.lang.AssertionError", "1 is not 2", "at shop.CartTest")));

    private final RoundNames names = new RoundNames();
    private RoundTally tally = new RoundTally(names);

    @Test
    void countsTestsByTheirOutcome() {
        assertThat(tally.isEmpty()).isTrue();
        test("shop.CartTest", "adds", "", PASSED);
        test("shop.CartTest", "expires", "", FAILED);
        tally.count(new TestId("shop.StockTest", ""), new Outcome.Hung(""));

        RoundSummary summary = tally.summary(3, 1_500);
        assertThat(summary.round()).isEqualTo(3);
        assertThat(summary.millis()).isEqualTo(1_500);
        assertThat(summary.counts())
                .containsEntry("passed", 1)
                .containsEntry("failed", 1)
                .containsEntry("hung", 1)
                .containsEntry("skipped", 0);
        assertThat(summary.blamed()).containsExactly("CartTest.expires", "StockTest");
        assertThat(tally.failed()).isEqualTo(2);
    }

    @Test
    void aTestThatItsFrameworkTriedAgainIsNamedAndNotAborted() {
        invocation("retries()", 1, ATTEMPT_FAILED);
        invocation("retries()", 2, ATTEMPT_FAILED);
        invocation("retries()", 3, PASSED);
        invocation("never()", 1, ATTEMPT_FAILED);
        invocation("never()", 2, FAILED);

        RoundSummary summary = tally.summary(1, 0);
        assertThat(summary.counts())
                .containsEntry("retried", 1)
                .containsEntry("failed", 1)
                .containsEntry("aborted", 0)
                .containsEntry("passed", 0);
        assertThat(summary.blamed())
                .containsExactly("CartTest.never()[1]", "CartTest.retries()[1] (passed on attempt 3)");
    }

    @Test
    void testsThatLookAlikeAreToldByWhatTheyBelongTo() {
        for (String side : new String[] {"LeftTest", "RightTest"}) {
            test("shop.Contract", "links", "[engine:junit-jupiter]/[class:shop." + side + "]/[method:links()]", FAILED);
        }
        test("a.CartTest", "adds", "[engine:junit-jupiter]/[class:a.CartTest]/[method:adds()]", FAILED);
        test("b.CartTest", "adds", "[engine:junit-jupiter]/[class:b.CartTest]/[method:adds()]", PASSED);

        assertThat(tally.summary(1, 0).blamed())
                .containsExactly("Contract.links (in LeftTest)", "Contract.links (in RightTest)", "a.CartTest.adds");
    }

    @Test
    void aTestThatLookedLikeAnotherIsCalledSoWhereTheOtherIsAbsent() {
        testsThatLookAlikeAreToldByWhatTheyBelongTo();
        tally = new RoundTally(names);
        test("shop.Contract", "links", "[engine:junit-jupiter]/[class:shop.RightTest]/[method:links()]", FAILED);
        assertThat(tally.summary(2, 0).blamed()).containsExactly("Contract.links (in RightTest)");
    }

    @Test
    void aRoundOfKnownTestsThatNobodyIsToBlameForIsCountedLikeOthers() {
        greenRound();
        RoundSummary first = tally.summary(1, 0);
        tally = new RoundTally(names);
        greenRound();
        assertThat(tally.summary(1, 0)).isEqualTo(first);
        assertThat(first.counts())
                .containsEntry("passed", 2)
                .containsEntry("skipped", 1)
                .containsEntry("aborted", 1)
                .containsEntry("failed", 0);

        tally = new RoundTally(names);
        greenRound();
        test("shop.Contract", "links", "[engine:junit-jupiter]/[class:shop.LeftTest]/[method:links()]", FAILED);
        assertThat(tally.summary(3, 0).counts())
                .as("what ran twice counts once")
                .containsEntry("passed", 1)
                .containsEntry("failed", 1);
        assertThat(tally.summary(3, 0).blamed()).containsExactly("Contract.links (in LeftTest)");

        tally = new RoundTally(names);
        invocation("retries()", 1, ATTEMPT_FAILED);
        invocation("retries()", 2, PASSED);
        assertThat(tally.summary(4, 0).counts()).containsEntry("retried", 1);
        tally = new RoundTally(names);
        invocation("retries()", 1, ATTEMPT_FAILED);
        invocation("retries()", 2, PASSED);
        assertThat(tally.summary(5, 0).counts()).as("also where both are known").containsEntry("retried", 1);
    }

    private void greenRound() {
        test("shop.Contract", "links", "[engine:junit-jupiter]/[class:shop.LeftTest]/[method:links()]", PASSED);
        test("shop.Contract", "links", "[engine:junit-jupiter]/[class:shop.RightTest]/[method:links()]", PASSED);
        test("shop.StockTest", "counts", "", new Outcome.Skipped(""));
        test("shop.StockTest", "waits", "", new Outcome.Aborted("no stock", Optional.empty()));
    }

    @Test
    void whatRanTwiceInARoundIsCountedOnceAndAsItWasAtItsWorst() {
        test("shop.CartTest", "adds", "[class:shop.CartTest]/[method:adds()]", FAILED);
        test("shop.CartTest", "adds", "[class:shop.CartTest]/[method:adds()]", PASSED);

        assertThat(tally.summary(1, 0).counts()).containsEntry("failed", 1).containsEntry("passed", 0);
    }

    @Test
    void whatIsForgottenWasNeverthelessThere() {
        test("shop.CartTest", "adds", "", FAILED);
        tally.forget();
        assertThat(tally.isEmpty()).isFalse();
        assertThat(tally.failed()).isEqualTo(1);
    }

    private void invocation(String template, int number, Outcome outcome) {
        test(
                "shop.CartTest",
                template + "[" + number + "]",
                "[engine:junit-jupiter]/[class:shop.CartTest]/[test-template:" + template
                        + "]/[test-template-invocation:#" + number + "]",
                outcome);
    }

    private void test(String className, String name, String uniqueId, Outcome outcome) {
        tally.count(CollectedTest.Key.of(new TestId(className, name), uniqueId, className), className, outcome);
    }
}
