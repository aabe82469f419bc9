package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.diagnosis.Clues;
import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.Probe;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.Prober;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Shown;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.analysis.diagnosis.TestDiagnosis;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.probe.StateChange;
import io.github.surefoot.core.protocol.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tests have the cause of another one, as a prober that we know answers. */
class SharedCauseTest {
    private static final ProbeUnit POLLUTER = ProbeUnit.ofClass("PolluterTest");
    private static final StateChange STATE = new StateChange(StateChange.Sort.PROPERTY, "mode", "", "", 0, "is set");

    private final List<Probe> asked = new ArrayList<>();

    private static Subject subject(String name, ProbeUnit... before) {
        return subject(name, "", before);
    }

    private static Subject throwing(String failure, ProbeUnit... before) {
        return subject("other", failure, before);
    }

    private static Subject subject(String name, String failure, ProbeUnit... before) {
        return new Subject(
                ProbeUnit.ofTest("VictimTest", new TestId("VictimTest", name), "[" + name + "]"),
                Optional.of(List.of(before)),
                Optional.empty(),
                Map.of(),
                Clues.NONE,
                new FailedGroup.Order("r1w1", OptionalLong.empty(), 1, Dispatch.EACH),
                false,
                2,
                3,
                failure);
    }

    private static SharedCause cause(Kind kind, List<StateChange> state, ProbeUnit... culprits) {
        return new SharedCause(new TestDiagnosis(
                subject("first"),
                kind,
                culprits.length == 0 ? List.of() : List.of(List.of(culprits)),
                List.of(),
                state,
                List.of(),
                ProbeVariant.USUAL,
                new Shown(3, 3),
                new Shown(3, 0),
                true,
                new TestDiagnosis.Cost(1, 6, Map.of()),
                ""));
    }

    private Prober failing(Predicate<Probe> fails) {
        return probe -> {
            asked.add(probe);
            return fails.test(probe) ? Ending.failed("E") : Ending.passed();
        };
    }

    private static boolean polluted(Probe probe) {
        return probe.units().contains(POLLUTER);
    }

    @Test
    void aTestThatFailsAfterTheSamePolluterHasTheSameCause() {
        Prober prober = failing(probe -> polluted(probe) && probe.undone().isEmpty());

        assertThat(cause(Kind.VICTIM, List.of(STATE), POLLUTER)
                        .isSure(subject("other", ProbeUnit.ofClass("A"), POLLUTER), prober, true))
                .isTrue();
        assertThat(asked)
                .filteredOn(probe -> probe.jvm() == ProbeJvmKind.FRESH)
                .as("three new JVMs with it, and three without")
                .hasSize(6)
                .filteredOn(SharedCauseTest::polluted)
                .hasSize(3);
    }

    @Test
    void withoutNewJvmsItIsAskedAsOftenAsTheFirst() {
        assertThat(cause(Kind.VICTIM, List.of(), POLLUTER)
                        .isSure(subject("other", POLLUTER), failing(SharedCauseTest::polluted), false))
                .isTrue();
        assertThat(asked)
                .as("five with it and five without, and once what else ran before it")
                .hasSize(11)
                .allMatch(probe -> probe.jvm() == ProbeJvmKind.RENEWED);
    }

    @Test
    void aTestThatFailedByAnotherFailureHasACauseOfItsOwn() {
        SharedCause cause = cause(Kind.VICTIM, List.of(), POLLUTER);
        Prober prober = failing(SharedCauseTest::polluted);

        assertThat(cause.isSure(throwing("Q", POLLUTER), prober, true)).isFalse();
        assertThat(cause.isAlike(throwing("Q", POLLUTER), prober, true)).isFalse();
        assertThat(cause.isSure(throwing("E", POLLUTER), prober, true)).isTrue();
    }

    @Test
    void aTestThatFailsWithoutThePolluterTooWhereItFailedHasACauseOfItsOwn() {
        ProbeUnit second = ProbeUnit.ofClass("SecondTest");
        Prober prober = failing(probe -> polluted(probe) || probe.units().contains(second));

        assertThat(cause(Kind.VICTIM, List.of(), POLLUTER).isSure(subject("other", POLLUTER, second), prober, true))
                .isFalse();
    }

    @Test
    void aTestThatSuffersFromSomethingElseOfTheSamePolluterHasACauseOfItsOwn() {
        SharedCause cause = cause(Kind.VICTIM, List.of(STATE), POLLUTER);

        assertThat(cause.isSure(subject("other", POLLUTER), failing(SharedCauseTest::polluted), true))
                .isFalse();
        assertThat(cause.isAlike(subject("other", POLLUTER), failing(SharedCauseTest::polluted), true))
                .isFalse();
    }

    @Test
    void nobodyIsAskedOfATestThatFailedWithoutThePolluter() {
        assertThat(cause(Kind.VICTIM, List.of(), POLLUTER)
                        .isSure(subject("other", ProbeUnit.ofClass("A")), failing(SharedCauseTest::polluted), true))
                .isFalse();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsNoMatterOfOthersBeforeItIsAskedOfNobody(Kind kind) {
        SharedCause cause = cause(kind, List.of());

        assertThat(cause.isSure(subject("other", POLLUTER), failing(SharedCauseTest::polluted), true))
                .isFalse();
        assertThat(cause.isAlike(subject("other", POLLUTER), failing(SharedCauseTest::polluted), true))
                .isFalse();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.5, 0.7, 1})
    void aTestThatFailsByChanceHasNoCauseOfOthers(double rate) {
        int wrong = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            SharedCause likely = cause(Kind.VICTIM, List.of(), POLLUTER);
            Prober prober = failing(probe -> random.nextDouble() < rate);
            wrong += likely.isAlike(subject("other", POLLUTER), prober, true) ? 1 : 0;
            for (boolean confirming : List.of(true, false)) {
                wrong += cause(Kind.VICTIM, List.of(), POLLUTER)
                                .isSure(
                                        subject("other", POLLUTER),
                                        failing(probe -> random.nextDouble() < rate),
                                        confirming)
                        ? 1
                        : 0;
            }
        }
        assertThat(wrong).as("of one thousand five hundred").isLessThanOrEqualTo(5);
    }

    @Test
    void aTestOfTheSameSortHasItIfEachProbeSaysSo() {
        assertThat(cause(Kind.VICTIM, List.of(), POLLUTER)
                        .isAlike(subject("other"), failing(SharedCauseTest::polluted), false))
                .isTrue();
        assertThat(cause(Kind.BRITTLE, List.of(), POLLUTER)
                        .isAlike(subject("other"), failing(probe -> !polluted(probe)), false))
                .isTrue();
        assertThat(cause(Kind.BRITTLE, List.of(), POLLUTER)
                        .isAlike(subject("other"), failing(SharedCauseTest::polluted), true))
                .isFalse();
    }

    @Test
    void whereNobodyCanBeAskedAGroupThatIsSeenStaysOneAndNoOtherIsPutToIt() {
        Prober stopped = probe -> {
            throw new ProbingStoppedException("the budget is spent");
        };
        SharedCause cause = cause(Kind.VICTIM, List.of(), POLLUTER);

        assertThat(cause.isAlike(subject("other"), stopped, true)).isTrue();
        assertThat(cause.isAlike(subject("other"), stopped, false)).isFalse();
        assertThat(cause.isSure(subject("other", POLLUTER), stopped, true)).isFalse();
    }
}
