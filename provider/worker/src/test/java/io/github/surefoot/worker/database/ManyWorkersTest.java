package io.github.surefoot.worker.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many JVMs at once, some of them killed: no creation fails, no row of another database is ever seen, and after one
 * sweep nothing is left. {@code -Dsurefoot.long=true} runs the long form: 8 JVMs with 1,000 databases each, three times,
 * while one JVM of each wave is killed at a random moment; otherwise a short one.
 */
@Timeout(1800)
class ManyWorkersTest {
    private static final boolean LONG = Boolean.getBoolean("surefoot.long");
    private static final int JVMS = LONG ? 8 : 3;
    private static final int DATABASES = LONG ? 1000 : 25;
    private static final int WAVES = LONG ? 3 : 1;

    @TempDir
    private Path directory;

    /** A JVM, and whether it is to be killed. */
    private record Worker(Process process, Path output, boolean victim) {}

    @Test
    void none_fails_though_some_are_killed() throws Exception {
        Random random = new Random(42);
        for (int wave = 0; wave < WAVES; wave++) {
            List<Worker> workers = new ArrayList<>();
            // One in eight, which is more than one in ten; in the short form, one in three.
            int victim = random.nextInt(JVMS);
            for (int i = 0; i < JVMS; i++) {
                workers.add(start(wave * JVMS + i, i == victim));
            }
            for (Worker worker : workers) {
                if (worker.victim()) {
                    kill(worker, random);
                }
            }
            for (Worker worker : workers) {
                assertThat(worker.process().waitFor()).isEqualTo(worker.victim() ? 137 : 0);
                if (!worker.victim()) {
                    assertThat(Files.readString(worker.output()))
                            .contains("done, ")
                            .doesNotContain("FAULT");
                }
            }
        }
        RecordingContext last = new RecordingContext(directory);
        last.start().close(Duration.ofSeconds(15));
        FaultTableTest.assertNothingLeft(directory);
    }

    private Worker start(int number, boolean victim) throws Exception {
        Path output = directory.resolve("worker-" + number + ".out");
        // A victim has more to do than it will live for.
        List<String> arguments =
                List.of(directory.toString(), Integer.toString(victim ? 1_000_000 : DATABASES), "plain");
        Process process = new ProcessBuilder(Shell.java(Shell.thisJava(), List.of(), ForkedWorker.class, arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Worker(process, output, victim);
    }

    /** Kills the JVM at a random moment after it has made its first database. */
    private static void kill(Worker worker, Random random) throws Exception {
        while (!Files.readString(worker.output()).contains("first")
                && worker.process().isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(LONG ? 3000 : 200));
        worker.process().destroyForcibly();
    }
}
