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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A diagnosis is asked about what depends on what runs before, with all that may have. */
class FindSubjectsTest {
    private static final List<String> CLASSES = List.of("it.ATest", "it.BTest", "it.CTest");

    private static ProbeUnit test(String type, String name) {
        return ProbeUnit.ofTest(type, new TestId(type, name), type + "/" + name);
    }

    private static Find find(int number, FindKind kind, Way way, int unit, List<String> order) {
        return new Find(
                number,
                test("it.BTest", "one"),
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
                        find(1, FindKind.ORDER, Way.SHUFFLED, 2, List.of("it.CTest", "it.ATest", "it.BTest")),
                        find(2, FindKind.RANDOM, Way.SHUFFLED, 0, List.of("it.BTest")),
                        find(3, FindKind.BRITTLE, Way.ALONE, 0, List.of("it.BTest"))),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                1,
                Duration.ZERO,
                "");

        Map<Integer, FailedGroup> groups = FindSubjects.of(state, CLASSES);

        assertThat(groups).containsOnlyKeys(1, 3);
        Subject ordered = Stream.ofNullable(groups.get(1))
                .findFirst()
                .orElseThrow()
                .subjects()
                .get(0);
        assertThat(ordered.failing().orElseThrow())
                .containsExactly(ProbeUnit.ofClass("it.CTest"), ProbeUnit.ofClass("it.ATest"), test("it.BTest", "two"));
        assertThat(ordered.passing().orElseThrow()).containsExactly(ProbeUnit.ofClass("it.ATest"));
        assertThat(ordered.order().seed()).hasValue(42);
        assertThat(ordered.order().kind()).isEqualTo(OrderKind.RANDOM);
        assertThat(ordered.order().round()).isEqualTo(3);
        Subject brittle = Stream.ofNullable(groups.get(3))
                .findFirst()
                .orElseThrow()
                .subjects()
                .get(0);
        assertThat(brittle.failing().orElseThrow()).containsExactly(test("it.BTest", "two"));
    }
}
