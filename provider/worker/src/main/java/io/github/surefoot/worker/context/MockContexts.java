package io.github.surefoot.worker.context;

import io.github.surefoot.worker.secret.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Makes mock request contexts of the worker's secrets. Immutable: each {@code with…} and {@link #only} returns another.
 *
 * <p>Tokens are JWTs (RFC 7519) signed with HS256 under the UTF-8 bytes of {@code JWT_SECRET_KEY}, with the claims
 * {@code sub}, {@code iat}, {@code exp}, {@code jti} and those added.
 */
public final class MockContexts {
    /** The header of the API key. */
    public static final String API_KEY_HEADER = "X-API-Key";

    /** The header of the token. */
    public static final String TOKEN_HEADER = "Authorization";

    /** How long a valid token holds, from the moment it is made. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** How long ago an expired token ended: more than any verifier allows for clocks that differ. */
    public static final Duration EXPIRED_FOR = Duration.ofHours(1);

    private static final int WRONG_KEY_BYTES = 32;

    private final UnaryOperator<String> secrets;
    private final Clock clock;
    private final Set<Credential> credentials;
    private final Map<String, Object> claims;

    private MockContexts(
            UnaryOperator<String> secrets, Clock clock, Set<Credential> credentials, Map<String, Object> claims) {
        this.secrets = secrets;
        this.clock = clock;
        this.credentials = credentials;
        this.claims = claims;
    }

    /** Returns what makes contexts of this worker's secrets, for the subject {@code tester}, by the system's clock. */
    public static MockContexts ofWorker() {
        return of(Secrets::get);
    }

    static MockContexts of(UnaryOperator<String> secrets) {
        return new MockContexts(secrets, Clock.systemUTC(), EnumSet.allOf(Credential.class), Map.of("sub", "tester"));
    }

    /** Returns one that shows these credentials alone, so that the other's secret need not be declared. */
    public MockContexts only(Credential first, Credential... more) {
        EnumSet<Credential> some = EnumSet.of(first);
        some.addAll(Arrays.asList(more));
        return new MockContexts(secrets, clock, some, claims);
    }

    /** Returns one that tells the time by this clock, as the code under test does. */
    public MockContexts withClock(Clock other) {
        return new MockContexts(secrets, other, credentials, claims);
    }

    /** Returns one for this subject. */
    public MockContexts withSubject(String subject) {
        return withClaim("sub", subject);
    }

    /**
     * Returns one whose tokens make this claim.
     *
     * @param value text, a number, a boolean, an {@link Instant} (as seconds, RFC 7519, 2), or a list or map of these
     * @throws IllegalArgumentException if it is anything else
     */
    public MockContexts withClaim(String name, Object value) {
        ClaimsJson.checkWritable(name, value);
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new MockContexts(secrets, clock, credentials, more);
    }

    /** Returns a context with all credentials valid. */
    public MockContext valid() {
        return all(CredentialState.VALID);
    }

    /** Returns a context in which this credential is wrong, and the other valid. */
    public MockContext wrong(Credential credential) {
        return one(credential, CredentialState.WRONG);
    }

    /** Returns a context in which this credential is missing, and the other valid. */
    public MockContext missing(Credential credential) {
        return one(credential, CredentialState.MISSING);
    }

    /** Returns a context with an expired token, and a valid API key. */
    public MockContext expired() {
        return one(Credential.BEARER_TOKEN, CredentialState.EXPIRED);
    }

    /** Returns a context with no credential at all. */
    public MockContext anonymous() {
        return all(CredentialState.MISSING);
    }

    /** Returns a context with all credentials in one state. */
    public MockContext all(CredentialState state) {
        return some(credentials, state);
    }

    private MockContext one(Credential credential, CredentialState state) {
        return some(EnumSet.of(credential), state);
    }

    /** Returns a context with these credentials in that state, and the others valid. */
    MockContext some(Set<Credential> changed, CredentialState state) {
        Map<String, String> headers = new LinkedHashMap<>();
        credentials.forEach(each -> put(headers, each, changed.contains(each) ? state : CredentialState.VALID));
        return new MockContext(headers);
    }

    private void put(Map<String, String> headers, Credential credential, CredentialState state) {
        if (state == CredentialState.MISSING) {
            return;
        }
        if (credential == Credential.API_KEY) {
            headers.put(API_KEY_HEADER, state == CredentialState.WRONG ? wrongKey() : secrets.apply("API_KEY"));
        } else {
            headers.put(TOKEN_HEADER, "Bearer " + token(state));
        }
    }

    private String token(CredentialState state) {
        String key = state == CredentialState.WRONG ? wrongKey() : secrets.apply("JWT_SECRET_KEY");
        Instant end = state == CredentialState.EXPIRED
                ? clock.instant().minus(EXPIRED_FOR)
                : clock.instant().plus(LIFE);
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.putIfAbsent("iat", end.minus(LIFE));
        all.putIfAbsent("exp", end);
        all.putIfAbsent("jti", UUID.randomUUID().toString());
        return new Hs256(key).sign(all);
    }

    /** A key that shares nothing with the right one, so that what is logged of it tells nothing. */
    private static String wrongKey() {
        byte[] bytes = new byte[WRONG_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
