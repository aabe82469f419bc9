package io.github.surefoot.analysis.search;

/** What sort of flaky test was found: the words of the field, as far as a search alone knows. */
public enum FindKind {
    /** It fails after some classes or methods, and passes after others. */
    ORDER("order-dependent"),
    /** It fails if nothing has run before it. */
    BRITTLE("brittle"),
    /** It fails the second time in one JVM. */
    NON_IDEMPOTENT("non-idempotent"),
    /** It fails where something around it is otherwise. */
    ENVIRONMENT("environment-dependent"),
    /** It fails while another runs. */
    NEIGHBOUR("neighbour-dependent"),
    /** It passes and fails where all is the same. */
    RANDOM("random");

    private final String word;

    FindKind(String word) {
        this.word = word;
    }

    /** Returns the word for it. */
    public String word() {
        return word;
    }
}
