package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Shown;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.order.OrderKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A diagnosis is asked about what depends on what runs before, with all that may have. */
class FindSubjectsTest {
    private static final List<String> CLASSES = List.of("it.ATest", "it.BTest", "it.CTest");

    private static ProbeUnit test(String type, String name) {
        return ProbeUnit.ofTest(type, new TestId(type, name), type + "/" + name);
    }

    private static Find find(int number, ProbeUnit test, FindKind kind, Way way, int unit, List<String> order) {
        return new Find(
                number,
                test,
                kind,
                new Trial(
                        way, "", order.stream().map(ProbeUnit::ofClass).toList(), OrderKind.RANDOM, 42, 3, Noise.NONE),
                unit,
                new Shown(3, 3),
                new Shown(3, 0),
                "",
                "",
                "",
                Duration.ZERO);
    }

    @Test
    void ofOrdersWhatRanBeforeAndTheOtherMethodsOfItsClass() {
        SearchState state = new SearchState(
                List.of(test("it.ATest", "one"), test("it.BTest", "one"), test("it.BTest", "two")),
                List.of(
                        find(
                                1,
                                test("it.BTest", "one"),
                                FindKind.ORDER,
                                Way.SHUFFLED,
                                2,
                                List.of("it.CTest", "it.ATest", "it.BTest")),
                        find(2, test("it.BTest", "one"), FindKind.RANDOM, Way.SHUFFLED, 0, List.of("it.BTest")),
                        find(
                                3,
                                test("it.BTest", "two"),
                                FindKind.ORDER,
                                Way.SHUFFLED,
                                2,
                                List.of("it.CTest", "it.ATest", "it.BTest")),
                        find(4, test("it.ATest", "one"), FindKind.BRITTLE, Way.ALONE, 0, List.of("it.BTest"))),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                1,
                Duration.ZERO,
                "");

        List<FailedGroup> groups = FindSubjects.of(state, CLASSES);

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).subjects())
                .as("what failed in one order")
                .extracting(Subject::test)
                .containsExactly(test("it.BTest", "one"), test("it.BTest", "two"));
        Subject ordered = groups.get(0).subjects().get(0);
        assertThat(ordered.failing().orElseThrow())
                .containsExactly(ProbeUnit.ofClass("it.CTest"), ProbeUnit.ofClass("it.ATest"), test("it.BTest", "two"));
        assertThat(ordered.passing().orElseThrow()).containsExactly(ProbeUnit.ofClass("it.ATest"));
        assertThat(ordered.order().seed()).hasValue(42);
        assertThat(ordered.order().kind()).isEqualTo(OrderKind.RANDOM);
        assertThat(ordered.order().round()).isEqualTo(3);
        Subject brittle = groups.get(1).subjects().get(0);
        assertThat(brittle.failing().orElseThrow()).isEmpty();
        assertThat(FindSubjects.numbers(state))
                .containsOnly(
                        Map.entry(test("it.BTest", "one"), 1),
                        Map.entry(test("it.BTest", "two"), 3),
                        Map.entry(test("it.ATest", "one"), 4));
    }
}
