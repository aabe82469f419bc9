package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.ShardBy;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One of the runs that are judged together. Its rounds follow upon those of the runs before it; so do its slots, if
 * its workers are warm and no round tells them apart. Shards by classes have the same rounds instead, and other slots.
 *
 * @param name the run's own name
 * @param header what Maven's own journal of it begins with; null as long as none was read
 * @param index from 0
 * @param before how many rounds the runs before it have
 * @param shard what it is a shard of; empty if it is a whole run
 * @param kept how many of its rounds, from the first on, were over when it was interrupted; empty if it was not
 */
record RunPart(
        String name,
        JournalEntry.@Nullable RunStarted header,
        int index,
        int before,
        Optional<ShardHeader> shard,
        OptionalInt kept) {
    /** No plan has more; keeps a nonsensical number from filling the memory. */
    static final int MOST_ROUNDS = 100_000;

    /** More than the warm workers of any run. */
    private static final int SLOTS = 10_000;

    int plannedRounds() {
        return header == null ? MOST_ROUNDS : Math.min(MOST_ROUNDS, header.rounds());
    }

    int workers() {
        return header == null ? 0 : header.workers();
    }

    long startedAt() {
        return header == null ? 0 : header.at();
    }

    /** Returns how many rounds are judged, if all is well with them. */
    int rounds() {
        return Math.min(kept.orElse(MOST_ROUNDS), plannedRounds());
    }

    boolean isInterrupted() {
        return kept.isPresent();
    }

    /** Tells whether a round was under way, or not even begun, when the run was interrupted. */
    boolean leavesOut(int own) {
        return kept.isPresent() && own > kept.getAsInt();
    }

    /** Returns the number of a round among all that are judged; 0 if this run can have no such round. */
    int round(int own) {
        return own < 1 || own > rounds() ? 0 : before + own;
    }

    /** Tells whether its rounds are those of the other runs. */
    boolean isBeside() {
        return shard.filter(of -> of.by() == ShardBy.CLASSES).isPresent();
    }

    /** Returns the identity of a worker among all runs that are judged. */
    WorkerId worker(WorkerId own) {
        if (index == 0) {
            return own;
        }
        int slot = own.isWarm() || isBeside() ? index * SLOTS + own.slot() : own.slot();
        return new WorkerId(own.run(), own.isWarm() ? 0 : before + own.round(), slot);
    }

    RunPart withHeader(JournalEntry.RunStarted started) {
        return header == null ? new RunPart(name, started, index, before, shard, kept) : this;
    }
}
