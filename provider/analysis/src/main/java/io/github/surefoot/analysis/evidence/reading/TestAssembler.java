package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.matching.Containers;
import io.github.surefoot.analysis.evidence.matching.ParallelRows;
import io.github.surefoot.analysis.evidence.matching.TestMatching;
import io.github.surefoot.analysis.evidence.matching.TestRow;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Has the executions of every test matched, and accounts for those that are not there. */
final class TestAssembler {
    private final RunCollector run;
    private final List<RoundCollector> rounds;

    TestAssembler(RunCollector run, List<RoundCollector> rounds) {
        this.run = run;
        this.rounds = rounds;
    }

    List<TestEvidence> assemble() {
        SetAside aside = SetAside.of(run.freshClasses().setAside().values(), rounds.size());
        Set<CollectedTest.Key> told = run.told();
        List<CollectedTest> collected = new ArrayList<>(run.tests());
        collected.addAll(aside.failedUntold(told));
        List<TestRow> rows = TestMatching.rows(collected, rounds.size());
        Containers containers = Containers.among(rows);
        Set<TestRow> parallel = ParallelRows.among(rows, rounds.size());
        Absences absences = new Absences(run, rounds, containers);
        List<TestEvidence> tests = new ArrayList<>(rows.size());
        for (TestRow row : rows) {
            boolean container = containers.contains(row);
            if (!container && !told.contains(row.key())) {
                continue; // A test that only renewed workers have: no fresh one could tell of it, well or ill.
            }
            IntFunction<Outcome> absent = round -> container ? absences.quiet(row, round) : absences.of(row, round);
            tests.add(row.toEvidence(container, parallel.contains(row), absent, aside.of(row.key())));
        }
        tests.sort(Comparator.naturalOrder());
        absences.report();
        return tests;
    }
}
