package io.github.surefoot.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdingTest {
    @ParameterizedTest
    @CsvSource({"-1, 2, 1500", "0, 2, 1500", "2, 2, 1500", "8, 2, 6000", "40, 2, 30000", "87, 2, 30000", "87, 64, 2039"
    })
    void a_limit_grows_with_those_who_want_a_processor(double load, int processors, int limit) {
        assertThat(Crowding.limit(1500, 30_000, load, processors)).isEqualTo(limit);
    }

    @Test
    void on_this_machine_it_is_between_both() {
        assertThat(Crowding.limit(3, 10)).isBetween(3, 10);
    }
}
