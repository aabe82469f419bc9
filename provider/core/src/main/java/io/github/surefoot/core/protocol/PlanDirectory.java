package io.github.surefoot.core.protocol;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The class lists that Maven and its workers give each other, and the files by which they hold each other back.
 *
 * @param path the directory
 */
public record PlanDirectory(Path path) {
    private static final String OF_ROUND = "# round ";

    /** Returns the directory that a plan is in. */
    public static PlanDirectory of(Path plan) {
        return new PlanDirectory(Objects.requireNonNull(plan.toAbsolutePath().getParent()));
    }

    /** Returns the file into which the classes of a round's attempt are planned. */
    public Path plan(int round, int attempt) {
        return path.resolve("r" + round + "-" + attempt + ".plan");
    }

    /** Returns the file that tells an attempt which classes to run. */
    public Path only(int round, int attempt) {
        return path.resolve("r" + round + "-" + attempt + ".only");
    }

    /**
     * Returns the file in which workers note and lock the classes of a plan that they take up: four bytes for each, in the
     * order of the plan, with the last round in which it was.
     */
    public static Path claims(Path plan) {
        return plan.resolveSibling(plan.getFileName() + ".claims");
    }

    /** Returns the file whose presence opens a round, where rounds run one by one. */
    public Path open(int round) {
        return path.resolve("r" + round + ".open");
    }

    /** Returns the file whose presence says that no further round will be opened. */
    public Path stop() {
        return path.resolve("stop");
    }

    /** Returns the file that says, as a number, which round is the last, once it is known that no further one is needed. */
    public Path last() {
        return path.resolve("last");
    }

    /** Returns the line in a list of classes after which those of a round follow. */
    public static String roundLine(int round) {
        return OF_ROUND + round;
    }

    /** Tells whether a line in a list of classes is the {@link #roundLine} of any round. */
    public static boolean isRoundLine(String line) {
        return line.startsWith(OF_ROUND);
    }
}
