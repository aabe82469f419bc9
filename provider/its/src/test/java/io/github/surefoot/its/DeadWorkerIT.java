package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Verdict;
import io.github.surefoot.its.harness.Verdict.TestVerdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test that ends its JVM is named, with how and its last words, and others run what it has left. */
@Execution(ExecutionMode.CONCURRENT)
class DeadWorkerIT {
    /** What the fixtures end their JVM with, by what is to blame; a class alone where no test of it was running. */
    private static final Map<String, Integer> EXIT_CODES = Map.of(
            "ExitTest.endsItsJvm", 7,
            "HaltTest.endsItsJvm", 8,
            "BeforeAllHaltsTest", 9,
            "AfterAllHaltsTest", 10,
            "InitializerHaltsTest", 11,
            "BetweenTestsHaltsTest", 12,
            "SegvTest.endsItsJvm", 134,
            "KillTest.endsItsJvm", 137);

    @Test
    @OnProject(
            value = "exits",
            jvms = Jvms.SHARING,
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-DargLine=-Xmx64m",
                "-Dtest=!TogetherTest,!ForgesGoodbyeTest"
            })
    void everyWayToDie(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("broken");
        for (Map.Entry<String, Integer> death : EXIT_CODES.entrySet()) {
            TestVerdict culprit = verdict.test(death.getKey());
            assertThat(culprit.status()).as(death.getKey()).isEqualTo("crashed");
            assertThat(culprit.outcomes()).as(death.getKey()).containsExactly("crashed", "crashed");
            assertThat(verdict.reasons().lines())
                    .as("the exit code of " + death.getKey() + " among\n" + verdict.reasons())
                    .anyMatch(reason -> reason.contains(death.getKey().replace(".endsItsJvm", ""))
                            && reason.contains("(exit code " + death.getValue()));
        }
        survives(verdict, "OutOfMemoryTest.endsItsJvm");
        survives(verdict, "StackOverflowTest.endsItsJvm");
        assertThat(verdict.test("StackOverflowTest.passesAfter").status()).isEqualTo("reliable");
        theRestWasRunOnceARound(build);
        assertThat(build.directory().resolve("target/surefire-reports/TEST-it.KillTest.xml"))
                .content()
                .contains("last words before SIGKILL", "exit code 137, SIGKILL");
        assertThat(build.directory().resolve("target/surefoot/report/index.html"))
                .content()
                .contains("last words before SIGSEGV");
    }

    private static void survives(Verdict verdict, String test) {
        assertThat(verdict.test(test).outcomes()).as(test).containsExactly("errored", "errored");
        assertThat(verdict.test(test).status()).as(test).isEqualTo("broken");
    }

    private static void theRestWasRunOnceARound(Build build) {
        Verdict verdict = build.verdict();
        assertThat(verdict.tests())
                .filteredOn(test -> test.name().startsWith("passes"))
                .isNotEmpty()
                .allSatisfy(
                        test -> assertThat(test.outcomes()).as(test.shortName()).containsExactly("passed", "passed"));
        assertThat(verdict.tests()).as("nothing both passed and failed").allSatisfy(test -> assertThat(
                        Math.min(test.passed(), test.failed()))
                .as(test.shortName())
                .isZero());
        Map<String, Long> runs = new Journals(build)
                .all(ClassStarted.class).stream()
                        .collect(Collectors.groupingBy(e -> e.round() + e.className(), Collectors.counting()));
        assertThat(runs).as("every class once a round").isNotEmpty().allSatisfy((name, count) -> assertThat(count)
                .as(name)
                .isEqualTo(1));
    }

    @Test
    @OnProject(
            value = "exits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=1",
                "-Dtest=ForgesGoodbyeTest,AfterAllHaltsTest,SoundTest"
            })
    void oneWorkerAfterTheOther(Build build) {
        blames(build, "ForgesGoodbyeTest.endsItsJvm", "AfterAllHaltsTest");
    }

    @Test
    @OnProject(
            value = "exits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-Dsurefoot.reuseWorkers=true",
                "-Dtest=HaltTest,KillTest,BeforeAllHaltsTest,SoundTest"
            })
    void warmWorkers(Build build) {
        blames(build, "HaltTest.endsItsJvm", "KillTest.endsItsJvm", "BeforeAllHaltsTest");
    }

    /** Two tests ran when the worker died, and nothing tells which of them did it: both are named. */
    @Test
    @OnProject(
            value = "exits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=1",
                "-DargLine=-Djunit.jupiter.execution.parallel.enabled=true"
                        + " -Djunit.jupiter.execution.parallel.config.strategy=fixed"
                        + " -Djunit.jupiter.execution.parallel.config.fixed.parallelism=2",
                "-Dtest=TogetherTest,SoundTest"
            })
    void testsBesideEachOther(Build build) {
        blames(build, "TogetherTest.endsItsJvm", "TogetherTest.runsBeside");
    }

    @Test
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true")
    @OnProject(
            value = "exits",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-DargLine=-Xmx64m -XX:+ExitOnOutOfMemoryError",
                "-Dtest=OutOfMemoryTest,SoundTest"
            })
    void outOfMemoryThatEndsTheJvm(Build build) {
        blames(build, "OutOfMemoryTest.endsItsJvm");
        assertThat(build.verdict().reasons()).contains("(exit code 3)");
    }

    private static void blames(Build build, String... culprits) {
        Verdict verdict = build.fails().verdict();
        assertThat(verdict.word()).as(build.tail()).isEqualTo("broken");
        for (String name : culprits) {
            assertThat(verdict.test(name).outcomes()).as(name).containsExactly("crashed", "crashed");
        }
        assertThat(verdict.named("crashed")).containsExactlyInAnyOrder(culprits);
        assertThat(verdict.test("SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        theRestWasRunOnceARound(build);
        assertThat(build.lines("\\[ERROR].*" + List.of(culprits).get(0)))
                .as(build.tail())
                .isNotEmpty();
    }
}
