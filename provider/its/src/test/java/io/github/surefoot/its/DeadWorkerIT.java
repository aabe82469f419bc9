package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Verdict.TestVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test that ends its JVM is named, and the build fails for it and for nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class DeadWorkerIT {
    @Test
    @OnProject(
            value = "exits",
            run = {"test", "-Dsurefoot.rounds=2", "-Dtest=ExitTest,SoundTest"})
    void systemExit(Build build) {
        blames(build, "ExitTest");
    }

    @Test
    @OnProject(
            value = "exits",
            run = {"test", "-Dsurefoot.rounds=2", "-Dtest=HaltTest,SoundTest"})
    void runtimeHalt(Build build) {
        blames(build, "HaltTest");
    }

    @Test
    @OnProject(
            value = "exits",
            run = {"test", "-Dsurefoot.rounds=2", "-Dtest=HaltTest,SoundTest", "-Dsurefoot.reuseWorkers=true"})
    void runtimeHaltOfAWarmWorker(Build build) {
        assertThat(build.fails().verdict().word()).isNotEqualTo("held");
        assertThat(build.verdict().test("HaltTest.endsItsJvm").status()).isEqualTo("crashed");
    }

    private static void blames(Build build, String className) {
        assertThat(build.fails().verdict().word()).as(build.tail()).isEqualTo("broken");
        TestVerdict culprit = build.verdict().test(className + ".endsItsJvm");
        assertThat(culprit.status()).isEqualTo("crashed");
        assertThat(culprit.outcomes()).containsExactly("crashed", "crashed");
        assertThat(build.verdict().test(className + ".passesBefore").failed()).isZero();
        assertThat(build.verdict().test("SoundTest.passes").failed()).isZero();
        assertThat(build.lines("\\[ERROR].*" + className + "\\.endsItsJvm"))
                .as(build.tail())
                .isNotEmpty();
    }
}
