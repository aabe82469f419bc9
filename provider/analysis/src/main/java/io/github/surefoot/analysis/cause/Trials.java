package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Circumstance.Sort;
import io.github.surefoot.analysis.cause.Timeline.Place;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The executions of a test of which it is known where they ran and how they ended, and what was so of each. In a JVM that
 * is kept for several rounds only those count whose run before passed: what fails once there may go on to fail.
 */
final class Trials {
    private final TestEvidence test;
    private final BitSet failing = new BitSet();
    private final Map<Circumstance, BitSet> circumstances = new LinkedHashMap<>();
    private final Map<Circumstance, Integer> distances = new HashMap<>();
    private final List<String> workers = new ArrayList<>();
    private int count;

    private Trials(TestEvidence test) {
        this.test = test;
    }

    static Trials of(TestEvidence test, Timeline timeline) {
        Trials trials = new Trials(test);
        List<Execution> plain =
                test.executions().stream().filter(Trials::counts).toList();
        long shortest = plain.stream().mapToLong(Execution::millis).min().orElse(0);
        Surroundings surroundings = new Surroundings(timeline);
        Set<String> failedLast = new HashSet<>();
        for (Execution execution : plain) {
            timeline.place(test, execution).ifPresent(place -> {
                String worker = place.worker().id().label();
                // Where it failed before in a JVM that is kept, it may fail for no other reason.
                boolean fresh = execution.outcome().countsAgainstTheTest()
                        ? failedLast.add(worker)
                        : !failedLast.remove(worker);
                if (fresh) {
                    trials.add(place, execution, surroundings, shortest);
                }
            });
        }
        trials.addOpposites();
        return trials;
    }

    /** Tells whether an execution passed or failed; of one that was tried again the first attempt counts. */
    static boolean counts(Execution execution) {
        return execution.outcome() instanceof Outcome.Passed
                || execution.outcome().countsAgainstTheTest();
    }

    private void add(Place place, Execution execution, Surroundings surroundings, long millis) {
        int number = count++;
        boolean fails = execution.outcome().countsAgainstTheTest();
        failing.set(number, fails);
        workers.add(place.worker().id().label());
        surroundings.of(place, execution, millis).forEach((circumstance, distance) -> {
            circumstances.computeIfAbsent(circumstance, c -> new BitSet()).set(number);
            if (fails) {
                distances.merge(circumstance, distance, Integer::sum);
            }
        });
    }

    /** A test may also need what ran before. */
    private void addOpposites() {
        Map<Circumstance, BitSet> opposites = new LinkedHashMap<>();
        circumstances.forEach((circumstance, when) -> {
            if (circumstance.sort() == Sort.BEFORE) {
                BitSet other = (BitSet) when.clone();
                other.flip(0, count);
                opposites.put(new Circumstance(Sort.NOT_BEFORE, circumstance.what()), other);
            }
        });
        circumstances.putAll(opposites);
    }

    TestEvidence test() {
        return test;
    }

    int failed() {
        return failing.cardinality();
    }

    int passed() {
        return count - failed();
    }

    /** Tells whether it passed and failed, so that there is something to compare. */
    boolean tells() {
        return failed() > 0 && passed() > 0;
    }

    Collection<Circumstance> circumstances() {
        return circumstances.keySet();
    }

    /** Returns one circumstance of each that were so of the same executions: they are one question. */
    Collection<Circumstance> questions() {
        Map<Object, Circumstance> distinct = new LinkedHashMap<>();
        circumstances.forEach((circumstance, when) -> distinct.putIfAbsent(when, circumstance));
        return distinct.values();
    }

    /** Returns how often it was so when the test failed, and when it passed. */
    Contrast contrast(Circumstance circumstance) {
        BitSet when = when(circumstance);
        BitSet both = (BitSet) when.clone();
        both.and(failing);
        int failedWith = both.cardinality();
        return new Contrast(circumstance, failedWith, failed(), when.cardinality() - failedWith, passed());
    }

    private BitSet when(Circumstance circumstance) {
        return Objects.requireNonNullElseGet(circumstances.get(circumstance), () -> {
            BitSet never = new BitSet();
            // Of a class that never ran before, it is always so that it did not.
            never.set(0, circumstance.sort() == Sort.NOT_BEFORE ? count : 0);
            return never;
        });
    }

    /** Returns how many classes lay between, over all failing executions; 0 of what is no order. */
    int distance(Circumstance circumstance) {
        return distances.getOrDefault(circumstance, 0);
    }

    /** Returns the labels of the workers in which it was so and the test failed, in order. */
    List<String> failingWorkers(Circumstance circumstance) {
        return when(circumstance).stream()
                .filter(failing::get)
                .mapToObj(workers::get)
                .distinct()
                .toList();
    }
}
