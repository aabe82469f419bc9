package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.WorkerKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What is known of a run as a whole.
 *
 * @param run its name; those of all if several runs are judged together; empty if unknown
 * @param module the module, as {@code groupId:artifactId}; empty if unknown
 * @param plannedRounds how many rounds were planned; if unknown, how many were seen
 * @param workers how many workers were asked for; 0 if unknown
 * @param kind what workers shared between rounds; empty if unknown, or if it differs between runs judged together
 * @param order {@code configured} or {@code random}
 * @param seed the seed of the random order; empty if there is none, or one for each of several runs
 * @param suite the fingerprint of the suite; empty if unknown
 * @param startedAt when, in milliseconds since the epoch; 0 if unknown
 * @param about further facts: versions, operating system, commit
 * @param shards the shards whose journals were read, in order; empty if the run was not split
 */
public record RunFacts(
        String run,
        String module,
        int plannedRounds,
        int workers,
        Optional<WorkerKind> kind,
        String order,
        OptionalLong seed,
        String suite,
        long startedAt,
        Map<String, String> about,
        List<ShardFacts> shards) {
    /** The fact that says how many cores the machine had. */
    public static final String CORES = "cores";

    /** The fact that names the run of which it ran again what failed, and beside which its journals are kept. */
    public static final String RERUN_OF = "rerunOf";

    private static final String AND = " + ";

    /** Copies the collections. */
    public RunFacts {
        about = Map.copyOf(about);
        shards = List.copyOf(shards);
    }

    /** What is known of a run that was not split into shards. */
    public RunFacts(
            String run,
            String module,
            int plannedRounds,
            int workers,
            Optional<WorkerKind> kind,
            String order,
            OptionalLong seed,
            String suite,
            long startedAt,
            Map<String, String> about) {
        this(run, module, plannedRounds, workers, kind, order, seed, suite, startedAt, about, List.of());
    }

    /** Tells whether several runs are judged together. */
    public boolean isMerged() {
        return run.contains(AND);
    }

    /** Tells whether no goal looks by itself where its journals are, so that a worker is named by the file it left. */
    public boolean isElsewhere() {
        return isMerged() || about.containsKey(RERUN_OF);
    }

    /** Returns the name of runs that are judged together. */
    public static String nameOf(Collection<String> runs) {
        return String.join(AND, runs);
    }

    /** Returns the runs that have that name together. */
    public static List<String> runsOf(String name) {
        return List.of(name.split(Pattern.quote(AND), -1));
    }

    /** Returns what is known when Maven's own journal is missing. */
    public static RunFacts unknown(String run, int roundsSeen) {
        return new RunFacts(
                run, "", roundsSeen, 0, Optional.empty(), "configured", OptionalLong.empty(), "", 0, Map.of());
    }
}
