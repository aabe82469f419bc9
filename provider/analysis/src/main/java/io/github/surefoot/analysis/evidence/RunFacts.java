package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is known of a run as a whole.
 *
 * @param run its name; those of all if several runs are judged together; empty if unknown
 * @param module the module, as {@code groupId:artifactId}; empty if unknown
 * @param plannedRounds how many rounds were planned; if unknown, how many were seen
 * @param workers how many workers were asked for; 0 if unknown
 * @param warm whether workers were kept between rounds
 * @param order {@code configured} or {@code random}
 * @param seed the seed of the random order; empty if there is none, or one for each of several runs
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
    /** Stands between the names of runs that are judged together. */
    static final String AND = " + ";

    /** Copies the map. */
    public RunFacts {
        about = Map.copyOf(about);
    }

    /** Returns the facts of the runs that are judged together: those of the first, and the rounds of all. */
    static RunFacts of(List<RunPart> parts, String name) {
        JournalEntry.RunStarted first = Objects.requireNonNull(parts.get(0).header());
        return new RunFacts(
                name,
                first.module(),
                parts.stream().mapToInt(RunPart::plannedRounds).sum(),
                first.workers(),
                first.warm(),
                first.order(),
                parts.size() == 1 ? first.seed() : OptionalLong.empty(),
                first.suite(),
                first.at(),
                first.about());
    }

    /** Tells whether several runs are judged together. */
    public boolean isMerged() {
        return run.contains(AND);
    }

    /** Returns what is known when Maven's own journal is missing. */
    static RunFacts unknown(String run, int roundsSeen) {
        return new RunFacts(run, "", roundsSeen, 0, false, "configured", OptionalLong.empty(), "", 0, Map.of());
    }
}
