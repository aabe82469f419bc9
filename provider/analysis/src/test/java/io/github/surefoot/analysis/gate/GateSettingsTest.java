package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateSettingsTest {
    @Test
    void nothingSetIsTheDefault() {
        assertThat(GateSettings.parse(null, null, " ", false)).isEqualTo(GateSettings.defaults());
        assertThat(GateSettings.parse("test", "95", "off", false)).isEqualTo(GateSettings.defaults());
    }

    @Test
    void readsTheLeastAndTheGreatest() {
        assertThat(GateSettings.parse(null, "100", "99.999999999", false).threshold())
                .isEqualTo(new BigDecimal("100"));
        assertThat(GateSettings.parse(null, "0", "50.000000001", false).threshold())
                .isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void readsDecimals() {
        GateSettings settings = GateSettings.parse("execution", " 99.5 ", "95", true);

        assertThat(settings.gate()).isEqualTo(GateKind.EXECUTION);
        assertThat(settings.threshold()).isEqualTo(new BigDecimal("99.5"));
        assertThat(settings.confidence()).contains(new BigDecimal("95"));
        assertThat(settings.stopWhenDecided()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"105", "abc", "-1", "100.01", "95%", "1e2", "95,5", "٩٥", "NaN", "+95", "0x10"})
    void refusesThresholdsByName(String threshold) {
        assertThatThrownBy(() -> GateSettings.parse(null, threshold, null, false))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("surefoot.threshold=" + threshold + " is refused: ")
                .hasMessageContaining("from 0 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "50", "0", "high", "-95"})
    void refusesConfidencesByName(String confidence) {
        assertThatThrownBy(() -> GateSettings.parse(null, null, confidence, false))
                .hasMessageStartingWith("surefoot.confidence=" + confidence + " is refused: ");
    }

    @Test
    void refusesGatesByName() {
        assertThatThrownBy(() -> GateSettings.parse("tests", null, null, false))
                .hasMessage("surefoot.gate=tests is refused: it takes test, run or execution."
                        + " Leave it out for test, the strictest.")
                .extracting(e -> ((SettingException) e).property())
                .isEqualTo("surefoot.gate");
    }
}
