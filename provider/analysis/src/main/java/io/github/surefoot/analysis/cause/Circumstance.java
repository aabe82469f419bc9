package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Cause.Kind;
import java.util.Locale;

/**
 * Something that is so of some executions of a test and not of others.
 *
 * @param sort what sort of thing
 * @param what which: a class, a host, …; empty where the sort says all
 */
public record Circumstance(Sort sort, String what) {

    /**
     * The sorts, those first that explain everything else at once: where two tell failing rounds from passing ones
     * equally well, the first is named as the cause.
     */
    public enum Sort {
        /** Ran on that machine. */
        HOST(Kind.ENVIRONMENT, "it ran on host %s"),
        /** Ran on that operating system. */
        OS(Kind.ENVIRONMENT, "it ran on %s"),
        /** Ran on that version of Java. */
        JAVA(Kind.ENVIRONMENT, "it ran on Java %s"),
        /** Ran with that default time zone. */
        ZONE(Kind.ENVIRONMENT, "it ran in time zone %s"),
        /** Ran with that default locale. */
        LOCALE(Kind.ENVIRONMENT, "it ran with locale %s"),
        /** Ran in that hour of the day. */
        HOUR(Kind.ENVIRONMENT, "it ran in the hour from %s"),
        /** Ran in the worker of that slot. */
        SLOT(Kind.ENVIRONMENT, "it ran in worker slot %s"),
        /** Was the first run of its class in its JVM. */
        FIRST_RUN(Kind.ENVIRONMENT, "it was the first run of its class in its JVM%s"),
        /** Was not the first run of its class in its JVM. */
        LATER_RUN(Kind.NON_IDEMPOTENT, "it was not the first run of its class in its JVM%s"),
        /** That class had run before in the same JVM, since its own class did so last. */
        BEFORE(Kind.VICTIM, "%s had run before it in the same worker"),
        /** That class had not. */
        NOT_BEFORE(Kind.BRITTLE, "%s had not run before it in the same worker"),
        /** That class ran at the same time. */
        BESIDE(Kind.NEIGHBOUR, "%s ran beside it");

        private final Kind kind;
        private final String sentence;

        Sort(Kind kind, String sentence) {
            this.kind = kind;
            this.sentence = sentence;
        }

        /** Returns the kind of cause that it points to. */
        Kind kind() {
            return kind;
        }

        /** Returns the beginning of a sentence that says that it was so of those things. */
        String of(String names) {
            return sentence.formatted(names);
        }

        /** Returns the word for it in {@code verdict.json}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Tells whether it is about another class. */
        boolean namesAClass() {
            return this == BEFORE || this == NOT_BEFORE || this == BESIDE;
        }
    }

    /** Returns it for people, with the short name of the class if it is about one. */
    public String text() {
        return sort.of(name());
    }

    String name() {
        return sort.namesAClass() ? what.substring(what.lastIndexOf('.') + 1) : what;
    }
}
