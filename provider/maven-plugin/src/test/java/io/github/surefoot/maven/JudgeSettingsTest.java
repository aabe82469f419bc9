package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.ForbiddenPattern;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.maven.settings.AutomaticRounds;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeSettingsTest {
    private static final Map<String, String> SECRETS = Map.of("surefoot.secrets", "API_KEY, jwt.key");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException: API_KEY is missing",
                "Environment variable 'jwt.key' was not set!",
                "Could not resolve placeholder 'API_KEY' in value \"${API_KEY}\"",
                "SQLException: Database is locked",
            })
    void sharedFilesAndMissingSecretsAreForbiddenByDefault(String said) {
        assertThat(isForbidden(said, SECRETS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER_API_KEY is missing", "the key is missing", "jwt-key was not set", "API_KEY is held"})
    void whatIsNoDeclaredSecretMayBeMissing(String said) {
        assertThat(isForbidden(said, SECRETS)).isFalse();
    }

    @Test
    void whatTheUserForbidsTakesThePlaceOfTheDefaults() {
        Map<String, String> own = Map.of("surefoot.secrets", "API_KEY", "surefoot.forbidden", "out of memory");
        assertThat(isForbidden("API_KEY is missing", own)).isFalse();
        assertThat(isForbidden("Out of memory", own)).isTrue();
    }

    @Test
    void anExpressionThatCannotBeUsedIsRefused() {
        assertThatThrownBy(() -> isForbidden("", Map.of("surefoot.forbidden", "/(/")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.forbidden");
    }

    /** A suite that is held against 0.95 % holds whatever happens. */
    @ParameterizedTest
    @CsvSource({"0.95, 95", " 0.995 , 99.5", "0.5, 50", "00.9999, 99.99"})
    void aShareInPlaceOfAPercentageIsRefused(String given, String meant) {
        assertThatThrownBy(() -> threshold(given))
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "surefoot.threshold=" + given + " is refused: it takes a percentage, and that is less than one"
                                + " in a hundred. Did you mean " + meant + "? To have nothing judged write 0.");
        assertThatThrownBy(() -> AutomaticRounds.settings(
                        name -> Optional.ofNullable(Map.of("surefoot.rounds", "auto", "surefoot.threshold", given)
                                .get(name))))
                .hasMessageContaining("Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "1", "1.5", "95", "99.95", "100"})
    void whatIsAPercentageIsTaken(String given) {
        assertThat(threshold(given)).isEqualByComparingTo(given);
    }

    private static BigDecimal threshold(String given) {
        return JudgeSettings.parse(name -> Optional.of(given).filter(value -> name.equals("surefoot.threshold")))
                .gate()
                .threshold();
    }

    private static boolean isForbidden(String said, Map<String, String> properties) {
        JudgeSettings settings = JudgeSettings.parse(name -> Optional.ofNullable(properties.get(name)));
        // As the workers read them.
        return ForbiddenPattern.parse(String.join(",", settings.forbidden())).stream()
                .anyMatch(pattern -> pattern.occursIn(said));
    }
}
