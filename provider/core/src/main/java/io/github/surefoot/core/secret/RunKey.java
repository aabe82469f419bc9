package io.github.surefoot.core.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random key of one run. Fingerprints are HMAC-SHA256 (RFC 2104) under it: with it, two JVMs can compare the
 * values they hold; without it, a published fingerprint tells nothing, not even to someone who guesses the value.
 */
final class RunKey {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private RunKey(byte[] key) {
        this.key = key;
    }

    static RunKey random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new RunKey(key);
    }

    /**
     * Reads what {@link #hex} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static RunKey parse(String hex) {
        byte[] key = HexFormat.of().parseHex(hex);
        if (key.length != BYTES) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes");
        }
        return new RunKey(key);
    }

    String hex() {
        return HexFormat.of().formatHex(key);
    }

    /** Returns the fingerprint of these parts, 64 hexadecimal digits; no other parts, split otherwise, have the same. */
    String fingerprint(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256, which every Java platform must have", e);
        }
    }
}
