package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, 0.5 s", "1s, 1 s", " 90 s , 90 s", "2m, 120 s", "1h, 3600 s", "1ms, 0.001 s"})
    void areReadAndTold(String value, String text) {
        assertThat(Durations.text(Durations.parse("surefoot.loop.time", value))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "5", "-1s", "1.5s", "1d", ""})
    void whatIsNoneIsRefusedWithItsSetting(String value) {
        assertThatThrownBy(() -> Durations.parse("surefoot.loop.time", value))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.loop.time is '" + value + "'");
    }

    @Test
    void nothingIsAText() {
        assertThat(Durations.text(Duration.ZERO)).isEqualTo("0 s");
    }
}
