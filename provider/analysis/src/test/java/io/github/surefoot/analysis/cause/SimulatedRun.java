package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A suite of classes with one test each, run in rounds by workers that take the next class when they are done with one,
 * as the real ones do. How long a class takes varies from round to round, and with it who runs what.
 */
final class SimulatedRun {
    private static final long START = 1_700_000_000_000L;

    private final Random random;
    private final int rounds;
    private final int slots;
    private final List<String> classes = new ArrayList<>();
    private boolean warm;
    private boolean shuffled;
    private int slowerWhenFailing = 1;
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Execution>> executions = new TreeMap<>();
    private final Map<WorkerId, List<ClassBar>> bars = new LinkedHashMap<>();
    private final Map<WorkerId, Map<String, Integer>> failuresOf = new HashMap<>();

    /** What is known when a test begins. */
    record Moment(Set<String> before, int slot, int failedBeforeInThisJvm, Random random) {}

    /** Tells whether a test fails. */
    @FunctionalInterface
    interface Fault {
        boolean fails(Moment moment);
    }

    SimulatedRun(long seed, int classCount, int rounds, int slots) {
        this.random = new Random(seed);
        this.rounds = rounds;
        this.slots = slots;
        for (int i = 0; i < classCount; i++) {
            classes.add(name(i));
        }
    }

    static String name(int number) {
        return "shop.C%03dTest".formatted(number);
    }

    SimulatedRun warm() {
        warm = true;
        return this;
    }

    SimulatedRun shuffled() {
        shuffled = true;
        return this;
    }

    /** Has tests that fail take so many times as long, as those that wait for something do. */
    SimulatedRun slowerWhenFailing(int times) {
        slowerWhenFailing = times;
        return this;
    }

    SimulatedRun fault(int ofClass, Fault fault) {
        faults.put(name(ofClass), fault);
        return this;
    }

    Evidence evidence() {
        long[] freeAt = new long[slots];
        for (int round = 1; round <= rounds; round++) {
            List<String> order = new ArrayList<>(classes);
            if (shuffled) {
                Collections.shuffle(order, random);
            }
            for (String className : order) {
                int slot = 0;
                for (int other = 1; other < slots; other++) {
                    slot = freeAt[other] < freeAt[slot] ? other : slot;
                }
                freeAt[slot] = run(className, round, slot + 1, freeAt[slot]);
            }
        }
        return assemble();
    }

    private long run(String className, int round, int slot, long from) {
        WorkerId worker = new WorkerId("run-1", warm ? 0 : round, slot);
        List<ClassBar> own = bars.computeIfAbsent(worker, w -> new ArrayList<>());
        boolean fails = fails(className, worker, own);
        int typical = 5 + Math.floorMod(className.hashCode(), 40);
        long millis = (typical + random.nextInt(typical)) * (fails ? slowerWhenFailing : 1L);
        own.add(new ClassBar(className, round, START + from, START + from + millis, true));
        executions
                .computeIfAbsent(className, c -> new HashMap<>())
                .put(
                        round,
                        new Execution(
                                round,
                                worker.label(),
                                fails ? new Outcome.Failed(failure(className)) : new Outcome.Passed(),
                                START + from,
                                millis));
        return from + millis;
    }

    private boolean fails(String className, WorkerId worker, List<ClassBar> own) {
        Fault fault = faults.get(className);
        if (fault == null) {
            return false;
        }
        Set<String> before = own.stream().map(ClassBar::className).collect(Collectors.toUnmodifiableSet());
        Map<String, Integer> failed = failuresOf.computeIfAbsent(worker, w -> new HashMap<>());
        boolean fails = fault.fails(new Moment(before, worker.slot(), failed.getOrDefault(className, 0), random));
        if (fails) {
            failed.merge(className, 1, Integer::sum);
        }
        return fails;
    }

    private static Failure failure(String className) {
        return new Failure(
                "org.opentest4j.AssertionFailedError",
                "expected: <1> but was: <2>",
                "org.opentest4j.AssertionFailedError: expected: <1> but was: <2>\n\tat " + className + ".works("
                        + className.substring(5) + ".java:9)\n");
    }

    private Evidence assemble() {
        List<TestEvidence> tests = new ArrayList<>();
        executions.forEach((className, byRound) -> tests.add(new TestEvidence(
                new TestId(className, "works"), 1, List.of(), false, List.copyOf(new TreeMap<>(byRound).values()))));
        List<WorkerEvidence> workers = new ArrayList<>();
        bars.forEach((id, of) -> workers.add(new WorkerEvidence(
                id,
                Path.of(id.label() + ".journal"),
                1,
                Map.of("zone", "UTC"),
                true,
                of.get(0).startedAt(),
                of.get(of.size() - 1).endedAt(),
                of)));
        List<RoundEvidence> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            all.add(new RoundEvidence(round, true, 1, List.of(), Set.copyOf(classes), Set.copyOf(classes), START, 1));
        }
        return new Evidence(
                RunFacts.unknown("run-1", rounds),
                all,
                tests,
                workers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
