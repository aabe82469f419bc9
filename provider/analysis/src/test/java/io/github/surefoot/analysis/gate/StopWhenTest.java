package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.SettingException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StopWhenTest {
    private static final String PROPERTY = "surefoot.stopWhenDecided";

    @ParameterizedTest
    @EnumSource(StopWhen.class)
    void isReadAsItIsWritten(StopWhen when) {
        assertThat(StopWhen.parse(PROPERTY, " " + when.word() + " ")).isEqualTo(when);
    }

    /** As {@code -Dsurefoot.stopWhenDecided} leaves it. */
    @Test
    void whatHasNoValueIsTrue() {
        assertThat(StopWhen.parse(PROPERTY, "")).isEqualTo(StopWhen.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"maybe", "TRUE", "held"})
    void anotherWordIsRefused(String word) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> StopWhen.parse(PROPERTY, word))
                .withMessage("%s is '%s', but must be 'true', 'false' or 'not-held'.", PROPERTY, word);
    }

    @ParameterizedTest
    @CsvSource({"NEVER, false", "CERTAIN, true", "NOT_HELD, true"})
    void aShardRunsAllItsRounds(StopWhen when, boolean stops) {
        GateSettings rule = new GateSettings(GateKind.TEST, BigDecimal.valueOf(95), Optional.empty(), when);

        assertThat(rule.stopWhenDecided()).isEqualTo(stops);
        assertThat(rule.ofAllRounds())
                .isEqualTo(new GateSettings(GateKind.TEST, BigDecimal.valueOf(95), Optional.empty(), false));
    }
}
