package io.github.surefoot.maven.suite;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that tells one state of things from another. */
public final class Sha256 {
    private Sha256() {}

    /** Starts a digest. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
