package io.github.surefoot.analysis.exception;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two failures of one kind have in common: the type of what was thrown, what its message says without numbers and
 * without what stands in quotes and angle brackets, and the method that threw it. Lines have no part in it, since they
 * move with every edit.
 */
public final class FailureFingerprint {
    private static final int DIGITS = 12;
    /** What differs from run to run, in messages. */
    private static final Pattern PARTICULAR =
            Pattern.compile("<[^<>]*>|\"[^\"]*\"|'[^']*'|\\b0x[0-9a-fA-F]+\\b|\\b[0-9a-f]*\\d[0-9a-f]*\\b|@[0-9a-f]+");

    private static final Pattern FRAME = Pattern.compile("^\\s*at (?:[^\\s(]*/)?([\\w.$<>]+)\\(", Pattern.MULTILINE);

    /** Frames by which every failure comes, and hidden classes, which are numbered. */
    private static final Pattern OF_TOOLS =
            Pattern.compile("(java|javax|jdk|sun|org\\.junit|junit|org\\.opentest4j|org\\.assertj|org\\.hamcrest)\\..*"
                    + "|.*(\\$\\$Lambda|\\$Proxy\\d|GeneratedMethodAccessor).*");

    private FailureFingerprint() {}

    /** Returns the fingerprint of an outcome; empty if nothing was thrown. */
    public static Optional<String> of(Outcome outcome) {
        return outcome.thrown().map(FailureFingerprint::of);
    }

    static String of(Failure failure) {
        String message = PARTICULAR.matcher(failure.reason()).replaceAll("*").replaceAll("\\s+", " ");
        String what = failure.type() + '\n' + message + '\n' + place(failure.stackTrace());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every Java platform must have", e);
        }
    }

    private static String place(String stackTrace) {
        Matcher frame = FRAME.matcher(stackTrace);
        while (frame.find()) {
            if (!OF_TOOLS.matcher(frame.group(1)).matches()) {
                return frame.group(1);
            }
        }
        return "";
    }
}
