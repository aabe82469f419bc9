package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestOrderTest {
    private static final List<String> NAMES = List.of("it.E", "it.A", "it.D", "it.B", "it.C");

    private static TestOrder told(String order, String number) {
        return TestOrder.of(new WorkerSettings(Map.of("surefoot.worker.order", order, "surefoot.worker.seed", number)))
                .orElseThrow();
    }

    @Test
    void theProjectsOwnIsNone() {
        assertThat(TestOrder.of(new WorkerSettings(Map.of()))).isEmpty();
        assertThat(TestOrder.of(new WorkerSettings(Map.of("surefoot.worker.order", "configured"))))
                .isEmpty();
    }

    @Test
    void aRandomOneIsThatOfItsSeedAndRound() {
        assertThat(told("random", "42").names(NAMES, 2))
                .isEqualTo(new RandomOrder(42).shuffled(NAMES, name -> name, 2));
    }

    @Test
    void reversedIsTheSameInEachRound() {
        List<String> backwards = new ArrayList<>(NAMES);
        Collections.reverse(backwards);

        assertThat(told("reversed", "0").names(NAMES, 1)).isEqualTo(backwards);
        assertThat(told("reversed", "0").names(NAMES, 7)).isEqualTo(backwards);
    }

    @Test
    void pairsAreAllThereInSixRoundsOfFiveHoweverTheyWereFound() {
        Set<List<String>> seen = new HashSet<>();
        List<String> otherwise = new ArrayList<>(NAMES);
        Collections.sort(otherwise);
        for (int round = 1; round <= 6; round++) {
            List<String> order = told("pairs", "1").names(NAMES, round);
            assertThat(order).isEqualTo(told("pairs", "1").names(otherwise, round));
            for (int i = 1; i < order.size(); i++) {
                seen.add(List.of(order.get(i - 1), order.get(i)));
            }
        }

        assertThat(seen).hasSize(20);
        assertThat(told("pairs", "4").names(NAMES, 2))
                .as("begun with another row, on another machine")
                .isEqualTo(told("pairs", "1").names(NAMES, 5));
    }

    @Test
    void anOrderOfMethodsIsReadAsItIsWritten() {
        MethodOrder order = new MethodOrder(OrderKind.RANDOM, -42);

        assertThat(MethodOrder.parse(order.text())).isEqualTo(order);
        assertThatThrownBy(() -> MethodOrder.parse("sideways:1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MethodOrder.parse("random")).isInstanceOf(IllegalArgumentException.class);
    }
}
