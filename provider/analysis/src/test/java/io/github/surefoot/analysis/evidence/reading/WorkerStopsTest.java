package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker was at when it was ended at a limit is hung, whoever ended it and whatever could still be written. */
class WorkerStopsTest {
    private static final String WRONG_END =
            "org.apache.maven.surefire.booter.SurefireBooterForkException: Error occurred"
                    + " in starting fork, check output in log";
    private static final String WHY = "Stopped after 1000 ms (surefoot.testTimeout)";

    @TempDir
    private Path dir;

    private Evidence read(List<WorkerStopped> byMaven, JournalEntry... worker) throws IOException {
        return read("", byMaven, worker);
    }

    private Evidence read(String fault, List<WorkerStopped> byMaven, JournalEntry... worker) throws IOException {
        List<JournalEntry> run = new ArrayList<>(List.of(new RoundStarted(1, 1, 1), new ClassPlanned(1, "C")));
        run.addAll(byMaven);
        run.addAll(List.of(new RoundFinished(1, 1, fault, 90), new Finished(91)));
        JournalScript.journal(
                dir.resolve("run.journal"),
                new RunStarted(
                        "run", "g:a", 1, 1, WorkerKind.FRESH, "configured", OptionalLong.empty(), "suite", 1, Map.of()),
                run);
        JournalScript.journal(
                dir.resolve("r1w1.journal"),
                new JournalEntry.WorkerStarted(new io.github.surefoot.core.WorkerId("run", 1, 1), 4711, 2, Map.of()),
                List.of(worker));
        return EvidenceReader.read(dir);
    }

    private static TestStarted start(long execution, String name) {
        return new TestStarted(execution, 1, new TestId("C", name), "", List.of(), false, 10);
    }

    private static WorkerStopped stop(List<Long> executions, List<String> classes) {
        return new WorkerStopped("r1w1", executions, classes, WHY, 80);
    }

    private static List<Outcome> outcomes(Evidence evidence, String name) {
        return evidence.tests().stream()
                .filter(test -> test.id().name().equals(name))
                .flatMap(test -> test.executions().stream())
                .map(Execution::outcome)
                .toList();
    }

    @Test
    void whatMavenStoppedAtItsLimitIsHungAndWhatRanBesideItHasCrashed() throws IOException {
        Evidence evidence = read(
                List.of(stop(List.of(1L), List.of())), new ClassStarted(1, "C", 9), start(1, "stopped"), start(2, "b"));

        assertThat(outcomes(evidence, "stopped")).containsExactly(new Outcome.Hung(WHY));
        assertThat(outcomes(evidence, "b"))
                .singleElement()
                .isEqualTo(new Outcome.Crashed("Worker r1w1 (process 4711) died while this test ran."));
        assertThat(evidence.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .contains("because C.stopped hung"));
    }

    @Test
    void aStopOfAnotherWorkerSaysNothing() throws IOException {
        Evidence evidence = read(
                List.of(new WorkerStopped("r1w2", List.of(1L), List.of("C"), WHY, 80)),
                new ClassStarted(1, "C", 9),
                start(1, "killed"));

        assertThat(outcomes(evidence, "killed")).singleElement().isInstanceOf(Outcome.Crashed.class);
    }

    /** Its threads never answered, so nothing follows the stop. */
    @Test
    void whatTheWorkerItselfStoppedIsHungAlsoWithoutItsStackTraces() throws IOException {
        Evidence evidence =
                read(List.of(), new ClassStarted(1, "C", 9), start(1, "loops"), stop(List.of(1L), List.of()));

        assertThat(outcomes(evidence, "loops")).containsExactly(new Outcome.Hung(WHY));
    }

    @Test
    void whatFollowsTheStopIsToldAsItIs() throws IOException {
        Outcome hung = new Outcome.Hung(WHY + " stacks");
        Evidence evidence = read(
                List.of(stop(List.of(1L), List.of())),
                new ClassStarted(1, "C", 9),
                start(1, "loops"),
                stop(List.of(1L), List.of()),
                new TestFinished(1, hung, 81));

        assertThat(outcomes(evidence, "loops")).containsExactly(hung);
    }

    @Test
    void aClassOutsideOfItsTestsIsHungOnce() throws IOException {
        Evidence evidence = read(
                List.of(stop(List.of(), List.of("C", "ended"))),
                new ClassStarted(1, "C", 9),
                stop(List.of(), List.of("C")));

        assertThat(outcomes(evidence, "")).containsExactly(new Outcome.Hung(WHY));
    }

    @Test
    void aClassThatTheWorkerHasToldOfIsNotToldAgain() throws IOException {
        Outcome hung = new Outcome.Hung(WHY + " stacks");
        Evidence evidence = read(
                List.of(stop(List.of(), List.of("C"))),
                new ClassStarted(1, "C", 9),
                stop(List.of(), List.of("C")),
                start(5, ""),
                new TestFinished(5, hung, 82));

        assertThat(outcomes(evidence, "")).containsExactly(hung);
    }

    @Test
    void aWorkerThatIsEndedBetweenItsClassesSaysWhy() throws IOException {
        Evidence evidence =
                read(List.of(stop(List.of(), List.of())), new ClassStarted(1, "C", 9), new ClassFinished(1, "C", 20));

        assertThat(evidence.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .contains("because it was ended at a limit"));
        assertThat(evidence.problems()).containsExactly(new WorkerProblem("r1w1", WHY));
    }

    @Test
    void aClassThatHoldsUpTheEndOfItsJvmIsHungAndTheEvidenceIsWhole() throws IOException {
        Evidence evidence = read(
                List.of(),
                new ClassStarted(1, "C", 9),
                start(1, "passes"),
                new TestFinished(1, new Outcome.Passed(), 12),
                new ClassFinished(1, "C", 20),
                new Finished(21),
                stop(List.of(), List.of("C")));

        assertThat(outcomes(evidence, "passes")).containsExactly(new Outcome.Passed());
        assertThat(outcomes(evidence, "")).containsExactly(new Outcome.Hung(WHY));
        assertThat(evidence.findings()).isEmpty();
    }

    /** Surefire speaks of the start of a JVM that it could not end, which helps nobody. */
    @Test
    void aFaultThatOnlySaysThatAJvmWasEndedAfterItsTestsIsToldAsThat() throws IOException {
        Evidence evidence = read(
                WRONG_END,
                List.of(),
                new ClassStarted(1, "C", 9),
                new ClassFinished(1, "C", 20),
                new Finished(21),
                stop(List.of(), List.of("C")));

        assertThat(evidence.findings())
                .extracting(Finding::sentence)
                .containsExactly("Round 1: the JVM of worker r1w1 did not end when its tests had, and was ended.");
        assertThat(evidence.findings()).allMatch(finding -> finding.kind().breaks());
    }

    @Test
    void aFaultOfAJvmThatNobodyEndedIsToldAsSurefireTellsIt() throws IOException {
        Evidence evidence = read(
                WRONG_END, List.of(), new ClassStarted(1, "C", 9), new ClassFinished(1, "C", 20), new Finished(21));

        assertThat(evidence.findings()).extracting(Finding::sentence).containsExactly("Round 1: " + WRONG_END);
    }

    @Test
    void aJvmThatDoesNotEndAndNobodyKnowsWhyIsAProblem() throws IOException {
        Evidence evidence = read(
                List.of(stop(List.of(), List.of())),
                new ClassStarted(1, "C", 9),
                new ClassFinished(1, "C", 20),
                new Finished(21));

        assertThat(evidence.problems()).containsExactly(new WorkerProblem("r1w1", WHY));
        assertThat(evidence.findings()).extracting(Finding::kind).doesNotContain(Kind.WORKER_DIED, Kind.DAMAGED);
    }
}
