package io.github.surefoot.analysis.cause;

import java.util.List;

/**
 * Why a test fails. It explains a verdict and has no part in it.
 *
 * @param kind what sort of cause
 * @param culprits the classes or tests that make it fail, as {@code class} or {@code class#method}, the likeliest first;
 *     empty if not known
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

    /** The sorts of causes, by the words of the iFixFlakies and NIO papers where they have one. */
    public enum Kind {
        /** It fails after a polluter: the culprits. */
        VICTIM("victim"),
        /** It fails without a state-setter: the culprits. */
        BRITTLE("brittle"),
        /** It passes on its first run in a JVM and fails from the second on. */
        NON_IDEMPOTENT("non-idempotent"),
        /** It fails when the culprits run at the same time. */
        NEIGHBOUR("neighbour"),
        /** It fails by where or when it runs: machine, zone, locale, load, time of day. */
        ENVIRONMENT("environment"),
        /** It fails now and then, and none of the others was shown. */
        RANDOM("random"),
        /** It fails always, alone too. */
        BROKEN("broken");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word for it in {@code verdict.json}. */
        public String word() {
            return word;
        }
    }

    /**
     * Tells whether its rounds are known not to be alike, so that there is no one pass rate: the number of the run within
     * its JVM decides.
     */
    public boolean roundsDiffer() {
        return kind == Kind.NON_IDEMPOTENT;
    }

    /** Returns the same cause in other words. */
    Cause worded(String other) {
        return new Cause(kind, culprits, state, confirmed, shownBy, other);
    }
}
