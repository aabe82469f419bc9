package ${package}.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares API keys in a time that says nothing about how much of them was right. */
public final class ApiKeyCheck {

    private final byte[] expected;

    public ApiKeyCheck(ServerKeys keys) {
        this.expected = Digest.sha256(keys.apiKey());
    }

    /** Returns whether that is the key; null never is. */
    public boolean matches(String presented) {
        // Digests have one length, so that the comparison tells nothing about the length of the key either.
        byte[] actual = Digest.sha256((presented == null ? "" : presented).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, actual) && presented != null;
    }
}
