package io.github.surefoot.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairRowsTest {
    static IntStream sizes() {
        return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(101, 128, 255));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void eachElementStandsDirectlyBeforeEachOther(int size) {
        PairRows rows = PairRows.of(size);
        Set<Long> pairs = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            List<Integer> order = rows.row(row);
            for (int i = 1; i < order.size(); i++) {
                pairs.add((long) order.get(i - 1) * size + order.get(i));
            }
        }

        assertThat(pairs).hasSize(size * Math.max(0, size - 1));
        assertThat(rows.rows()).isLessThanOrEqualTo(size + 1);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void eachRowHasAllElementsOnceAndEachElementIsFirstOnce(int size) {
        PairRows rows = PairRows.of(size);
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        Set<Integer> first = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(rows.row(row)).containsExactlyInAnyOrderElementsOf(all);
            rows.row(row).stream().findFirst().ifPresent(first::add);
        }

        assertThat(first).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void anEvenNumberNeedsAsManyRowsAsElementsAndAnOddOneOneMore() {
        assertThat(PairRows.of(8).rows()).isEqualTo(8);
        assertThat(PairRows.of(7).rows()).isEqualTo(8);
        assertThat(PairRows.of(4).row(0)).containsExactly(0, 1, 3, 2);
        assertThat(PairRows.of(3).row(0)).containsExactly(0, 1, 2);
    }

    @Test
    void rowsBeginAnewBehindTheLast() {
        assertThat(PairRows.of(5).row(6)).isEqualTo(PairRows.of(5).row(0));
        assertThat(PairRows.of(5).row(-1)).isEqualTo(PairRows.of(5).row(5));
        assertThat(PairRows.arranged(List.of("a", "b", "c", "d"), 4)).containsExactly("a", "b", "d", "c");
        assertThat(PairRows.arranged(List.of(), 3)).isEmpty();
    }

    @Test
    void thereAreNoFewerThanNone() {
        assertThatThrownBy(() -> PairRows.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
