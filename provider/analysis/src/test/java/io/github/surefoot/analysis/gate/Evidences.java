package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Evidence from tables of outcomes, one letter a round, as in {@link io.github.surefoot.analysis.JournalScript}. */
final class Evidences {
    private Evidences() {}

    static Evidence of(String... tests) {
        return of(tests.length == 0 ? 0 : tests[0].length(), List.of(tests), List.of());
    }

    static Evidence of(int plannedRounds, List<String> tests, List<Finding> findings) {
        int rounds = tests.isEmpty() ? plannedRounds : tests.get(0).length();
        List<TestEvidence> all = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            String outcomes = tests.get(i);
            List<Execution> executions = IntStream.rangeClosed(1, rounds)
                    .mapToObj(round ->
                            new Execution(round, "r" + round + "w1", outcome(outcomes.charAt(round - 1)), round, 1))
                    .toList();
            all.add(new TestEvidence(new TestId("T", "t" + i), 1, List.of(), false, executions));
        }
        List<RoundEvidence> done = IntStream.rangeClosed(1, rounds)
                .mapToObj(round -> new RoundEvidence(round, true, 1, List.of(), Set.of(), Set.of(), 0, 0))
                .toList();
        RunFacts facts = new RunFacts(
                "run",
                "g:a",
                plannedRounds,
                1,
                Optional.of(WorkerKind.FRESH),
                "configured",
                OptionalLong.empty(),
                "",
                0,
                Map.of());
        return new Evidence(facts, done, all, List.of(), List.of(), List.of(), List.of(), List.of(), findings);
    }

    /** Adds incidents. */
    static Evidence with(
            Evidence base, List<Leak> leaks, List<ForbiddenMessage> messages, List<WorkerProblem> problems) {
        return new Evidence(
                base.run(),
                base.rounds(),
                base.tests(),
                base.workers(),
                base.resources(),
                leaks,
                messages,
                problems,
                base.findings());
    }

    /** Has something of each round missing. */
    static Evidence incomplete(Evidence base) {
        List<RoundEvidence> rounds = base.rounds().stream()
                .map(round -> new RoundEvidence(round.round(), false, 1, List.of(), Set.of(), Set.of(), 0, 0))
                .toList();
        return new Evidence(
                base.run(),
                rounds,
                base.tests(),
                base.workers(),
                base.resources(),
                base.leaks(),
                base.messages(),
                base.problems(),
                base.findings());
    }

    /** Adds what stands for a class as a whole: in a round with a small letter no worker told of it. */
    static Evidence withContainer(Evidence base, String outcomes) {
        List<Execution> executions = IntStream.rangeClosed(1, outcomes.length())
                .mapToObj(round -> {
                    char letter = outcomes.charAt(round - 1);
                    String worker = Character.isLowerCase(letter) ? "" : "r" + round + "w1";
                    return new Execution(round, worker, outcome(Character.toUpperCase(letter)), round, 1);
                })
                .toList();
        List<TestEvidence> tests = new ArrayList<>(base.tests());
        tests.add(new TestEvidence(new TestId("T", ""), 1, List.of("security"), true, executions));
        return new Evidence(
                base.run(),
                base.rounds(),
                tests,
                base.workers(),
                base.resources(),
                base.leaks(),
                base.messages(),
                base.problems(),
                base.findings());
    }

    private static Outcome outcome(char letter) {
        return switch (letter) {
            case 'P' -> new Outcome.Passed();
            case 'F' -> new Outcome.Failed(new Failure("E", "round " + letter, ""));
            case 'E' -> new Outcome.Errored(new Failure("E", "round " + letter, ""));
            case 'C' -> new Outcome.Crashed("");
            case 'H' -> new Outcome.Hung("");
            case 'S' -> new Outcome.Skipped("");
            case 'A' -> new Outcome.Aborted("");
            default -> new Outcome.NotRun("");
        };
    }
}
