package io.github.surefoot.analysis.evidence;

import java.util.Objects;

/**
 * Something that keeps the evidence from being whole. No data is never a pass, so each of these fails the build.
 *
 * @param kind what sort of thing
 * @param sentence what is missing, where, and what to do about it; for people
 */
public record Finding(Kind kind, String sentence) {
    /** Checks that both parts are there. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** What can be wrong with evidence. */
    public enum Kind {
        /** A worker's JVM ended before its time. */
        WORKER_DIED(true),
        /** Surefire reported a fault that is no failing test. */
        ROUND_FAULT(true),
        /** Maven was told to end before the run was over. */
        INTERRUPTED(false),
        /** Maven's own journal of the run is not there. */
        NO_RUN_JOURNAL(false),
        /** Maven's own journal, or a plan, is cut off. */
        PLAN_CUT_OFF(false),
        /** A file is no journal, or of another version. */
        UNREADABLE(false),
        /** Records were changed or lost. */
        DAMAGED(false),
        /** A journal of another run lies among those of this one. */
        FOREIGN(false),
        /** Runs that are to be judged together are of different suites. */
        SUITE_CHANGED(false),
        /** A shard of the run is not there, or not all of it. */
        SHARD_MISSING(false),
        /** Two runs claim to be of the same shard. */
        SHARD_TWICE(false),
        /** A shard is of another run: of another commit, class path or plan, or with other settings. */
        SHARD_FOREIGN(false),
        /** Two journals claim to be of the same worker. */
        WORKER_TWICE(false),
        /** A round was started and not finished. */
        ROUND_UNFINISHED(false),
        /** A round was planned and not started. */
        ROUND_MISSING(false),
        /** Most tests failed in a round that pass in the others: what they share was down. */
        OUTAGE(false),
        /** What a worker needs cannot be had, such as a server of databases that is down. */
        UNAVAILABLE(false),
        /** A round ran nothing, although others did. */
        ROUND_EMPTY(false),
        /** Classes were planned and run, and not one test was in them. */
        NOTHING_RAN(false),
        /** A planned class was finished by no worker. */
        CLASS_UNFINISHED(false),
        /** A class was run more than once in a round. */
        CLASS_TWICE(false),
        /** A test appears in some rounds only. */
        TEST_ABSENT(false),
        /** A test has a beginning without an end, or an end without a beginning. */
        TEST_UNFINISHED(false);

        private final boolean breaks;

        Kind(boolean breaks) {
            this.breaks = breaks;
        }

        /** Tells whether this proves a fault; otherwise too little is known for a verdict. */
        public boolean breaks() {
            return breaks;
        }

        /** Tells whether Maven ended before the run was over: told to end, or killed. */
        public boolean cutShort() {
            return this == INTERRUPTED || this == PLAN_CUT_OFF;
        }
    }
}
