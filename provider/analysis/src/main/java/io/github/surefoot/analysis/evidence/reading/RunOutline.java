package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.ShardFact;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What Maven's own journal of a run says of all the others, before these are read: what was planned, and whether the run
 * was interrupted, so that the journals of its workers end where the signal met them.
 */
final class RunOutline implements Consumer<JournalEntry> {
    private final Set<Integer> over = new HashSet<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> promised = new HashSet<>();
    private Optional<JournalEntry.RunStarted> header = Optional.empty();
    private OptionalInt kept = OptionalInt.empty();
    private String plan = "";

    @Override
    public void accept(JournalEntry entry) {
        if (entry instanceof JournalEntry.RunStarted started) {
            header = header.or(() -> Optional.of(started));
        } else if (entry instanceof JournalEntry.RoundStarted started) {
            open.add(started.round());
            over.remove(started.round());
        } else if (entry instanceof JournalEntry.RoundFinished finished && open.remove(finished.round())) {
            over.add(finished.round());
        } else if (entry instanceof JournalEntry.RunFresh fresh) {
            // Renewed workers are done with it, and what counts is yet to come.
            promised.add(fresh.round());
        } else if (entry instanceof JournalEntry.Interrupted && kept.isEmpty()) {
            kept = OptionalInt.of(overFromTheFirst());
        } else if (entry instanceof JournalEntry.ResourceEvent event
                && event.resource().equals(ShardFact.RESOURCE)
                && event.event().equals(ShardFact.PLANNED)) {
            plan = event.details().getOrDefault(ShardFact.PLAN, "");
        }
    }

    private int overFromTheFirst() {
        int rounds = 0;
        while (over.contains(rounds + 1) && !promised.contains(rounds + 1)) {
            rounds++;
        }
        return rounds;
    }

    Optional<JournalEntry.RunStarted> header() {
        return header;
    }

    /** Returns the fingerprint of the whole plan, of a shard; empty if it does not tell. */
    String plan() {
        return plan;
    }

    /** Returns how many rounds, from the first on, were over when the run was interrupted; empty if it was not. */
    OptionalInt kept() {
        return kept;
    }
}
