package io.github.surefoot.surefire.loader;

import java.util.List;
import java.util.Optional;

/**
 * What came of the end of a round.
 *
 * @param leftBehind what of the round is still there: the classes it is of are not as in a new JVM
 * @param pinned the project's classes that the JVM has filed under the system's loader, and would give to libraries in
 *     any later round: unless there are none, this JVM must run no further round
 */
public record Renewal(List<LeftBehind> leftBehind, List<String> pinned) {
    /** Copies the lists. */
    public Renewal {
        leftBehind = List.copyOf(leftBehind);
        pinned = List.copyOf(pinned);
    }

    /** Returns why this JVM must run no further round, for people; empty if it may. */
    public Optional<String> keptForLibraries() {
        return pinned.stream()
                .findFirst()
                .map(name -> "class " + name
                        + (pinned.size() == 1 ? "" : " (and " + (pinned.size() - 1) + " more)")
                        + ", which a library has asked the JVM for and would be given in later rounds too");
    }
}
