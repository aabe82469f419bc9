package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.matching.Containers;
import io.github.surefoot.analysis.evidence.matching.TestRow;
import io.github.surefoot.core.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out why a test that ran in some rounds did not run in another. What cannot be explained is a finding. */
final class Absences {
    private static final int MOST_FINDINGS = 20;

    private final RunCollector run;
    private final List<RoundCollector> rounds;
    private final Containers containers;
    private final SortedMap<String, Unexplained> unexplained = new TreeMap<>();

    Absences(RunCollector run, List<RoundCollector> rounds, Containers containers) {
        this.run = run;
        this.rounds = rounds;
        this.containers = containers;
    }

    private static final class Unexplained {
        final TestRow example;
        int executions;

        Unexplained(TestRow example) {
            this.example = example;
        }
    }

    /** Returns what a round without an incident means for a class or template. */
    Outcome quiet(TestRow container, int round) {
        RoundCollector there = rounds.get(round - 1);
        boolean finished = there.finished.contains(container.owner())
                || there.finished.contains(container.id().className());
        return finished ? new Outcome.Passed() : new Outcome.NotRun("its class was not finished");
    }

    /** Returns the outcome of a test in a round in which it did not appear. */
    Outcome of(TestRow test, int round) {
        Optional<Execution> incident = containers.incident(test, round);
        if (incident.isPresent()) {
            return because(incident.get().outcome());
        }
        RoundCollector there = rounds.get(round - 1);
        if (there.leftUnfinished(test.owner()) || there.ranNothing() || !there.isFinished()) {
            return new Outcome.NotRun("no worker was done with " + test.owner());
        }
        unexplained.computeIfAbsent(test.id().className(), name -> new Unexplained(test)).executions++;
        return new Outcome.NotRun("it did not appear in this round");
    }

    private static Outcome because(Outcome ofClass) {
        if (ofClass instanceof Outcome.Skipped || ofClass instanceof Outcome.Aborted) {
            return ofClass;
        }
        return new Outcome.NotRun("its class or template " + ofClass.word() + " as a whole");
    }

    /** Adds a finding for each class with unexplained absences; must be called once, after the last test. */
    void report() {
        int told = 0;
        for (Map.Entry<String, Unexplained> entry : unexplained.entrySet()) {
            if (told++ == MOST_FINDINGS) {
                run.found(
                        Kind.TEST_ABSENT, "So do tests of " + (unexplained.size() - MOST_FINDINGS) + " more classes.");
                return;
            }
            run.found(Kind.TEST_ABSENT, sentence(entry.getKey(), entry.getValue()));
        }
    }

    private String sentence(String className, Unexplained of) {
        List<Integer> present = of.example.roundsPresent();
        String where = present.size() == 1 ? "round " + present.get(0) : present.size() + " rounds";
        return "Tests of " + className + " appear in some rounds only (" + of.executions
                + " executions are missing), " + of.example.shortName() + " in " + where + " of " + rounds.size()
                + ". Rounds of a test can only be compared if it keeps its name: give generated and parameterized"
                + " tests stable names, without times, random values or object identities.";
    }
}
