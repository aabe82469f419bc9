package io.github.surefoot.analysis.cause;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
 * @param probes the short runs that were made to find it and to be sure, those that are alike together
 */
public record Cause(
        Kind kind,
        List<String> culprits,
        List<String> state,
        boolean confirmed,
        List<String> shownBy,
        String sentence,
        List<Probes> probes) {
    /** Copies the lists. */
    public Cause {
        culprits = List.copyOf(culprits);
        state = List.copyOf(state);
        shownBy = List.copyOf(shownBy);
        probes = List.copyOf(probes);
    }

    /** A cause that was found without probes. */
    public Cause(
            Kind kind,
            List<String> culprits,
            List<String> state,
            boolean confirmed,
            List<String> shownBy,
            String sentence) {
        this(kind, culprits, state, confirmed, shownBy, sentence, List.of());
    }

    /**
     * Short runs of a test that are alike.
     *
     * @param before what ran before it, the first of it at least: classes, and tests as {@code class#method}
     * @param more how many more ran than are named
     * @param jvm in what kind of JVM, {@code renewed} or {@code fresh}, and what was otherwise there
     * @param undone what of that which was left behind was undone before the test
     * @param runs how many
     * @param failed in how many of them the test failed
     */
    public record Probes(List<String> before, int more, String jvm, List<String> undone, int runs, int failed) {
        /** With what the word for a new JVM begins. */
        public static final String FRESH = "fresh";

        /** Copies the lists. */
        public Probes {
            before = List.copyOf(before);
            undone = List.copyOf(undone);
        }

        /** Returns how often it failed, for people. */
        public String counts() {
            return failed + " of " + runs;
        }
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

    /** Returns the shortest run of new JVMs in which the test failed each time; empty if none is known. */
    public Optional<Probes> shortestFailing() {
        return shortest(probe -> probe.failed() == probe.runs());
    }

    /** Returns the shortest run of new JVMs in which it passed each time; empty if none is known. */
    public Optional<Probes> shortestPassing() {
        return shortest(probe -> probe.failed() == 0);
    }

    private Optional<Probes> shortest(Predicate<Probes> which) {
        return probes.stream()
                .filter(probe ->
                        probe.jvm().startsWith(Probes.FRESH) && probe.undone().isEmpty())
                .filter(which)
                .min(Comparator.comparingInt(probe -> probe.before().size() + probe.more()));
    }

    /** Returns the same cause in other words. */
    Cause worded(String other) {
        return new Cause(kind, culprits, state, confirmed, shownBy, other, probes);
    }
}
