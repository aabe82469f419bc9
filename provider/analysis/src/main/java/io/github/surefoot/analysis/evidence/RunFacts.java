package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.journal.JournalEntry;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is known of a run as a whole.
 *
 * @param run its name; empty if unknown
 * @param module the module, as {@code groupId:artifactId}; empty if unknown
 * @param plannedRounds how many rounds were planned; if unknown, how many were seen
 * @param workers how many workers were asked for; 0 if unknown
 * @param warm whether workers were kept between rounds
 * @param order {@code configured} or {@code random}
 * @param seed the seed of the random order
 * @param suite the fingerprint of the suite; empty if unknown
 * @param startedAt when, in milliseconds since the epoch; 0 if unknown
 * @param about further facts: versions, operating system, commit
 */
public record RunFacts(
        String run,
        String module,
        int plannedRounds,
        int workers,
        boolean warm,
        String order,
        OptionalLong seed,
        String suite,
        long startedAt,
        Map<String, String> about) {
    /** Copies the map. */
    public RunFacts {
        about = Map.copyOf(about);
    }

    static RunFacts of(JournalEntry.RunStarted header, int plannedRounds) {
        return new RunFacts(
                header.run(),
                header.module(),
                plannedRounds,
                header.workers(),
                header.warm(),
                header.order(),
                header.seed(),
                header.suite(),
                header.at(),
                header.about());
    }

    /** Returns what is known when Maven's own journal is missing. */
    static RunFacts unknown(String run, int roundsSeen) {
        return new RunFacts(run, "", roundsSeen, 0, false, "configured", OptionalLong.empty(), "", 0, Map.of());
    }
}
