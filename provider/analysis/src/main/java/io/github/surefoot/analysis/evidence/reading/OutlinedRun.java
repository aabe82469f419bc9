package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.journal.JournalEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run whose own journal was looked through before all others are read.
 *
 * @param file that journal
 * @param header what it begins with
 * @param shard which shard it is; empty if it is a whole run
 * @param kept how many of its rounds were over when it was interrupted; empty if it was not
 */
record OutlinedRun(Path file, JournalEntry.RunStarted header, Optional<ShardHeader> shard, OptionalInt kept) {
    /** Returns the same of which no more than the first rounds are read, as of one that was interrupted then. */
    OutlinedRun keeping(int rounds) {
        return new OutlinedRun(file, header, shard, OptionalInt.of(Math.min(rounds, kept.orElse(rounds))));
    }

    String name() {
        return header.run();
    }
}
