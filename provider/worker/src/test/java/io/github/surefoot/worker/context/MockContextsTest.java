package io.github.surefoot.worker.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The tokens are read by a JWT library of which the code under test knows nothing. */
class MockContextsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> SECRETS = Map.of(
            "API_KEY", "canary-of-api-key",
            "JWT_SECRET_KEY", "canary-of-jwt-key-0123456789-grün");

    private final MockContexts contexts = MockContexts.of(name -> Objects.requireNonNull(SECRETS.get(name)))
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC));

    private static SignedJWT token(MockContext context) throws Exception {
        String header = context.header("authorization").orElseThrow();
        assertThat(header).startsWith("Bearer ");
        return SignedJWT.parse(header.substring("Bearer ".length()));
    }

    private static boolean isSignedWithTheSecret(SignedJWT token) throws Exception {
        byte[] key = Objects.requireNonNull(SECRETS.get("JWT_SECRET_KEY")).getBytes(StandardCharsets.UTF_8);
        return token.verify(new MACVerifier(key));
    }

    @Test
    void aValidContextHasBothCredentials() throws Exception {
        MockContext context = contexts.withSubject("ada").valid();
        assertThat(context.headers()).containsOnlyKeys("X-API-Key", "Authorization");
        assertThat(context.header("x-api-key")).contains("canary-of-api-key");
        SignedJWT token = token(context);
        assertThat(isSignedWithTheSecret(token)).isTrue();
        assertThat(token.getHeader().toString()).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ada");
        assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(300)));
        assertThat(token.getJWTClaimsSet().getJWTID()).isNotBlank();
    }

    @Test
    void anExpiredContextDiffersInTheTimesOfTheTokenOnly() throws Exception {
        MockContext context = contexts.expired();
        assertThat(context.header("X-API-Key")).contains("canary-of-api-key");
        assertThat(isSignedWithTheSecret(token(context))).isTrue();
        assertThat(token(context).getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(NOW.minusSeconds(3600)));
        assertThat(token(context).getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW.minusSeconds(3900)));
    }

    @Test
    void aWrongTokenIsWellFormedAndSignedWithAnotherKey() throws Exception {
        MockContext context = contexts.wrong(Credential.BEARER_TOKEN);
        assertThat(context.header("X-API-Key")).contains("canary-of-api-key");
        assertThat(isSignedWithTheSecret(token(context))).isFalse();
        assertThat(token(context).getJWTClaimsSet().getSubject()).isEqualTo("tester");
    }

    @Test
    void aWrongApiKeySharesNothingWithTheRightOne() throws Exception {
        MockContext context = contexts.wrong(Credential.API_KEY);
        assertThat(context.header("X-API-Key").orElseThrow()).hasSize(43).doesNotContain("canary");
        assertThat(context.header("X-API-Key"))
                .isNotEqualTo(contexts.wrong(Credential.API_KEY).header("X-API-Key"));
        assertThat(isSignedWithTheSecret(token(context))).isTrue();
    }

    @Test
    void whatIsMissingIsNotShown() {
        assertThat(contexts.missing(Credential.API_KEY).headers()).containsOnlyKeys("Authorization");
        assertThat(contexts.missing(Credential.BEARER_TOKEN).headers()).containsOnlyKeys("X-API-Key");
        assertThat(contexts.anonymous().headers()).isEmpty();
    }

    @Test
    void aProjectWithoutTokensNeedsNoTokenKey() {
        MockContexts keyOnly = MockContexts.of(name -> {
                    assertThat(name).isEqualTo("API_KEY");
                    return "canary-of-api-key";
                })
                .only(Credential.API_KEY);
        assertThat(keyOnly.valid().headers()).containsExactly(Map.entry("X-API-Key", "canary-of-api-key"));
    }

    @Test
    void claimsAreWrittenAsTheyAre() throws Exception {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("street", "Zürichstraße \"7\"\n\\");
        SignedJWT token = token(contexts.withClaim("roles", List.of("admin", "tester"))
                .withClaim("admin", true)
                .withClaim("level", 7)
                .withClaim("nbf", NOW)
                .withClaim("address", nested)
                .valid());
        assertThat(isSignedWithTheSecret(token)).isTrue();
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("admin", "tester");
        assertThat(token.getJWTClaimsSet().getBooleanClaim("admin")).isTrue();
        assertThat(token.getJWTClaimsSet().getIntegerClaim("level")).isEqualTo(7);
        assertThat(token.getJWTClaimsSet().getNotBeforeTime()).isEqualTo(Date.from(NOW));
        assertThat(token.getJWTClaimsSet().getJSONObjectClaim("address")).isEqualTo(nested);
    }

    @Test
    void aClaimThatJsonCannotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contexts.withClaim("clock", new StringBuilder[0]))
                .withMessageStartingWith("The claim 'clock' cannot be a [Ljava.lang.StringBuilder;: it may be text");
        assertThatIllegalArgumentException().isThrownBy(() -> contexts.withClaim("level", List.of(Double.NaN)));
    }

    @Test
    void aKeyTooShortForHs256IsOneClearError() {
        MockContexts shortKey = MockContexts.of(name -> "canary-too-short");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(shortKey::valid)
                .withMessageStartingWith("JWT_SECRET_KEY has 16 bytes, but HS256 needs at least 32 (RFC 7518, 3.2).")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"));
    }

    @Test
    void itFitsAnyHttpStack() {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost/"));
        contexts.valid()
                .with("x-api-key", "another")
                .with("Accept", "text/plain")
                .applyTo(builder::header);
        HttpRequest request = builder.build();
        assertThat(request.headers().allValues("X-API-Key")).containsExactly("another");
        assertThat(request.headers().firstValue("Accept")).contains("text/plain");
        assertThat(request.headers().firstValue("Authorization")).isPresent();
    }

    @Test
    void itsTextFormShowsNoValue() {
        assertThat(contexts.valid()).hasToString("MockContext[X-API-Key, Authorization]");
    }
}
