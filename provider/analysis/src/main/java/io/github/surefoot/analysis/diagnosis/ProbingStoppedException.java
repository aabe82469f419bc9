package io.github.surefoot.analysis.diagnosis;

/** No further probe can be run. What is known by then is the result. */
public final class ProbingStoppedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why, in words that can follow "stopped: ". */
    public ProbingStoppedException(String why) {
        super(why);
    }

    /** Says why, and what came before. */
    public ProbingStoppedException(String why, Throwable cause) {
        super(why, cause);
    }

    /** Returns why. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
