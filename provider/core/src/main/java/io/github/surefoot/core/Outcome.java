package io.github.surefoot.core;

import java.util.Optional;

/**
 * How one execution ended. The death of a worker is an outcome of the test it was running, not an exception.
 *
 * <p>Three groups: passed; those that {@linkplain #countsAgainstTheTest() count against the test}; and those that do
 * not count at all (skipped, aborted, not run).
 */
public sealed interface Outcome {

    /** Returns the word for this outcome in {@code verdict.json}, journals and messages. */
    String word();

    /** Tells whether this execution lowers the pass rate of its test. */
    default boolean countsAgainstTheTest() {
        return false;
    }

    /** Tells whether this execution is part of the pass rate at all. */
    default boolean counts() {
        return this instanceof Passed || countsAgainstTheTest();
    }

    /** Returns what was thrown by a test that failed for it; empty of any other. */
    default Optional<Failure> thrown() {
        return Optional.empty();
    }

    /** Returns what an attempt threw that is made again, and therefore told as no failure; nearly always nothing. */
    default Optional<Failure> hiddenFailure() {
        return Optional.empty();
    }

    /** The test ended as its author wanted. */
    record Passed() implements Outcome {
        @Override
        public String word() {
            return "passed";
        }
    }

    /**
     * An assertion did not hold.
     *
     * @param failure what was thrown
     */
    record Failed(Failure failure) implements Outcome {
        @Override
        public String word() {
            return "failed";
        }

        @Override
        public Optional<Failure> thrown() {
            return Optional.of(failure);
        }

        @Override
        public boolean countsAgainstTheTest() {
            return true;
        }
    }

    /**
     * Something other than an assertion was thrown.
     *
     * @param failure what was thrown
     */
    record Errored(Failure failure) implements Outcome {
        @Override
        public String word() {
            return "errored";
        }

        @Override
        public Optional<Failure> thrown() {
            return Optional.of(failure);
        }

        @Override
        public boolean countsAgainstTheTest() {
            return true;
        }
    }

    /**
     * The test was disabled.
     *
     * @param reason why; empty if not said
     */
    record Skipped(String reason) implements Outcome {
        @Override
        public String word() {
            return "skipped";
        }
    }

    /**
     * An assumption did not hold, or an attempt failed that is made again.
     *
     * @param reason why; empty if not said
     * @param failure what was thrown, where it is no assumption that did not hold: an attempt failed, and whoever tries
     *     again calls it aborted
     */
    record Aborted(String reason, Optional<Failure> failure) implements Outcome {
        /** An assumption did not hold. */
        public Aborted(String reason) {
            this(reason, Optional.empty());
        }

        @Override
        public String word() {
            return "aborted";
        }

        @Override
        public Optional<Failure> hiddenFailure() {
            return failure;
        }
    }

    /**
     * The worker's JVM died while the test ran.
     *
     * @param how the exit code and last output, as far as known
     */
    record Crashed(String how) implements Outcome {
        @Override
        public String word() {
            return "crashed";
        }

        @Override
        public boolean countsAgainstTheTest() {
            return true;
        }
    }

    /**
     * The test was stopped at a time limit.
     *
     * @param stacks which limit, and the stack traces of the worker's threads at that moment
     */
    record Hung(String stacks) implements Outcome {
        /** Ends the sentence before the stack traces. */
        public static final String THREADS = "The threads at that moment:";

        /** Returns which limit it was, on one line; empty if nobody has said. */
        public String limit() {
            return stacks.lines().findFirst().orElse("").replace(THREADS, "").strip();
        }

        @Override
        public String word() {
            return "hung";
        }

        @Override
        public boolean countsAgainstTheTest() {
            return true;
        }
    }

    /**
     * The test was planned but did not get its turn.
     *
     * @param reason why
     */
    record NotRun(String reason) implements Outcome {
        @Override
        public String word() {
            return "not run";
        }
    }
}
