package io.github.surefoot.surefire.loader;

import java.util.List;

/** A part of the state of a JVM, as it was when it was captured. */
@FunctionalInterface
interface StatePart {

    /**
     * Puts it back as it was.
     *
     * @param over the loader of the round that is over
     * @return what cannot be put back
     */
    List<LeftBehind> restore(RoundLoader over);
}
