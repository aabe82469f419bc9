package io.github.surefoot.worker.database.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a template is made of, as one SHA-256: the same parts in the same order give the same name. */
public final class Fingerprint {
    private static final int DIGITS = 24;
    private final MessageDigest digest;

    /** Begins an empty one. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Adds a part; its length goes in as well, so that two parts are never taken for one. */
    public Fingerprint add(byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(part);
        return this;
    }

    /** Adds a part. */
    public Fingerprint add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends it, and returns the first 96 bits in hexadecimal digits: short, as paths must be. */
    public String name() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
