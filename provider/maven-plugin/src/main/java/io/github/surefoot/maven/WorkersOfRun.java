package io.github.surefoot.maven;

import io.github.surefoot.analysis.history.History;
import io.github.surefoot.analysis.history.HistoryLocation;
import io.github.surefoot.analysis.history.WorkerTimes;
import io.github.surefoot.maven.settings.FastestWorkers;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.settings.WorkerCount;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How many workers a run has: as many as the user or the project says, or as were fastest.
 *
 * @param surefire what runs the tests
 * @param settings how the run is to go
 * @param module the name of the suite in the history
 * @param history where earlier runs are remembered
 */
record WorkersOfRun(Surefire surefire, RunSettings settings, String module, HistoryLocation history) {
    /** Returns how many cores this machine has. */
    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Returns what this machine is, as the history remembers it. */
    static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /**
     * Returns the number.
     *
     * @param told is told of a number that nobody has fixed, and why it is that
     * @param warned is told what is wrong with the history
     */
    int number(Consumer<String> told, Consumer<String> warned) {
        WorkerCount workers = surefire.isDebugged() ? WorkerCount.ONE : settings.workersFor(forkCount());
        if (!workers.isFastest()) {
            return workers.on(cores());
        }
        FastestWorkers.Choice choice = fastest(warned);
        told.accept("Surefoot: surefoot.workers=auto takes " + choice.workers() + ", " + choice.why() + ".");
        return choice.workers();
    }

    private Optional<WorkerCount> forkCount() {
        return sharesFixture() ? surefire.forkCount().or(() -> Optional.of(WorkerCount.ONE)) : surefire.forkCount();
    }

    /** What integration tests need is there once, and by Failsafe they have it to themselves, one after the other. */
    private boolean sharesFixture() {
        return surefire.kind() == TestPlugin.FAILSAFE;
    }

    private FastestWorkers.Choice fastest(Consumer<String> warned) {
        if (sharesFixture()) {
            return new FastestWorkers.Choice(1, "integration tests share what the build has started for them");
        }
        WorkerTimes times = History.at(history).workerTimes(like());
        times.notices().forEach(warned);
        return FastestWorkers.of(times, settings.rounds(), cores());
    }

    private WorkerTimes.Like like() {
        return new WorkerTimes.Like(
                module,
                settings.rounds(),
                settings.kind().word(),
                cores(),
                Runtime.version().toString(),
                system());
    }
}
