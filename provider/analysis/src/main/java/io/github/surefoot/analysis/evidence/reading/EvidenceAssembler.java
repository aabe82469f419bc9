package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what was read against what was planned, and puts the model together. */
final class EvidenceAssembler {
    private static final Comparator<WorkerEvidence> BY_ROUND_AND_SLOT =
            Comparator.<WorkerEvidence>comparingInt(w -> w.id().round()).thenComparingInt(w -> w.id().slot());

    private static final int LONGEST_FAULT = 400;
    private static final int MOST_NAMES = 3;

    /** So Surefire speaks of a dead worker; its journal tells more. */
    private static final String VM_DIED = "terminated without properly saying goodbye";

    /** So it tells how, if it knows. */
    private static final String EXIT_CODE = "Process Exit Code";

    /** So it speaks of one that had told all and then ended with an error. */
    private static final String WRONG_END = "Error occurred in starting fork";

    /** Which of Surefire's forks an exit code is of: nothing that a person could look up. */
    private static final String OF_FORK = " of surefire\\S*tmp$";

    private final RunCollector run;
    private final List<RoundCollector> rounds;

    EvidenceAssembler(RunCollector run) {
        this.run = run;
        this.rounds = run.rounds();
    }

    Evidence assemble() {
        RunFacts facts = run.facts(rounds.size());
        run.incidents().end();
        List<TestEvidence> tests = new TestAssembler(run, rounds).assemble();
        boolean anythingRan = rounds.stream().anyMatch(r -> !r.ranNothing());
        rounds.forEach(round -> check(round, anythingRan));
        comparePlans();
        new ShardProof(run).check();
        if (rounds.size() < (run.hasHeader() ? run.expectedRounds() : facts.plannedRounds())) {
            run.found(
                    Kind.ROUND_MISSING,
                    "Only " + rounds.size() + " of " + facts.plannedRounds()
                            + " planned rounds were started. Run the rounds again.");
        }
        long planned =
                rounds.stream().mapToLong(round -> round.planned.size()).max().orElse(0);
        if (tests.isEmpty() && planned > 0 && run.findings().isEmpty()) {
            run.found(
                    Kind.NOTHING_RAN,
                    "Classes with tests were found (" + planned + "), but not one test in them ran. See whether the"
                            + " engine on the test class path can run them:  mvn dependency:tree");
        }
        List<WorkerEvidence> workers =
                run.workers().stream().sorted(BY_ROUND_AND_SLOT).toList();
        return new Evidence(
                facts,
                rounds.stream().map(RoundCollector::toEvidence).toList(),
                tests,
                workers,
                run.incidents().resources(),
                run.incidents().leaks(),
                run.incidents().messages(),
                run.incidents().problems(),
                run.findings(),
                run.freshClasses().all(),
                run.incidents().renewedFaults());
    }

    private void check(RoundCollector round, boolean anythingRan) {
        String name = "Round " + round.number;
        round.deaths.forEach(death -> run.found(Kind.WORKER_DIED, death.sentence()));
        for (String fault : round.faults) {
            String line = firstLine(fault);
            if (!isDeath(line) || !(run.isWarm() ? anyDeath() : !round.deaths.isEmpty())) {
                run.found(Kind.ROUND_FAULT, name + ": " + told(line));
            }
        }
        if (run.hasHeader() && !round.isFinished()) {
            run.found(Kind.ROUND_UNFINISHED, name + " was started and not finished. Run the rounds again.");
        }
        if (round.finishedUnstarted()) {
            run.found(
                    Kind.DAMAGED,
                    name + " was finished and never started: records are missing from Maven's own journal. Run the"
                            + " rounds again.");
        }
        if (run.hasHeader() && round.hasRuns() && round.planned.isEmpty()) {
            run.found(
                    Kind.PLAN_CUT_OFF,
                    name + " ran classes, and nobody knows whether they are all: it has no plan. Run the rounds"
                            + " again.");
        }
        if (anythingRan && round.ranNothing()) {
            run.found(
                    Kind.ROUND_EMPTY,
                    name + " ran nothing, although other rounds did: its journals are missing. Run the rounds again.");
        }
        unfinished(round, name);
        for (String className : round.ranTwice()) {
            run.found(
                    Kind.CLASS_TWICE,
                    name + " ran " + className
                            + " more than once, so it is no round: please report this fault of Surefoot.");
        }
    }

    /** A round is a full run of the suite: a plan with fewer classes than another's was cut short. */
    private void comparePlans() {
        Set<String> all = new TreeSet<>();
        rounds.forEach(round -> all.addAll(round.planned));
        for (RoundCollector round : rounds) {
            if (!round.ranNothing() && round.planned.size() < all.size()) {
                List<String> left = new ArrayList<>(all);
                left.removeAll(round.planned);
                run.found(
                        Kind.PLAN_CUT_OFF,
                        "Round " + round.number + " did not plan " + some(left)
                                + ", although other rounds did. Run the rounds again.");
            }
        }
    }

    private boolean anyDeath() {
        return rounds.stream().anyMatch(round -> !round.deaths.isEmpty());
    }

    /** Tells whether Surefire merely says that a worker died, of which the worker's own journal tells more. */
    private static boolean isDeath(String fault) {
        return fault.contains(VM_DIED) || fault.startsWith(EXIT_CODE);
    }

    /** Of a JVM that was done and had to be ended, Surefire says that it could not be started. */
    private String told(String fault) {
        Set<String> ended = run.endedAfterTheirTests();
        if (ended.isEmpty() || !fault.contains(WRONG_END)) {
            return fault;
        }
        String whose = some(List.copyOf(ended));
        return ended.size() == 1
                ? "the JVM of worker " + whose + " did not end when its tests had, and was ended."
                : "the JVMs of workers " + whose + " did not end when their tests had, and were ended.";
    }

    /** What follows the first line may be the whole command of a worker, which is no one's business. */
    private static String firstLine(String fault) {
        String line = fault.lines().findFirst().orElse("").strip().replaceFirst(OF_FORK, "");
        return line.length() <= LONGEST_FAULT ? line : line.substring(0, LONGEST_FAULT) + "…";
    }

    private void unfinished(RoundCollector round, String name) {
        List<String> left = round.vanished();
        if (left.isEmpty()) {
            return;
        }
        String who = round.hasRuns() ? "no worker was done with " : "there is no journal of any worker that ran ";
        run.found(
                Kind.CLASS_UNFINISHED,
                name + ": " + who + some(left)
                        + ". A worker that never reported proves nothing: see the output of"
                        + " this round, then run the rounds again.");
    }

    /** Returns the first few names, and how many more there are. */
    private static String some(List<String> names) {
        int shown = Math.min(MOST_NAMES, names.size());
        String first = String.join(", ", names.subList(0, shown));
        return names.size() == shown ? first : first + " and " + (names.size() - shown) + " more";
    }
}
