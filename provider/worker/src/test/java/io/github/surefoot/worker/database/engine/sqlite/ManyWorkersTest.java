package io.github.surefoot.worker.database.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many JVMs at once, one in ten killed at a random moment of its life, its start included: no creation fails, no row of
 * another database is ever seen, and after one sweep no file is left. {@code -Dsurefoot.long=true} runs the long form: 8
 * at once, 40 altogether, with 1,000 databases each; {@code -Dsurefoot.seed=…} the same moments again.
 */
@Timeout(1800)
@Tag("slow")
class ManyWorkersTest {
    private static final Logger LOG = System.getLogger(ManyWorkersTest.class.getName());
    private static final boolean LONG = Boolean.getBoolean("surefoot.long");
    private static final int AT_ONCE = LONG ? 8 : 4;
    private static final int TENS = LONG ? 4 : 1;
    private static final int DATABASES = LONG ? 1000 : 25;
    /** A little longer than what it takes a JVM to make all its databases. */
    private static final int LIFE_MILLIS = LONG ? 20_000 : 3_000;

    private static final int KILLED = 137;

    @TempDir
    private Path directory;

    @Test
    void none_fails_though_some_are_killed() throws Exception {
        long seed = Long.getLong("surefoot.seed", new Random().nextLong());
        LOG.log(Level.INFO, "-Dsurefoot.seed=" + seed);
        Random random = new Random(seed);
        List<Future<String>> ends = new ArrayList<>();
        ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int ten = 0; ten < TENS; ten++) {
                int victim = random.nextInt(10);
                for (int i = 0; i < 10; i++) {
                    Path output = directory.resolve("worker-" + ten + i + ".out");
                    int moment = random.nextInt(LIFE_MILLIS);
                    boolean kill = i == victim;
                    ends.add(starters.submit(() -> kill ? killed(output, moment) : unharmed(output)));
                }
            }
            for (Future<String> end : ends) {
                assertThat(end.get()).as("seed %d", seed).isEmpty();
            }
        } finally {
            starters.shutdownNow();
        }
        RecordingContext last = new RecordingContext(directory);
        last.start().close(Duration.ofSeconds(15));
        assertThat(left()).as("seed %d", seed).isEmpty();
        LOG.log(Level.INFO, "the last sweep: " + String.join("; ", last.events));
    }

    /** Returns what was wrong. */
    private String unharmed(Path output) throws Exception {
        int exit = start(output, DATABASES).waitFor();
        String said = Files.readString(output);
        return exit == 0 && said.contains("done, ") && !said.contains("FAULT") ? "" : exit + ": " + said;
    }

    /** Returns what was wrong. The victim has more to do than it will live for. */
    private String killed(Path output, int moment) throws Exception {
        Process process = start(output, 1_000_000);
        Thread.sleep(moment);
        int exit = process.destroyForcibly().waitFor();
        String said = Files.readString(output);
        return exit == KILLED && !said.contains("FAULT") ? "" : exit + ": " + said;
    }

    private Process start(Path output, int databases) throws IOException {
        List<String> arguments = List.of(directory.toString(), Integer.toString(databases), "plain");
        return new ProcessBuilder(Shell.java(Shell.thisJava(), List.of(), ForkedWorker.class, arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Returns all files but what is meant to stay: the template, the native library, and locks. */
    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("database"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !directory
                            .relativize(file)
                            .toString()
                            .matches("database/(templates/\\w+\\.db|native/\\w+/libsqlitejdbc\\.so|.*lock)"))
                    .toList();
        }
    }
}
