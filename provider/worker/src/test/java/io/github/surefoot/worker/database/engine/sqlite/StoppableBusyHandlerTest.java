package io.github.surefoot.worker.database.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppableBusyHandlerTest {
    @ParameterizedTest
    @CsvSource({"-1, 2, 1500", "0, 2, 1500", "2, 2, 1500", "8, 2, 6000", "40, 2, 30000", "87, 2, 30000", "87, 64, 2039"
    })
    void a_lock_is_waited_for_the_longer_the_more_want_a_processor(double load, int processors, int millis) {
        assertThat(StoppableBusyHandler.limitMillis(load, processors)).isEqualTo(millis);
    }
}
