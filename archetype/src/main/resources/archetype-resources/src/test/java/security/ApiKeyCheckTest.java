package ${package}.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.secret.Secrets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("security")
class ApiKeyCheckTest {

    private final ApiKeyCheck check = new ApiKeyCheck(TestKeys.ofWorker());
    private final String key = Secrets.get("API_KEY");

    @Test
    void acceptsTheKey() {
        assertThat(check.matches(key)).isTrue();
    }

    @Test
    void refusesWhateverIsNearlyTheKey() {
        assertThat(check.matches(key + " ")).isFalse();
        assertThat(check.matches(key.substring(1))).isFalse();
        assertThat(check.matches(key.substring(0, key.length() - 1))).isFalse();
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(check.matches(null)).isFalse();
        assertThat(check.matches("")).isFalse();
    }
}
