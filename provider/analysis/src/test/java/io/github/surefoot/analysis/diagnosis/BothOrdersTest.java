package io.github.surefoot.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is seen that a test fails in one of two orders, and when that it does not depend on them. */
class BothOrdersTest {
    @ParameterizedTest
    @CsvSource({
        // runs and failures forward, then backward
        "1, 1, 1, 0, false, false",
        "1, 1, 1, 1, false, false",
        "2, 2, 2, 2, true, false",
        "2, 0, 2, 0, true, false",
        "4, 4, 4, 0, false, false",
        "5, 5, 5, 0, true, true",
        "5, 0, 5, 5, true, true",
        "5, 4, 5, 0, false, false",
        "9, 8, 9, 0, false, false",
        "10, 9, 10, 0, true, true",
        "10, 9, 10, 1, true, true",
        "10, 0, 10, 1, true, false",
        "10, 1, 9, 9, false, false",
        "4, 2, 4, 0, true, false",
        "4, 4, 4, 2, true, false"
    })
    void oneRunOfASideMayEndOtherwise(
            int runs, int failed, int runsBack, int failedBack, boolean decided, boolean opposite) {
        BothOrders orders = new BothOrders(new Shown(runs, failed), new Shown(runsBack, failedBack));

        assertThat(orders.isDecided()).isEqualTo(decided);
        assertThat(orders.areOpposite()).isEqualTo(opposite);
    }

    @Test
    void whereItFailsInMostRunsItFails() {
        assertThat(new BothOrders(new Shown(10, 9), new Shown(10, 1)).failsForward())
                .isTrue();
        assertThat(new BothOrders(new Shown(10, 1), new Shown(10, 10)).failsForward())
                .isFalse();
    }
}
