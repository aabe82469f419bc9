package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Limits hold against any JVM, also one that cannot end itself; and what is only slow, or stood still, is no fault. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class LimitsIT {
    private static final Duration LIMIT = Duration.ofSeconds(8);

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
        assertThat(Stops.of(build).stream().filter(stop -> !stop.executions().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(4);
        Stops.latest(build, LIMIT);
    }

    @Test
    @OnProject(
            value = "limits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=1",
                // A worker of a busy machine takes ten seconds to start.
                "-Dsurefoot.roundTimeout=25s",
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
        assertThat(Stops.of(build)).isEmpty();
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
