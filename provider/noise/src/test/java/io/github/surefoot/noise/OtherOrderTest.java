package io.github.surefoot.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no order, wherever it hides; and what has one, however it looks. */
@SuppressWarnings("unchecked")
class OtherOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 100, -7})
    void no_order_is_the_usual_one(long seed) {
        OtherOrder.begin(seed);
        for (int size = 2; size < 20; size++) {
            List<Integer> usual = IntStream.range(0, size).boxed().toList();
            List<Integer> other = new ArrayList<>(usual);
            OtherOrder.arrange(other);
            assertThat(other).containsExactlyInAnyOrderElementsOf(usual).isNotEqualTo(usual);
        }
    }

    @Test
    void the_first_turns_round_every_two_elements() {
        OtherOrder.begin(1);
        assertThat(OtherOrder.of(new String[] {"a", "b", "c"})).containsExactly("c", "b", "a");
        assertThat(OtherOrder.of(new String[] {"a"})).containsExactly("a");
        assertThat(OtherOrder.of(new String[0])).isEmpty();
    }

    @Test
    void each_of_the_first_elements_comes_first_in_some_order() {
        List<Integer> firsts = new ArrayList<>();
        for (int seed = 1; seed < 20; seed++) {
            OtherOrder.begin(seed);
            firsts.add(OtherOrder.of(new Integer[] {0, 1, 2})[0]);
        }
        assertThat(firsts).contains(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"behindOthers", "takenUp"})
    void it_is_found_behind_wrappers_views_and_methods_that_take_it_up(String ways) throws Exception {
        for (int size : new int[] {2, 9}) {
            List<Integer> usual = IntStream.range(0, size).boxed().toList();
            assertThat((Map<String, List<Integer>>) orders("threads=1").call(ways, size))
                    .as("of use only where all of them are in rising order")
                    .allSatisfy((way, order) -> assertThat(order).as(way).isEqualTo(usual));
            Map<String, List<Integer>> told =
                    (Map<String, List<Integer>>) orders("order=1").call(ways, size);
            assertThat(told).allSatisfy((way, order) -> assertThat(order)
                    .as(way)
                    .containsExactlyInAnyOrderElementsOf(usual)
                    .isNotEqualTo(usual));
            assertThat(Set.copyOf(told.values())).hasSize(1);
        }
    }

    @Test
    void texts_have_it_wherever_it_is_in_them() throws Exception {
        assertThat((Map<String, String>) orders("threads=1").call("texts", 3))
                .containsEntry("view", "[0, 1, 2]")
                .containsEntry("in a map", "{1=[0, 1, 2]}");
        assertThat((Map<String, String>) orders("order=1").call("texts", 3))
                .containsExactly(
                        Map.entry("view", "[2, 1, 0]"),
                        Map.entry("concurrent", "{2=2, 1=1, 0=0}"),
                        Map.entry("unmodifiable", "{2=2, 1=1, 0=0}"),
                        Map.entry("in a list", "[[2, 1, 0]]"),
                        Map.entry("in a map", "{1=[2, 1, 0]}"),
                        Map.entry("formatted", "[2, 1, 0] and 3"),
                        Map.entry("appended", "{2=2, 1=1, 0=0}"),
                        Map.entry("named", "[2, 1, 0]"));
        assertThat(orders("order=1").call("textOfItself"))
                .isEqualTo(orders("threads=1").call("textOfItself"))
                .isEqualTo("{1=(this Map)}[(this Collection)]");
    }

    @Test
    void tables_stay_in_step() throws Exception {
        List<List<Integer>> usual = (List<List<Integer>>) orders("threads=1").call("table", 5);
        List<List<Integer>> other = (List<List<Integer>>) orders("order=1").call("table", 5);
        assertThat(Set.copyOf(usual)).hasSize(1);
        assertThat(Set.copyOf(other)).hasSize(1).isNotEqualTo(Set.copyOf(usual));
    }

    @Test
    void what_has_an_order_keeps_it_in_wrappers() throws Exception {
        Object usual = orders("threads=1").call("ordered", 7);
        for (String seed : List.of("order=1", "order=2", "order=3")) {
            assertThat(orders(seed).call("ordered", 7)).isEqualTo(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads=1", "order=1", "order=2"})
    void collections_do_what_they_promise(String settings) throws Exception {
        Noisy orders = orders(settings);
        assertThat(orders.call("written")).isEqualTo(40);
        assertThat(orders.call("removedOfEqual", 6)).isEqualTo(Set.of(3));
        assertThat((Integer) orders.call("changedMeanwhile")).isGreaterThanOrEqualTo(6);
        assertThat((List<String>) orders.call("inLongerArray"))
                .containsExactlyInAnyOrder("a", null, null, "x")
                .endsWith(null, "x");
    }

    @Test
    void reflection_lists_annotations_classes_and_locales_in_it() throws Exception {
        Map<String, List<String>> usual =
                (Map<String, List<String>>) orders("threads=1").call("listed");
        Map<String, List<String>> other =
                (Map<String, List<String>>) orders("order=1").call("listed");
        assertThat(other).containsOnlyKeys(usual.keySet()).allSatisfy((what, names) -> assertThat(names)
                .as(what)
                .hasSizeGreaterThan(1)
                .containsExactlyInAnyOrderElementsOf(usual.get(what))
                .isNotEqualTo(usual.get(what)));
        assertThat(orders("order=1").call("listed")).isEqualTo(other);
    }

    @Test
    void wrappers_of_the_project_are_left_alone() {
        assertThat(Stream.of(List.of(), Map.of("a", 1).keySet().stream().toList()))
                .noneMatch(Unordered::is);
    }

    private static Noisy orders(String settings) {
        return new Noisy(settings, Orders.class);
    }
}
