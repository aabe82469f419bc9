package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Twenty rounds of a suite of sixty classes in random order on one worker, in eight of which a class ran before another
 * whose 41 tests then failed.
 */
final class PollutedRun {
    private static final int ROUNDS = 20;
    private static final int POLLUTED = 8;
    private static final int VICTIMS = 41;
    private static final long START = 1_798_800_000_000L;
    private static final String POLLUTER = "com.example.FilterTest";
    private static final String VICTIM = "com.example.GraphTest";

    private PollutedRun() {}

    static Judgement judge() {
        List<WorkerEvidence> workers = new ArrayList<>();
        List<RoundEvidence> rounds = new ArrayList<>();
        List<List<Execution>> executions = new ArrayList<>();
        Random random = new Random(7);
        Set<String> planned = IntStream.range(0, 58)
                .mapToObj("com.example.C%02dTest"::formatted)
                .collect(Collectors.toSet());
        for (int round = 1; round <= ROUNDS; round++) {
            boolean fails = round <= POLLUTED;
            List<String> order = new ArrayList<>(planned);
            Collections.sort(order);
            order.add(VICTIM);
            Collections.shuffle(order, random);
            // Elsewhere than in the middle of the suite, as an order by chance would have it.
            int victim = order.indexOf(VICTIM);
            order.add(
                    fails ? random.nextInt(victim + 1) : victim + 1 + random.nextInt(order.size() - victim), POLLUTER);
            WorkerId id = new WorkerId("run-1", round, 1);
            long at = START + round * 10_000L;
            List<ClassBar> bars = new ArrayList<>();
            for (String name : order) {
                bars.add(new ClassBar(name, round, at + bars.size() * 100L, at + bars.size() * 100L + 100, true));
            }
            workers.add(
                    new WorkerEvidence(id, Path.of(id.label() + ".journal"), 1, Map.of(), true, at, at + 9_000, bars));
            rounds.add(new RoundEvidence(round, true, 1, List.of(), Set.copyOf(order), Set.copyOf(order), at, 9_000));
            executions.add(List.of(new Execution(
                    round,
                    id.label(),
                    fails ? new Outcome.Errored(failure()) : new Outcome.Passed(),
                    bars.get(order.indexOf(VICTIM)).startedAt() + 1,
                    1)));
        }
        List<Execution> each = executions.stream().flatMap(List::stream).toList();
        List<TestEvidence> tests = IntStream.range(0, VICTIMS)
                .mapToObj(
                        i -> new TestEvidence(new TestId(VICTIM, "links%02d".formatted(i)), 1, List.of(), false, each))
                .toList();
        Evidence evidence = new Evidence(
                RunFacts.unknown("run-1", ROUNDS),
                rounds,
                tests,
                workers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(evidence);
    }

    private static Failure failure() {
        return new Failure(
                "java.lang.IllegalStateException",
                "3 entries left",
                "java.lang.IllegalStateException: 3 entries left\n\tat com.example.Registry.put(Registry.java:14)\n");
    }
}
