package io.github.surefoot.core.secret;

import java.util.Objects;

/**
 * A secret that was found: its name, where, and the value. {@link #toString} does not show the value.
 *
 * @param name the name it is declared by
 * @param source where it was found
 * @param value the value, {@link #LEAST_LENGTH} to {@link #GREATEST_LENGTH} characters
 */
public record Secret(String name, SecretSource source, String value) {
    /** The fewest characters a secret may have: shorter ones turn up in ordinary text by chance. */
    public static final int LEAST_LENGTH = 8;

    /** The most characters a secret may have; an RSA key of 4096 bits as PEM has about 3,300. */
    public static final int GREATEST_LENGTH = 4096;

    /**
     * Checks the name and the length of the value.
     *
     * @throws IllegalArgumentException if one of them is not allowed; the message gives the reason and never the value
     */
    public Secret {
        Objects.requireNonNull(source, "source");
        if (!SecretNames.isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a secret");
        }
        String unfit = unfitness(value);
        if (!unfit.isEmpty()) {
            throw new IllegalArgumentException(name + " (" + source.word() + ") " + unfit);
        }
    }

    private static String unfitness(String value) {
        if (value.strip().length() < LEAST_LENGTH) {
            return "has fewer than " + LEAST_LENGTH + " characters. So short a value is guessed easily, and turns up"
                    + " in ordinary output by chance, so that masking it would garble reports. Use a longer value, or"
                    + " take the name out of surefoot.secrets and read it as an ordinary setting.";
        }
        if (value.length() > GREATEST_LENGTH) {
            return "has more than " + GREATEST_LENGTH + " characters. That is a file rather than a secret: keep the"
                    + " file, owner-only, and declare the key that opens it.";
        }
        return "";
    }

    @Override
    public String toString() {
        return name + " (" + source.word() + ")";
    }
}
