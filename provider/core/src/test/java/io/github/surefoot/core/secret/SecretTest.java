package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void isNeverPrintedWithItsValue() {
        assertThat(Values.JWT).hasToString("JWT_SECRET_KEY (settings.xml)");
        assertThat(SecretSet.of(List.of(Values.JWT, Values.MADE)))
                .hasToString("[JWT_SECRET_KEY (settings.xml), JWT_ENCRYPTION_KEY (generated)]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cr3t!", "        ", "  s3cr3t!   "})
    void aShortValueIsRefusedWithTheReason(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Secret("API_KEY", SecretSource.DOTENV, value))
                .withMessageStartingWith("API_KEY (dotenv) has fewer than 8 characters.")
                .withMessageContaining("garble")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr3t"));
    }

    @Test
    void aVeryLongValueIsRefusedWithTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Secret("API_KEY", SecretSource.DOTENV, "x".repeat(4097)))
                .withMessageStartingWith("API_KEY (dotenv) has more than 4096 characters.")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("xxx"));
    }

    @Test
    void namesAreListedWithCommasOrSpaces() {
        assertThat(SecretNames.parse("surefoot.secrets", " API_KEY, JWT_SECRET_KEY\n  my.token,,API_KEY "))
                .containsExactly("API_KEY", "JWT_SECRET_KEY", "my.token");
        assertThat(SecretNames.parse("surefoot.secrets", "  ")).isEmpty();
    }

    @Test
    void aValueInTheListIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretNames.parse("surefoot.secrets", "API_KEY=hunter2hunter2"))
                .withMessageStartingWith("surefoot.secrets lists 'API_KEY=…', a name with a value.")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretNames.parse("surefoot.secrets", "hunter/2"))
                .withMessageContaining("is no name (8 characters")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter"));
    }

    @Test
    void aNameIsThereOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretSet.of(List.of(Values.JWT, Values.JWT)))
                .withMessage("JWT_SECRET_KEY is there twice");
    }
}
