package io.github.surefoot.core.secret;

import java.util.Arrays;

/** Where the value of a secret was found. The order is the order of search. */
public enum SecretSource {
    /** The environment of Maven, which every worker inherits; the only source that {@link System#getenv} shows. */
    ENVIRONMENT("environment"),
    /** A {@code <server>} of {@code settings.xml} whose id is the secret's name. */
    SETTINGS("settings.xml"),
    /** The dotenv file that {@code surefoot.secrets.dotenv} names. */
    DOTENV("dotenv"),
    /** Made for this build, because {@code surefoot.secrets.generate} allows it. */
    GENERATED("generated");

    private final String word;

    SecretSource(String word) {
        this.word = word;
    }

    /** Returns the word for this source on the console and in {@code verdict.json}. */
    public String word() {
        return word;
    }

    static SecretSource of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no source of secrets"));
    }

    @Override
    public String toString() {
        return word;
    }
}
