package io.github.surefoot.worker.context;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs JWTs (RFC 7519) as compact JWS (RFC 7515, 3.1) with HMAC-SHA256. By the JDK alone, since a JWT library here
 * would meet the one that the user's project has.
 */
final class Hs256 {
    /** RFC 7518, 3.2: a key of the size of the hash output or larger must be used. */
    private static final int LEAST_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;

    /**
     * Takes a key, whose bytes are those of its text in UTF-8.
     *
     * @throws IllegalStateException if it is too short for HS256
     */
    Hs256(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        if (this.key.length < LEAST_KEY_BYTES) {
            throw new IllegalStateException(
                    "JWT_SECRET_KEY has " + this.key.length + " bytes, but HS256 needs at least " + LEAST_KEY_BYTES
                            + " (RFC 7518, 3.2). Supply a longer one, e.g. of: openssl rand -base64 32");
        }
    }

    String sign(Map<String, ?> claims) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "HS256");
        header.put("typ", "JWT");
        String signed = encode(ClaimsJson.write(header)) + "." + encode(ClaimsJson.write(claims));
        return signed + "." + BASE64URL.encodeToString(mac(signed));
    }

    private static String encode(String json) {
        return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256, which every Java platform must have", e);
        }
    }
}
