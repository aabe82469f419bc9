package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRetriesTest {
    private static final Outcome FAILED = new Outcome.Failed(new Failure("E", "not yet", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CartTest",
                "shop.CartTest",
                "shop.CartTest#adds",
                "Other, CartTest#adds ,",
                "*Test",
                "shop.*",
                "CartTest#a*s",
                "*"
            })
    void theLastAttemptCountsWhereItMay(String setting) {
        Verdict verdict = judge(setting, retried(2), retried(2));

        assertThat(verdict.isHeld()).isTrue();
        TestResult test = verdict.tests().get(0);
        assertThat(test.tally()).isEqualTo(new Tally(2, 2));
        assertThat(test.status()).isEqualTo(TestStatus.RELIABLE);
        assertThat(test.retried()).isEqualTo(2);
        assertThat(test.attempts()).contains("passed on attempt 2");
        assertThat(test.remark()).isEmpty();
        assertThat(test.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "Cart", "CartTest#add", "CartTest#subtracts", "other.CartTest", "artTest", "shop"})
    void elsewhereTheFirstDoes(String setting) {
        Verdict verdict = judge(setting, retried(2), retried(2));

        assertThat(verdict.isHeld()).isFalse();
        assertThat(verdict.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(Reason.Kind.BROKEN_TEST);
            assertThat(reason.text())
                    .isEqualTo("CartTest.adds(int)[1] failed in all 2 rounds it ran. It is flaky (passed on"
                            + " attempt 2): the first attempt counts.");
        });
        assertThat(verdict.tests().get(0).status()).isEqualTo(TestStatus.FLAKY);
        assertThat(verdict.tests().get(0).everPassed()).isTrue();
    }

    @Test
    void aTestThatPassedAtOnceElsewhereIsFlaky() {
        Verdict verdict = judge("", retried(2), retried(3), passed());

        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "CartTest.adds(int)[1] passed 1 of 3 rounds (33.3 %), below 95 %. It is flaky (passed on"
                                + " attempts 2 to 3): the first attempt counts.");
    }

    @Test
    void whatFailsToTheLastAttemptFailsWhereverItMayRetry() {
        Execution failed = new Execution(1, "r1w1", FAILED, 1, 1);
        Verdict verdict = judge("CartTest", failed, retried(2));

        assertThat(verdict.tests().get(0).tally()).isEqualTo(new Tally(1, 2));
        assertThat(verdict.tests().get(0).attempts()).contains("passed on attempt 2");
        Verdict never = judge("CartTest", failed, failed);
        assertThat(never.tests().get(0).everPassed()).isFalse();
        assertThat(never.reasons())
                .extracting(Reason::text)
                .containsExactly("CartTest.adds(int)[1] failed in all 2 rounds it ran: it is broken.");
    }

    @Test
    void rowsThatRanInParallelAreToldAsSuch() {
        TestEvidence row = new TestEvidence(
                new io.github.surefoot.analysis.evidence.TestName(new TestId("shop.CartTest", "adds(int)[1]"), 1),
                List.of(),
                false,
                true,
                List.of(new Execution(1, "r1w1", FAILED, 1, 1)));
        Verdict verdict = new Gate(GateSettings.defaults(), Categories.defaults())
                .judge(Evidences.of("P").withTests(List.of(row)));

        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .containsExactly("CartTest.adds(int)[1] failed in the only round it ran: it is broken. Its rows ran in"
                        + " parallel and have no stable number: another row may have failed each time.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cart Test", "CartTest#adds(int)", "CartTest#", "#adds", "Cart-Test", "a#b#c"})
    void whatIsNoNameIsRefused(String setting) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> AllowedRetries.parse("Good," + setting))
                .withMessageContaining("surefoot.allowRetries=Good," + setting + " is refused")
                .withMessageContaining("'" + setting + "'")
                .withMessageContaining("CartTest,shop.OrderTest#ships,*IT");
    }

    private static Verdict judge(String setting, Execution... executions) {
        TestEvidence test =
                new TestEvidence(new TestId("shop.CartTest", "adds(int)[1]"), 1, List.of(), false, List.of(executions));
        Evidence evidence = AllowedRetries.parse(setting)
                .apply(Evidences.of("P".repeat(executions.length)).withTests(List.of(test)));
        return new Gate(GateSettings.defaults(), Categories.defaults()).judge(evidence);
    }

    private static Execution retried(int attempt) {
        return new Execution(1, "r1w1", FAILED, 1, 1, attempt);
    }

    private static Execution passed() {
        return new Execution(1, "r1w1", new Outcome.Passed(), 1, 1);
    }
}
