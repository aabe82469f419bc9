package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionRequestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
                    none    | none    | Say there why (reason), and who mends it (owner), unless CODEOWNERS does.
                    none    | @team   | Say there why (reason).
                    ISSUE-7 | none    | Say there who mends it (owner), unless CODEOWNERS does.
                    ISSUE-7 | @team   | none
                    """)
    void whatIsStillToBeSaidIsAskedFor(@Nullable String reason, @Nullable String owner, @Nullable String sentence) {
        Map<String, String> given = new HashMap<>(Map.of(
                "surefoot.test",
                "shop.CartTest#expires",
                "surefoot.until",
                TODAY.plusDays(9).toString()));
        if (reason != null) {
            given.put("surefoot.reason", reason);
        }
        if (owner != null) {
            given.put("surefoot.owner", owner);
        }
        ExceptionRequest request =
                ExceptionRequest.parse(name -> Optional.ofNullable(given.get(name)), TODAY, TODAY.plusDays(90));

        assertThat(request.unsaid()).isEqualTo(Optional.ofNullable(sentence));
    }

    @Test
    void allTestsAreNoException() {
        Map<String, String> given = Map.of("surefoot.test", "*", "surefoot.until", TODAY.toString());

        assertThatThrownBy(() ->
                        ExceptionRequest.parse(name -> Optional.ofNullable(given.get(name)), TODAY, TODAY.plusDays(90)))
                .hasMessageStartingWith("surefoot.test is '*', but must be the test that may fail");
    }
}
