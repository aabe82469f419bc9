package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Limits hold against any JVM, also one that cannot end itself; and what is only slow, or stood still, is no fault. */
@Execution(ExecutionMode.CONCURRENT)
class LimitsIT {
    private static final long LIMIT_MILLIS = 8_000;
    private static final long TEN_SECONDS = 10_000;

    @Test
    @OnProject(
            value = "limits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-Dsurefoot.testTimeout=8s",
                "-DargLine=-XX:+UseSerialGC",
                "-Dtest=StoppedTest,StoppedInSetupTest,CountedLoopTest,SoundTest"
            })
    void aJvmThatCannotEndItselfIsEndedAndOthersRunTheRest(Build build) throws IOException {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("broken");
        assertThat(verdict.named("hung"))
                .as(build.tail())
                .containsExactlyInAnyOrder(
                        "StoppedTest.stopsItsJvm", "StoppedInSetupTest", "CountedLoopTest.countsWithoutASafepoint");
        for (String hung : verdict.named("hung")) {
            assertThat(verdict.test(hung).outcomes()).as(hung).containsExactly("hung", "hung");
        }
        assertThat(verdict.test("SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        assertThat(build.lines(".*Damaged.*")).isEmpty();
        assertThat(build.lines(".*round [12]/2 .*1 passed, 3 hung.*"))
                .as(build.tail())
                .hasSize(2);
        endedInTime(build);
    }

    /** Every test was ended at most ten seconds behind its limit, whoever did it. */
    private static void endedInTime(Build build) throws IOException {
        Journals journals = new Journals(build);
        List<WorkerStopped> stops = stops(build);
        assertThat(stops.stream().filter(stop -> !stop.executions().isEmpty())).hasSizeGreaterThanOrEqualTo(4);
        for (WorkerStopped stop : stops) {
            journals.of(stop.worker(), TestStarted.class).stream()
                    .filter(test -> stop.executions().contains(test.execution()))
                    .forEach(test -> assertThat(stop.at() - test.at())
                            .as("%s, ended for: %s", test.test(), stop.why())
                            .isBetween(LIMIT_MILLIS, LIMIT_MILLIS + TEN_SECONDS));
        }
    }

    /** Returns what workers were ended for, by Maven and by themselves. */
    private static List<WorkerStopped> stops(Build build) throws IOException {
        List<WorkerStopped> stops = new ArrayList<>(new Journals(build).all(WorkerStopped.class));
        JournalReader.read(build.directory().resolve("target/surefoot/journals/run.journal")).entries().stream()
                .filter(WorkerStopped.class::isInstance)
                .map(WorkerStopped.class::cast)
                .forEach(stops::add);
        return stops;
    }

    @Test
    @OnProject(
            value = "limits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=1",
                "-Dsurefoot.roundTimeout=10s",
                "-Dtest=StoppedTest,SoundTest"
            })
    void aStoppedJvmIsEndedAtTheLimitOfItsRound(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.test("StoppedTest.stopsItsJvm").outcomes())
                .as(build.tail())
                .containsExactly("hung", "hung");
        assertThat(verdict.test("SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        assertThat(build.directory().resolve("target/surefire-reports/TEST-it.StoppedTest.xml"))
                .content()
                .contains("surefoot.roundTimeout", "Maven ended it");
    }

    @Test
    @OnProject(
            value = "limits",
            run = {
                "test",
                "-Dsurefoot.rounds=1",
                "-Dsurefoot.workers=2",
                "-Dsurefoot.disposalTimeout=10s",
                "-Dtest=StoppedForAWhileTest,SlowEndTest,SoundTest"
            })
    void whoIsStoppedForAWhileOrSlowToEndIsNotDead(Build build) throws IOException {
        Verdict verdict = build.passes().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("held");
        assertThat(stops(build)).isEmpty();
    }

    @Test
    @OnProject(
            value = "limits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.disposalTimeout=1s",
                "-Dtest=StoppedAtTheEndTest,SoundTest"
            })
    void aJvmThatIsStoppedAtItsEndDoesNotHoldUpTheBuild(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.test("SoundTest.passes").passed()).as(build.tail()).isEqualTo(2);
        assertThat(verdict.test("StoppedAtTheEndTest.leavesAHookThatStopsItsJvm")
                        .passed())
                .isEqualTo(2);
        assertThat(verdict.reasons()).contains("closed its journal, but its process did not end");
        assertThat(build.lines(".*Damaged.*")).isEmpty();
    }
}
