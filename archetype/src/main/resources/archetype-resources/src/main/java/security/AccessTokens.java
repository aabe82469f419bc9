package ${package}.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Issues and verifies access tokens: JWTs (RFC 7519) signed with HMAC-SHA-256. */
public final class AccessTokens {

    /** The longest an access token may hold. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private final byte[] key;
    private final Clock clock;

    public AccessTokens(ServerKeys keys, Clock clock) {
        this.key = keys.signing();
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param life from a second to {@link #LONGEST_LIFE}
     * @throws IllegalArgumentException if the life is out of bounds or the subject is blank
     */
    public AccessToken issue(String subject, Duration life) {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("A token needs a subject.");
        }
        if (life.toSeconds() < 1 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(
                    "A token holds from 1 s to " + LONGEST_LIFE.toHours() + " hours, not " + life + ".");
        }
        // JWT counts in seconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token.", e);
        }
        return new AccessToken(token.serialize(), end);
    }

    /**
     * Verifies a token: its form, its algorithm (the token does not get to choose), its signature, its times.
     *
     * @throws InvalidTokenException if it does not hold
     */
    public Principal verify(String token) throws InvalidTokenException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
                throw new InvalidTokenException("The token is not signed with HS256.");
            }
            if (!jwt.verify(new MACVerifier(key))) {
                throw new InvalidTokenException("The signature of the token is wrong.");
            }
            return principal(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            throw new InvalidTokenException("This is not a token.", e);
        }
    }

    private Principal principal(JWTClaimsSet claims) throws InvalidTokenException {
        Date now = Date.from(clock.instant());
        if (claims.getExpirationTime() == null || !now.before(claims.getExpirationTime())) {
            throw new InvalidTokenException("The token has expired, or would never expire.");
        }
        if (claims.getNotBeforeTime() != null && now.before(claims.getNotBeforeTime())) {
            throw new InvalidTokenException("The token does not hold yet.");
        }
        if (claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw new InvalidTokenException("The token has no subject.");
        }
        return new Principal(claims.getSubject());
    }
}
