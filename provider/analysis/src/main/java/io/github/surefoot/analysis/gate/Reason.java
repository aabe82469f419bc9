package io.github.surefoot.analysis.gate;

import java.util.Optional;

/**
 * Why a verdict is not {@code held}.
 *
 * @param kind what sort of reason
 * @param text a sentence for people
 * @param test the test to blame, if it is one
 * @param unproven what is not proven, if that is the reason
 */
public record Reason(Kind kind, String text, Optional<TestResult> test, Optional<Unproven> unproven) {

    static Reason of(Kind kind, String text) {
        return new Reason(kind, ShortText.of(text), Optional.empty(), Optional.empty());
    }

    static Reason of(Kind kind, String text, TestResult test) {
        return new Reason(kind, ShortText.of(text), Optional.of(test), Optional.empty());
    }

    static Reason of(String text, Unproven unproven) {
        return new Reason(Kind.NOT_PROVEN, ShortText.of(text), Optional.empty(), Optional.of(unproven));
    }

    /** The sorts of reasons, the gravest first. */
    public enum Kind {
        /** The run was interrupted: whatever its rounds show, those that are left might show something else. */
        INTERRUPTED,
        /** A worker died, or Surefire reported a fault. */
        FAULT,
        /** A test never passed. */
        BROKEN_TEST,
        /** A test, the run or all executions fall short of the threshold. */
        BELOW_THRESHOLD,
        /** An exception is past, or its test failed otherwise than it allows. */
        EXCEPTION,
        /** A forbidden message occurred. */
        FORBIDDEN,
        /** A worker had a fault of its own. */
        PROBLEM,
        /** Something was left open that must not be. */
        LEAK,
        /** Evidence is missing. */
        EVIDENCE,
        /** The rate reaches the threshold, its lower confidence bound does not. */
        NOT_PROVEN;

        /** Tells whether it breaks the suite; otherwise too little is known. */
        public boolean breaks() {
            return this != INTERRUPTED && compareTo(EVIDENCE) < 0;
        }
    }
}
