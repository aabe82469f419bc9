package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 2.0))).isEqualTo(new Spread(3, 1, 9));
    }

    @Test
    void oneMeasurementIsItsOwnMedian() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void noMeasurementHasNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }

    /** The machine is four times as slow in the second turn. The ratio of the medians would be 4. */
    @Test
    void aRatioIsTakenWithinATurn() {
        Spread ratio = Spread.ofRatios(List.of(5.0, 40.0, 50.0), List.of(10.0, 80.0, 10.0));

        assertThat(ratio).isEqualTo(new Spread(0.5, 0.5, 5));
    }

    @Test
    void turnsThatCannotBePairedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.ofRatios(List.of(1.0, 2.0), List.of(1.0)))
                .withMessageContaining("2 measurements")
                .withMessageContaining("1");
    }
}
