package io.github.surefoot.analysis.search;

/** Is told what a search finds, as soon as it is sure. */
public interface SearchListener {
    /** Tells of a flaky test. */
    void found(Find find);

    /** Tells what is known by now: after each trial, and at the end. */
    void known(SearchState state);
}
