package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void contendersAlternate() throws IOException, InterruptedException {
        List<String> order = new ArrayList<>();

        Map<String, List<Integer>> samples = new Turns<String, Integer>(List.of("A", "B", "C")).take(2, (who, turn) -> {
            order.add(who + turn);
            return order.size();
        });

        assertThat(order).containsExactly("A1", "B1", "C1", "A2", "B2", "C2");
        assertThat(samples).isEqualTo(Map.of("A", List.of(1, 4), "B", List.of(2, 5), "C", List.of(3, 6)));
        assertThat(samples.keySet()).containsExactly("A", "B", "C");
    }
}
