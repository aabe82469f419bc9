package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.evidence.TestEvidence;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What failed at once, and is not to be held against the tests.
 *
 * @param what what was down: the round, or the shard
 * @param rounds in which rounds
 * @param tests the tests that it met
 * @param sentence what is told of it
 */
record Outage(String what, Set<Integer> rounds, Predicate<TestEvidence> tests, String sentence) {
    static final String ROUND = "round";
    static final String SHARD = "shard";

    /** Returns a test in which nothing that failed in the outage counts. */
    TestEvidence excused(TestEvidence test) {
        return new Excuse(
                        execution -> rounds.contains(execution.round()) && tests.test(test),
                        "Its " + what + " was an outage, in which it ")
                .of(test);
    }
}
