package io.github.surefoot.worker.database.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.setting.SettingReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void has_defaults_for_everything() {
        DatabaseSettings settings = read(Map.of());
        assertThat(settings.reset()).isEqualTo(Reset.PER_CLASS);
        assertThat(settings.leaksFail()).isFalse();
        assertThat(settings.onlyMyBatis()).isFalse();
        assertThat(settings.schema().tool()).isEqualTo("auto");
        assertThat(settings.schema().flywayLocations()).as("Flyway's own").isEmpty();
        assertThat(settings.teardownTarget()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void reads_lists_and_words_in_any_case() {
        DatabaseSettings settings = read(Map.of(
                "surefoot.database.reset", " Test ",
                "surefoot.database.mappers", "a.b, c ,\n d,",
                "surefoot.database.leaks", "",
                "surefoot.teardownTarget", "500 ms"));
        assertThat(settings.reset()).isEqualTo(Reset.PER_TEST);
        assertThat(settings.myBatis().mappers()).containsExactly("a.b", "c", "d");
        assertThat(settings.leaksFail()).isFalse();
        assertThat(settings.teardownTarget()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void names_setting_value_and_what_is_allowed() {
        assertThatThrownBy(() -> read(Map.of("surefoot.database.reset", "sometimes")))
                .hasMessage("surefoot.database.reset is 'sometimes'; it must be one of class, test, never.");
        assertThatThrownBy(() -> read(Map.of("surefoot.teardownTarget", "soon")))
                .hasMessage("surefoot.teardownTarget is 'soon'; write a duration such as 15s, 500ms or 1m.");
    }

    @Test
    void a_number_alone_is_seconds() {
        assertThat(new SettingReader(name -> Optional.empty()).duration("x", "3"))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(new SettingReader(name -> Optional.empty()).duration("x", "2m"))
                .isEqualTo(Duration.ofMinutes(2));
    }

    private static DatabaseSettings read(Map<String, String> settings) {
        return DatabaseSettings.read(name -> Optional.ofNullable(settings.get(name)), "");
    }
}
