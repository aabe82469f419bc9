package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.gate.Verdict;
import java.nio.file.Path;

/**
 * A suite as the page of another module tells of it.
 *
 * @param suite its name
 * @param state {@code held}, {@code broken} or {@code insufficient}
 * @param numbers its rounds and tests
 * @param link the way to its page
 */
public record SuiteLink(String suite, String state, String numbers, String link) {

    /**
     * Returns the way from one page to another.
     *
     * @param anchor where on that page, as an id; empty for its beginning
     */
    public static String way(Path from, Path to, String anchor) {
        Path directory = from.toAbsolutePath().getParent();
        Path way = directory == null ? to : directory.relativize(to.toAbsolutePath());
        // A colon in the first step of a relative address would be taken for a scheme.
        return "./" + way.toString().replace('\\', '/') + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /** Tells whether the build may pass for it. */
    public boolean isHeld() {
        return state.equals(Verdict.State.HELD.word());
    }

    /** Returns a sign for its state that needs no colour. */
    String mark() {
        return StateMark.of(state);
    }
}
