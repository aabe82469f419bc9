package io.github.surefoot.analysis.history;

/**
 * Something about a test that is worth knowing beside the result of this run.
 *
 * @param className the binary name of its class
 * @param name its name within the class
 * @param kind what it is
 * @param since the run it began with, in milliseconds since the epoch
 * @param commit the commit of that run; empty if unknown
 * @param sentence the same for people, without the name of the test, e.g. "is newly flaky: it passed all 100
 *     executions of the last 20 runs"
 */
public record Change(String className, String name, Kind kind, long since, String commit, String sentence) {

    /** What changes. */
    public enum Kind {
        /** Passed and failed in this run, and did not fail in the last runs. */
        NEWLY_FLAKY("newly flaky"),
        /** Never passed in this run, and did not fail in the last runs. */
        NEWLY_BROKEN("newly broken"),
        /** Passed and failed in this run, and failed in the last runs too. */
        STILL_FLAKY("flaky since"),
        /** Never passed in this run, and failed in the last runs too. */
        STILL_BROKEN("broken since"),
        /** Failed in the last runs, and has passed more often since than luck explains. */
        FIXED("fixed since");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the words for it. */
        public String word() {
            return word;
        }
    }
}
