package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that fail with one cause are told of together. */
class GroupedTestTest {
    private static final String ALIKE = "all threw X at Y";

    private final Evidence evidence = Evidences.of("PFPP", "FFFF", "FPPP", "PPFP", "PPPF", "FFPP", "PPPP", "PFPF");

    private TestEvidence test(int number) {
        return evidence.tests().get(number);
    }

    private FailureGroup group(Optional<Cause> cause, Integer... numbers) {
        return new FailureGroup(Arrays.stream(numbers).map(this::test).toList(), ALIKE, cause);
    }

    private Verdict judge(FailureGroup... groups) {
        return new Gate(
                        new GateSettings(GateKind.TEST, BigDecimal.valueOf(95), Optional.empty(), false),
                        Categories.defaults())
                .judge(evidence, new Causes(List.of(groups)));
    }

    private static List<String> texts(Verdict verdict) {
        return verdict.groupedReasons().stream()
                .map(reason -> reason.size() + " " + reason.reason().text())
                .toList();
    }

    @Test
    void withoutGroupsEachReasonIsItsOwn() {
        Verdict verdict = judge();
        assertThat(texts(verdict)).hasSize(7).allMatch(text -> text.startsWith("1 "));
        assertThat(verdict.groupedReasons().get(0).reason())
                .isEqualTo(verdict.reasons().get(0));
        assertThat(verdict.groupedReasons().get(0).group().orElseThrow().withIt())
                .isEmpty();
    }

    @Test
    void theLargestGroupComesFirstAndItsFirstTestSpeaks() {
        Verdict verdict = judge(group(Optional.empty(), 4, 0, 2, 3, 7), group(Optional.empty(), 1));
        assertThat(texts(verdict))
                .containsExactly(
                        "5 T.t4 passed 3 of 4 rounds (75 %), below 95 %.",
                        "1 T.t1 failed in all 4 rounds it ran: it is broken.",
                        "1 T.t5 passed 2 of 4 rounds (50 %), below 95 %.");
        GroupedTest group = verdict.groupedReasons().get(0).group().orElseThrow();
        assertThat(group.withIt())
                .isEqualTo("Of one cause with it (" + ALIKE + ") fail 4 more tests: T.t7, T.t0, T.t2 and 1 more.");
        assertThat(verdict.reasons()).as("each stays").hasSize(7);
    }

    @Test
    void whereTheFirstIsNotAmongThemAnotherSpeaks() {
        Verdict verdict = judge(group(Optional.empty(), 4, 0, 2, 3));
        List<TestResult> some = List.of(
                verdict.tests().get(6), verdict.tests().get(2), verdict.tests().get(0));
        List<GroupedTest> grouped = verdict.grouped(some);
        assertThat(grouped).extracting(GroupedTest::size).containsExactly(2, 1);
        assertThat(grouped.get(0).test().shortName()).isEqualTo("T.t2");
        assertThat(grouped.get(0).withIt()).endsWith(") fails 1 more test: T.t0.");
        assertThat(grouped.get(1).alike()).isEmpty();
    }

    @Test
    void aCauseIsToldOfEachTestOfItsGroup() {
        Cause cause =
                new Cause(Cause.Kind.VICTIM, List.of("A"), List.of(), true, List.of("r1w1"), "A had run before it.");
        Verdict verdict = judge(group(Optional.of(cause), 4, 0));
        assertThat(verdict.tests().get(4).cause()).contains(cause);
        assertThat(verdict.tests().get(0).remark()).isEqualTo(" As with T.t4: A had run before it.");
        assertThat(verdict.tests().get(0).score()).as("a rate is told").contains("(75 %)");
        assertThat(verdict.tests().get(0).roundsDiffer()).isFalse();
        assertThat(verdict.tests().get(1).cause()).isEmpty();
        assertThat(verdict.groups()).hasSize(1);
    }
}
