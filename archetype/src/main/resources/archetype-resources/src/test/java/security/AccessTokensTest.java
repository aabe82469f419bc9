package ${package}.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ${package}.MovableClock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("security")
class AccessTokensTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens = new AccessTokens(TestKeys.ofWorker(), clock);

    @Test
    void verifiesWhatItIssued() throws Exception {
        AccessToken token = tokens.issue("ada", HOUR);

        assertThat(tokens.verify(token.value())).isEqualTo(new Principal("ada"));
        assertThat(token.expiresAt()).isEqualTo(clock.instant().plus(HOUR));
    }

    @Test
    void endsOnTheSecond() throws Exception {
        String token = tokens.issue("ada", HOUR).value();

        clock.advance(HOUR.minusSeconds(1));
        assertThat(tokens.verify(token).subject()).isEqualTo("ada");

        clock.advance(Duration.ofSeconds(1));
        assertRefused(token);
    }

    @Test
    void refusesTheTokenOfAnotherServer() {
        assertRefused(new AccessTokens(TestKeys.ofAnotherServer(), clock)
                .issue("ada", HOUR)
                .value());
    }

    @Test
    void refusesATokenThatWasChanged() {
        String[] parts = tokens.issue("ada", HOUR).value().split("\\.");
        String[] others = tokens.issue("eve", HOUR).value().split("\\.");

        assertRefused(parts[0] + "." + others[1] + "." + parts[2]);
    }

    @Test
    void refusesATokenThatSaysItNeedsNoSignature() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void refusesAnotherAlgorithmWithTheRightKey() throws Exception {
        // HS384 wants a longer key than HS256: the right one, followed by itself, is what HMAC makes of neither.
        byte[] key = TestKeys.ofWorker().signing();
        byte[] twice = new byte[key.length * 2];
        System.arraycopy(key, 0, twice, 0, key.length);
        System.arraycopy(key, 0, twice, key.length, key.length);

        assertRefused(signed(JWSAlgorithm.HS384, twice, claims().build()));
    }

    @Test
    void refusesATokenThatNeverExpires() throws Exception {
        JWTClaimsSet claims = claims().expirationTime(null).build();

        assertRefused(signed(JWSAlgorithm.HS256, TestKeys.ofWorker().signing(), claims));
    }

    @Test
    void refusesATokenOfNobody() throws Exception {
        JWTClaimsSet claims = claims().subject(null).build();

        assertRefused(signed(JWSAlgorithm.HS256, TestKeys.ofWorker().signing(), claims));
    }

    @Test
    void refusesATokenBeforeItsTime() throws Exception {
        JWTClaimsSet claims = claims().notBeforeTime(Date.from(clock.instant().plusSeconds(60)))
                .build();
        String token = signed(JWSAlgorithm.HS256, TestKeys.ofWorker().signing(), claims);
        assertRefused(token);

        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.verify(token).subject()).isEqualTo("ada");
    }

    @Test
    void refusesWhatIsNoToken() {
        assertRefused("");
        assertRefused("a.b.c");
    }

    @Test
    void issuesNoTokenForLongerThanADay() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("ada", Duration.ofHours(25)));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue(" ", HOUR));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("ada")
                .expirationTime(Date.from(clock.instant().plus(HOUR)));
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> tokens.verify(token));
    }
}
