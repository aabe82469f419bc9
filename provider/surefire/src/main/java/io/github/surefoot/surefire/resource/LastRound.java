package io.github.surefoot.surefire.resource;

import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.core.protocol.PlanDirectory;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The round after which workers begin no other, since it would tell nothing. Maven finds out by the journals, after some
 * rounds of a small suite are over.
 *
 * @param file in which Maven says it too
 * @param round its number
 */
record LastRound(Path file, int round) {

    /** Returns it for a worker of several rounds: the one that it works for, or the first if it works for all. */
    static Optional<LastRound> of(WorkerSettings settings) {
        return settings.shared()
                ? settings.plan()
                        .map(plan -> new LastRound(PlanDirectory.of(plan).last(), Math.max(1, settings.round())))
                : Optional.empty();
    }

    /** Tells all workers, unless they know of a last round. */
    void declare() {
        try {
            if (!Files.exists(file)) {
                WholeFile.write(file, List.of(Integer.toString(round)));
            }
        } catch (IOException e) {
            // A test has removed the directory, without which workers stop by themselves; else Maven says it later.
            return;
        }
    }
}
