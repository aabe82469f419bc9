package ${package}.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class TokenEstimateTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "four, 1", "fiver, 2", "'one two three four', 5"})
    void roundsUp(String text, int tokens) {
        assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
    }

    @Test
    void countsAnEmojiOnce() {
        assertThat(TokenEstimate.of("\uD83D\uDE80".repeat(4))).isEqualTo(1);
    }
}
