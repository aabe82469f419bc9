package io.github.surefoot.analysis.cause;

import java.util.List;

/**
 * Why a test fails. It explains a verdict and has no part in it.
 *
 * @param kind what sort of cause
 * @param culprits the classes or tests that make it fail, as {@code class} or {@code class#method}; empty if not known
 * @param state what they leave behind; empty if not known
 * @param confirmed whether a run of its own has shown it, apart from the rounds
 * @param shownBy the labels of the workers that show it, in order of their first rounds
 * @param sentence the same for people, with the numbers it rests on
 */
public record Cause(
        Kind kind,
        List<String> culprits,
        List<String> state,
        boolean confirmed,
        List<String> shownBy,
        String sentence) {
    /** Copies the lists. */
    public Cause {
        culprits = List.copyOf(culprits);
        state = List.copyOf(state);
        shownBy = List.copyOf(shownBy);
    }

    /** The sorts of causes. */
    public enum Kind {
        /** It passes on its first run in a JVM and fails from the second on. */
        NON_IDEMPOTENT("non-idempotent");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word for it in {@code verdict.json}. */
        public String word() {
            return word;
        }
    }
}
