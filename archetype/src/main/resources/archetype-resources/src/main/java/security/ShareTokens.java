package ${package}.security;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/**
 * Seals a session's name into a token that lets its holder read this one session, and learn nothing else: an encrypted
 * JWT (RFC 7516) with a direct key and AES-256-GCM, which also proves that the server made it.
 */
public final class ShareTokens {

    /** The longest a share token may hold. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(7);

    private static final JOSEObjectType TYPE = new JOSEObjectType("share+jwt");

    private final byte[] key;
    private final Clock clock;

    public ShareTokens(ServerKeys keys, Clock clock) {
        this.key = Digest.sha256(keys.encryption());
        this.clock = clock;
    }

    /**
     * Seals a session's name.
     *
     * @param life how long the token holds, from a second to {@link #LONGEST_LIFE}; counted in whole seconds
     * @throws IllegalArgumentException if the life is out of bounds
     */
    public String seal(String sessionId, Duration life) {
        if (life.toSeconds() < 1 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(
                    "A share token holds from 1 s to " + LONGEST_LIFE.toDays() + " days, not " + life + ".");
        }
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(sessionId)
                .expirationTime(Date.from(clock.instant().plus(life)))
                .build();
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(TYPE)
                .build();
        EncryptedJWT token = new EncryptedJWT(header, claims);
        try {
            token.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot encrypt a token.", e);
        }
        return token.serialize();
    }

    /**
     * Returns the name of the session that was sealed.
     *
     * @throws InvalidTokenException if the token does not hold
     */
    public String open(String token) throws InvalidTokenException {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(token);
            if (!TYPE.equals(jwt.getHeader().getType())) {
                throw new InvalidTokenException("The token is not a share token.");
            }
            jwt.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Date end = claims.getExpirationTime();
            if (end == null || !Date.from(clock.instant()).before(end)) {
                throw new InvalidTokenException("The token has expired.");
            }
            if (claims.getSubject() == null) {
                throw new InvalidTokenException("The token names no session.");
            }
            return claims.getSubject();
        } catch (ParseException | JOSEException e) {
            throw new InvalidTokenException("This is not a token of this server.", e);
        }
    }
}
