package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.history.HistoryRun.Pace;
import io.github.surefoot.analysis.history.WorkerTimes.Like;
import io.github.surefoot.analysis.history.WorkerTimes.TimedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTimesTest {
    private static final Like LIKE = new Like(Runs.MODULE, 5, "fresh", 2, "17.0.9", "Linux");

    @TempDir
    private Path directory;

    private Path file;
    private History history;
    private int day;

    @BeforeEach
    void begin() {
        file = directory.resolve("history.db");
        history = Runs.history(file);
    }

    private void remember(int workers, Pace pace, int tests) {
        day++;
        HistoryRun run = Runs.run("run-" + day, day, Runs.many(tests));
        assertThat(history.remember(Runs.paced(run, pace, workers, Map.of("ATest", 700L, "BTest", 1_300L)))
                        .notices())
                .isEmpty();
    }

    @Test
    void nothingIsKnownBeforeTheFirstRun() {
        assertThat(history.workerTimes(LIKE)).isEqualTo(WorkerTimes.UNKNOWN);
        assertThat(file).doesNotExist();
        assertThat(History.at(new HistoryLocation.None()).workerTimes(LIKE)).isEqualTo(WorkerTimes.UNKNOWN);
    }

    @Test
    void runsThatAreAlikeAreTheNewestFirst() {
        remember(2, new Pace("fresh", 2, 44_000), 100);
        remember(1, new Pace("fresh", 2, 36_000), 100);

        assertThat(history.workerTimes(LIKE))
                .isEqualTo(
                        new WorkerTimes(List.of(new TimedRun(1, 36_000), new TimedRun(2, 44_000)), 2_000, List.of()));
    }

    @Test
    void whatDiffersInMoreThanTheNumberOfWorkersSaysNothing() {
        remember(1, new Pace("warm", 2, 1), 100);
        remember(1, new Pace("fresh", 8, 2), 100);
        remember(1, Pace.UNKNOWN, 100);
        remember(1, new Pace("fresh", 2, 3), 20);
        remember(2, new Pace("fresh", 2, 44_000), 95);
        remember(2, new Pace("fresh", 2, 45_000), 100);

        assertThat(history.workerTimes(LIKE).runs()).containsExactly(new TimedRun(2, 45_000), new TimedRun(2, 44_000));
        assertThat(history.workerTimes(new Like(Runs.MODULE, 10, "fresh", 2, "17.0.9", "Linux"))
                        .runs())
                .isEmpty();
        assertThat(history.workerTimes(new Like(Runs.MODULE, 5, "fresh", 2, "25", "Linux"))
                        .runs())
                .isEmpty();
        assertThat(history.workerTimes(new Like("com.example:other", 5, "fresh", 2, "17.0.9", "Linux")))
                .isEqualTo(new WorkerTimes(List.of(), 0, List.of()));
    }

    @Test
    void aFileThatCannotBeReadIsToldOf() throws IOException {
        Files.writeString(file, "no database, but long enough to be looked at as one ".repeat(40));

        WorkerTimes times = history.workerTimes(LIKE);

        assertThat(times.runs()).isEmpty();
        assertThat(times.notices())
                .singleElement()
                .asString()
                .startsWith("The history " + file + " cannot be read (")
                .endsWith("which number of workers is fastest is not known.");
    }
}
