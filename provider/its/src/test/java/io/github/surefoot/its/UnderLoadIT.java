package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Builds again and again beside processes that keep the machine busy, and beside each other: a sound suite is held each
 * time, whether class data is there or not; what hangs is named each time, in time, and what is only slow is not.
 *
 * <p>{@code its.busy} says how many processes, {@code its.minutes} for how long, and {@code its.builds} how many first
 * and later builds of each sound suite and kind of workers there are at least, however long that takes; {@code its.copies}
 * copies of each are built beside each other, of those whose name, such as {@code archetype-fresh-1}, matches
 * {@code its.only}. What was done is in {@code under-load.txt} beside the builds.
 */
@EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "goes on for an hour")
@Isolated
class UnderLoadIT {
    /** What workers share between rounds. */
    private static final List<String> KINDS = List.of("fresh", "renewed", "warm");

    private static final Duration TEST_TIMEOUT = Duration.ofSeconds(90);

    private static final Map<String, String> HUNG = Map.of(
            "StoppedTest", "StoppedTest.stopsItsJvm",
            "CountedLoopTest", "CountedLoopTest.countsWithoutASafepoint",
            "StoppedInSetupTest", "StoppedInSetupTest");

    private final long begin = System.nanoTime();
    private final Duration time = Duration.ofMinutes(Integer.getInteger("its.minutes", 60));
    private final int builds = Integer.getInteger("its.builds", 10);
    private final int copies = Integer.getInteger("its.copies", 5);
    private final String only = System.getProperty("its.only", ".*");
    private final List<String> wrong = new ArrayList<>();
    private Path figures = Path.of("");

    /**
     * One build after the other of one project.
     *
     * @param atLeast how many, however long that takes
     */
    private record Lane(int atLeast, Step step) {}

    private interface Step {
        /**
         * Builds, and asserts that the verdict is right.
         *
         * @param number from 0
         * @return what was built
         */
        String build(int number) throws IOException;
    }

    /** Returns how many builds a copy has, of which every second one is a first one. */
    private int perCopy() {
        return 2 * ((builds + copies - 1) / copies);
    }

    @Test
    @OnProject(value = "empty", jvms = Jvms.SHARING)
    void everyVerdictIsRight(Project place) throws Exception {
        figures = Files.writeString(place.directory().resolveSibling("under-load.txt"), "");
        List<Lane> lanes = new ArrayList<>();
        for (String kind : KINDS) {
            for (int copy = 1; copy <= copies; copy++) {
                String room = kind + "-" + copy;
                if (("archetype-" + room).matches(only)) {
                    Project service = ArchetypeIT.generate(place.beside("empty", "archetype-" + room));
                    lanes.add(new Lane(
                            perCopy(), number -> soundBuild(service, "the archetype's project", kind, number)));
                }
                if (("spring-boot-" + room).matches(only)) {
                    Project application = place.beside("spring-boot", "spring-boot-" + room);
                    lanes.add(new Lane(
                            perCopy(), number -> soundBuild(application, "a Spring Boot suite", kind, number)));
                }
            }
        }
        Project slow = place.beside("limits", "slow");
        lanes.add(new Lane(1, number -> slowBuild(slow)));
        Project hung = place.beside("limits", "hung");
        lanes.add(new Lane(1, number -> hungBuild(hung)));

        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try (BusyProcesses busy = new BusyProcesses(Integer.getInteger("its.busy", 32))) {
            tell("beside " + busy.count() + " busy processes");
            List<Future<?>> ends = new ArrayList<>();
            lanes.forEach(lane -> ends.add(threads.submit(() -> again(lane))));
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(wrong).isEmpty();
    }

    /** A wrong verdict ends nothing: the others shall be seen as well. */
    private Void again(Lane lane) throws IOException {
        for (int number = 0; number < lane.atLeast() || System.nanoTime() - begin < time.toNanos(); number++) {
            long start = System.nanoTime();
            try {
                tell(lane.step().build(number) + ", right in " + seconds(start));
            } catch (AssertionError e) {
                tell("WRONG in " + seconds(start) + ": " + e.getMessage());
                synchronized (wrong) {
                    wrong.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return null;
    }

    private static String seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s";
    }

    private synchronized void tell(String line) throws IOException {
        String after = Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s: ";
        Files.writeString(figures, Files.readString(figures) + after + line + "\n");
    }

    /** Every second build is a first one, which writes the class data that the next one uses. */
    private static String soundBuild(Project project, String what, String kind, int number) throws IOException {
        boolean first = number % 2 == 0;
        if (first && Files.exists(project.file(".surefoot"))) {
            project.delete(".surefoot");
        }
        Build build =
                project.run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1", "-Dsurefoot.workers.kind=" + kind);
        String name = (first ? "first" : "later") + " build of " + what + ", " + kind;
        assertThat(build.exitCode()).as("%s: %s", name, build.tail()).isZero();
        assertThat(build.verdict().word()).as("%s: %s", name, build.tail()).isEqualTo("held");
        return name + (hasClassData(project) ? ", which left class data" : "");
    }

    private static boolean hasClassData(Project project) throws IOException {
        Path directory = project.file(".surefoot/class-data");
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().equals("classes.jsa"));
        }
    }

    /** A worker that is stopped for twenty seconds and goes on is slow, not dead. */
    private static String slowBuild(Project project) throws IOException {
        Build build = project.run(
                "test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1", "-Dtest=StoppedForAWhileTest,SoundTest");
        assertThat(build.exitCode()).as(build.tail()).isZero();
        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("held");
        assertThat(Stops.of(build)).as(build.tail()).isEmpty();
        return "workers that are stopped for twenty seconds";
    }

    private static String hungBuild(Project project) throws IOException {
        Build build = project.run(
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-Dsurefoot.testTimeout=" + TEST_TIMEOUT.toSeconds() + "s",
                "-DargLine=-XX:+UseSerialGC",
                "-Dtest=SoundTest," + String.join(",", HUNG.keySet()));
        assertThat(build.exitCode()).as(build.tail()).isNotZero();
        assertThat(build.verdict().named("hung")).as(build.tail()).containsExactlyInAnyOrderElementsOf(HUNG.values());
        assertThat(build.verdict().test("SoundTest.passes").outcomes())
                .as(build.tail())
                .containsExactly("passed", "passed");
        return "workers that hang, ended " + Stops.latest(build, TEST_TIMEOUT) + " behind their limit at most";
    }
}
