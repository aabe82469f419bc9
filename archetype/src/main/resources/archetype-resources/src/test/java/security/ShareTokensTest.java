package ${package}.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ${package}.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("security")
class ShareTokensTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SESSION = "4f6d0a34-session";

    private final MovableClock clock = new MovableClock();
    private final ShareTokens shares = new ShareTokens(TestKeys.ofWorker(), clock);

    @Test
    void opensWhatItSealed() throws Exception {
        assertThat(shares.open(shares.seal(SESSION, HOUR))).isEqualTo(SESSION);
    }

    @Test
    void tellsItsHolderNothing() {
        String token = shares.seal(SESSION, HOUR);

        assertThat(Arrays.stream(token.split("\\."))
                        .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1)))
                .noneMatch(part -> part.contains(SESSION));
    }

    @Test
    void sealsTheSameSessionDifferentlyEachTime() {
        assertThat(shares.seal(SESSION, HOUR)).isNotEqualTo(shares.seal(SESSION, HOUR));
    }

    @Test
    void refusesATokenOfAnotherServer() {
        assertRefused(new ShareTokens(TestKeys.ofAnotherServer(), clock).seal(SESSION, HOUR));
    }

    @Test
    void refusesATokenThatWasChanged() {
        String[] parts = shares.seal(SESSION, HOUR).split("\\.", -1);
        byte[] text = Base64.getUrlDecoder().decode(parts[3]);
        text[0] ^= 1;
        parts[3] = Base64.getUrlEncoder().withoutPadding().encodeToString(text);

        assertRefused(String.join(".", parts));
    }

    @Test
    void refusesAnExpiredToken() {
        String token = shares.seal(SESSION, HOUR);
        clock.advance(HOUR);

        assertRefused(token);
    }

    @Test
    void refusesAnAccessToken() {
        assertRefused(
                new AccessTokens(TestKeys.ofWorker(), clock).issue("ada", HOUR).value());
    }

    @Test
    void sealsNothingForLongerThanAWeek() {
        assertThatIllegalArgumentException().isThrownBy(() -> shares.seal(SESSION, Duration.ofDays(8)));
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> shares.open(token));
    }
}
