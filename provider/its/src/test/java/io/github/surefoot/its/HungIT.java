package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What never ends is stopped at its limit and named, with what its threads did; others run the rest. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class HungIT {
    /** A frame of what hangs, by what is to blame. */
    private static final Map<String, String> HUNG = Map.of(
            "LoopTest.ignoresEveryInterrupt", "it.LoopTest.ignoresEveryInterrupt(LoopTest.java",
            "DeadlockTest.waitsForItself", "it.DeadlockTest.take(DeadlockTest.java",
            "NativeReadTest.readsFromAPeerThatIsSilent", "it.NativeReadTest.readsFromAPeerThatIsSilent(",
            "BeforeAllHangsTest", "it.BeforeAllHangsTest.hangs(BeforeAllHangsTest.java",
            "AfterAllHangsTest", "it.AfterAllHangsTest.hangs(AfterAllHangsTest.java");

    @Test
    @OnProject(
            value = "hangs",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-Dsurefoot.testTimeout=15s",
                "-Dtest=!ShutdownHookTest"
            })
    void everyWayToHang(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("broken");
        assertThat(verdict.named("hung")).containsExactlyInAnyOrderElementsOf(HUNG.keySet());
        HUNG.forEach((name, frame) -> {
            assertThat(verdict.test(name).outcomes()).as(name).containsExactly("hung", "hung");
            assertThat(build.directory().resolve("target/surefoot/report/index.html"))
                    .as("the stack traces of " + name)
                    .content()
                    .contains(frame);
        });
        assertThat(build.directory().resolve("target/surefire-reports/TEST-it.DeadlockTest.xml"))
                .as("the other side of the deadlock")
                .content()
                .contains("the other side", "BLOCKED");
        for (String sound :
                new String[] {"SoundTest.passes", "AfterAllHangsTest.passesBefore", "LeavesThreadTest.passes"}) {
            assertThat(verdict.test(sound).outcomes()).as(sound).containsExactly("passed", "passed");
        }
    }

    /** Its worker has run all its tests; Surefire alone would wait for half a minute, and tell nobody. */
    @Test
    @OnProject(
            value = "hangs",
            jvms = Jvms.OF_USERS,
            run = {"test", "-Dsurefoot.rounds=2", "-Dsurefoot.disposalTimeout=10s", "-Dtest=ShutdownHookTest,SoundTest"
            })
    void aJvmThatNeverEnds(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.named("hung")).as(build.tail()).containsExactly("ShutdownHookTest");
        assertThat(build.log())
                .contains("[ERROR]   This JVM did not end within its limit: a shutdown hook hangs.")
                .anyMatch(line ->
                        line.matches("\\[ERROR] BROKEN: Round \\d: the JVMs? of workers? .* and w(as|ere) ended\\."))
                .noneMatch(line -> line.contains("Error occurred in starting fork"));
        assertThat(verdict.test("ShutdownHookTest.leavesAHookThatNeverEnds").passed())
                .isEqualTo(2);
        assertThat(verdict.test("SoundTest.passes").passed()).isEqualTo(2);
        assertThat(build.directory().resolve("target/surefoot/report/index.html"))
                .content()
                .contains("hook of a test", "it.ShutdownHookTest.waitForEver(");
    }

    @Test
    @OnProject(
            value = "hangs",
            run = {"test", "-Dsurefoot.rounds=2", "-Dsurefoot.roundTimeout=30s", "-Dtest=NativeReadTest,SoundTest"})
    void aRoundThatNeverEnds(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.test("NativeReadTest.readsFromAPeerThatIsSilent").outcomes())
                .as(build.tail())
                .containsExactly("hung", "hung");
        assertThat(verdict.test("SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        assertThat(build.directory().resolve("target/surefire-reports/TEST-it.NativeReadTest.xml"))
                .content()
                .contains("surefoot.roundTimeout", "it.NativeReadTest.readsFromAPeerThatIsSilent(");
    }
}
