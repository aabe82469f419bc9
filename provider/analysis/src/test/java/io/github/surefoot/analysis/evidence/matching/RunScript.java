package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what a worker journals of each round, record by record: names as Surefire gives them, and identifiers. */
final class RunScript {
    static final Outcome PASSED = new Outcome.Passed();
    static final Failure FAILURE = new Failure("java.lang.IllegalStateException", "not yet", "");
    static final Outcome FAILED = new Outcome.Errored(FAILURE);
    /** What a framework tells of an attempt that failed and is followed by another. */
    static final Outcome AGAIN = new Outcome.Aborted("once more", Optional.of(FAILURE));

    /** Stands for a test that does not appear. */
    static final Outcome ABSENT = new Outcome.NotRun("");

    static final Outcome NO_NETWORK = new Outcome.Aborted("no network");

    private final Path directory;
    private final int rounds;
    private final Map<Integer, Map<String, List<JournalEntry>>> byRound = new LinkedHashMap<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private long execution;

    RunScript(Path directory, int rounds) {
        this.directory = directory;
        this.rounds = rounds;
    }

    /** Lets a class be taken up in every round. */
    RunScript planned(String className) {
        classes.add(className);
        return this;
    }

    /** Lets a test of a class that is taken up be run in a round; it takes from {@code start} to {@code end}. */
    RunScript test(int round, String taken, TestId test, String uniqueId, Outcome outcome, long start, long end) {
        planned(taken);
        List<JournalEntry> entries = byRound.computeIfAbsent(round, r -> new LinkedHashMap<>())
                .computeIfAbsent(taken, name -> new ArrayList<>());
        entries.add(new TestStarted(++execution, round, test, uniqueId, List.of(), false, start));
        entries.add(new TestFinished(execution, outcome, end));
        return this;
    }

    RunScript test(int round, String taken, TestId test, String uniqueId, Outcome outcome) {
        return test(round, taken, test, uniqueId, outcome, execution * 10, execution * 10 + 10);
    }

    /** Lets a test have an outcome in each round, from the first. */
    RunScript test(String taken, TestId test, String uniqueId, Outcome... outcomes) {
        for (int round = 1; round <= outcomes.length; round++) {
            if (!(outcomes[round - 1] instanceof Outcome.NotRun)) {
                test(round, taken, test, uniqueId, outcomes[round - 1]);
            }
        }
        return this;
    }

    Evidence read() throws IOException {
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            plan.add(new RoundStarted(round, 1, 10));
            List<JournalEntry> entries = new ArrayList<>();
            for (String className : classes) {
                plan.add(new ClassPlanned(round, className));
                entries.add(new ClassStarted(round, className, 11));
                entries.addAll(byRound.getOrDefault(round, Map.of()).getOrDefault(className, List.of()));
                entries.add(new ClassFinished(round, className, 19));
            }
            entries.add(new Finished(20));
            JournalScript.worker(directory, round, 1, entries);
            plan.add(new RoundFinished(round, 1, "", 20));
        }
        plan.add(new Finished(99));
        JournalScript.journal(directory.resolve("run.journal"), JournalScript.run(rounds), plan);
        return EvidenceReader.read(directory);
    }

    /** Returns each test with its outcomes as people see it: {@code CartTest.adds: passed failed}. */
    static List<String> table(Evidence evidence) {
        return evidence.tests().stream().map(RunScript::line).toList();
    }

    private static String line(TestEvidence test) {
        StringBuilder line = new StringBuilder(test.shortName()).append(':');
        test.executions().forEach(execution -> line.append(' ')
                .append(execution.outcome().word())
                .append(execution.passedOnAttempt() == 0 ? "" : "@" + execution.passedOnAttempt()));
        return line.toString();
    }
}
