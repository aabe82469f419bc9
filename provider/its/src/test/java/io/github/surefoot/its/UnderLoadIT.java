package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Builds again and again beside processes that keep the machine busy: a sound suite is held each time, whether class data
 * is there or not, and what hangs is named each time. How many processes and for how many minutes each test goes on, say
 * {@code its.busy} and {@code its.minutes}; what was done is in {@code under-load.txt} beside the builds.
 */
@EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "goes on for an hour")
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
class UnderLoadIT {
    private static final List<List<String>> KINDS = List.of(List.of(), List.of("-Dsurefoot.reuseWorkers=true"));

    /** Processes that do nothing but use the CPU. */
    private static final class Busy implements AutoCloseable {
        private final List<Process> processes = new ArrayList<>();

        Busy(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                processes.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
            }
        }

        @Override
        public void close() {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private interface Round {
        void build(int number) throws IOException;
    }

    private static void again(String what, Project project, Round round) throws IOException {
        int busy = Integer.getInteger("its.busy", 32);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Integer.getInteger("its.minutes", 20));
        int done = 0;
        try (Busy others = new Busy(busy)) {
            assertThat(others).isNotNull();
            do {
                round.build(done++);
            } while (System.nanoTime() < end);
        }
        Path figures = project.directory().resolveSibling("under-load.txt");
        Files.writeString(
                figures,
                what + ": " + done + " times beside " + busy + " busy processes\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static Build run(Project project, List<String> kind, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(kind);
        return project.run(all.toArray(String[]::new));
    }

    private static void firstAndLaterBuilds(Project project, int number) throws IOException {
        List<String> kind = KINDS.get(number % KINDS.size());
        if (Files.exists(project.file(".surefoot"))) {
            project.delete(".surefoot");
        }
        for (String build : List.of("first", "second", "third")) {
            Build held = run(project, kind, "test", "-Dsurefoot.rounds=3", "-Dsurefoot.workers=2");
            assertThat(held.passes().verdict().word())
                    .as("%s build of %s, %s: %s", build, number, kind, held.tail())
                    .isEqualTo("held");
        }
    }

    @Test
    @OnProject("spring-boot")
    void aSpringBootSuiteIsHeld(Project project) throws IOException {
        again(
                "first, second and third builds of a Spring Boot suite",
                project,
                number -> firstAndLaterBuilds(project, number));
    }

    @Test
    @OnProject("class-data")
    void aSuiteThatIsOverAtOnceIsHeld(Project project) throws IOException {
        again(
                "first, second and third builds of a short suite",
                project,
                number -> firstAndLaterBuilds(project, number));
    }

    @Test
    @OnProject("limits")
    void whatHangsIsNamedAndWhatIsSlowIsNot(Project project) throws IOException {
        Map<String, String> hung = Map.of(
                "StoppedTest", "StoppedTest.stopsItsJvm",
                "CountedLoopTest", "CountedLoopTest.countsWithoutASafepoint",
                "StoppedInSetupTest", "StoppedInSetupTest");
        again("builds with what hangs and what is slow", project, number -> {
            Build slow = run(
                    project,
                    List.of(),
                    "test",
                    "-Dsurefoot.rounds=2",
                    "-Dsurefoot.workers=2",
                    "-Dtest=StoppedForAWhileTest,SoundTest");
            assertThat(slow.passes().verdict().word()).as(slow.tail()).isEqualTo("held");
            Build build = run(
                    project,
                    List.of(),
                    "test",
                    "-Dsurefoot.rounds=2",
                    "-Dsurefoot.workers=2",
                    "-Dsurefoot.testTimeout=30s",
                    "-DargLine=-XX:+UseSerialGC",
                    "-Dtest=SoundTest," + String.join(",", hung.keySet()));
            assertThat(build.fails().verdict().named("hung"))
                    .as(build.tail())
                    .containsExactlyInAnyOrderElementsOf(hung.values());
            assertThat(build.verdict().test("SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        });
    }
}
