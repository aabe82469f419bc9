package io.github.surefoot.bench.builds;

import java.nio.file.Path;

/**
 * One of those that are compared: a suite, run in one way.
 *
 * @param label its name in the table
 * @param suite the suite
 * @param project the root of the suite's project
 * @param way the way
 * @param rounds how often the suite is run, where the way can do so
 */
record Contender(String label, Suite suite, Path project, Way way, int rounds) {
    /** Returns how many rounds it runs. */
    int roundsRun() {
        return way.rounds(rounds);
    }
}
