package io.github.surefoot.maven.round;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.Journal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What one worker ran, and what of it did not pass. Surefire's reruns are none of it.
 *
 * @param failed the executions that did not pass, with a word or line on each, in order
 * @param ran all executions
 */
public record WorkerFailures(Map<Executed, String> failed, Set<Executed> ran) {
    /** Copies both, in their order. */
    public WorkerFailures {
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        ran = Collections.unmodifiableSet(new LinkedHashSet<>(ran));
    }

    /**
     * A test in a round.
     *
     * @param round from 1
     * @param test the test
     * @param instance from 1; higher when several tests of one name ran in the round
     */
    public record Executed(int round, TestId test, int instance) {}

    /** Counts them in the journal of a worker. */
    public static WorkerFailures of(Journal journal) {
        Map<Executed, String> failed = new LinkedHashMap<>();
        Set<Executed> ran = new LinkedHashSet<>();
        for (EndedTest test : EndedTest.in(journal)) {
            ran.add(test.executed());
            if (test.failed()) {
                failed.put(
                        test.executed(),
                        test.outcome().map(WorkerFailures::headline).orElse("crashed its worker"));
            }
        }
        return new WorkerFailures(failed, ran);
    }

    /** Returns those of some rounds. */
    public WorkerFailures in(IntPredicate rounds) {
        return only(executed -> rounds.test(executed.round()));
    }

    /** Returns some of them. */
    public WorkerFailures only(Predicate<Executed> some) {
        Map<Executed, String> failures = new LinkedHashMap<>(failed);
        failures.keySet().removeIf(some.negate());
        Set<Executed> all = new LinkedHashSet<>(ran);
        all.removeIf(some.negate());
        return new WorkerFailures(failures, all);
    }

    /** Returns how many executions there were. */
    public int executions() {
        return ran.size();
    }

    private static String headline(Outcome outcome) {
        return outcome.thrown().map(Failure::headline).orElseGet(outcome::word);
    }
}
