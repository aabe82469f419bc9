package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.core.shard.ShardRounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds the shards that were read against the plan that each of them has written down the fingerprint of: the classes
 * that they say they had to run must be those of that plan, shard by shard. None can be short of a class then.
 */
final class ShardProof {
    private final RunCollector run;

    ShardProof(RunCollector run) {
        this.run = run;
    }

    void check() {
        List<RunPart> shards = run.shards();
        if (shards.isEmpty()) {
            return;
        }
        List<Set<String>> classes = new ArrayList<>();
        boolean told = false;
        for (RunPart part : shards) {
            ShardHeader header = part.shard().orElseThrow();
            Set<String> planned = run.classes(part);
            classes.add(planned);
            if (header.plan().isEmpty()) {
                told = true;
                run.found(
                        Kind.SHARD_MISSING,
                        ShardSet.name(header.shard()) + " is half-written: it ended before its plan was written down."
                                + " Run that shard again.");
            } else if (part.plannedRounds() != rounds(header)) {
                run.found(
                        Kind.SHARD_MISSING,
                        ShardSet.name(header.shard()) + " was to have " + part.plannedRounds()
                                + " rounds, and has to have " + rounds(header) + " of " + header.rounds()
                                + ". Run that shard again.");
            } else if (!planned.isEmpty() && !run.hasWorkers(part)) {
                run.found(
                        Kind.SHARD_MISSING,
                        ShardSet.name(header.shard()) + " has no journal of any worker, and had "
                                + (planned.size() == 1 ? "a class" : planned.size() + " classes")
                                + " to run. Keep all files of its directory of journals.");
            }
        }
        ShardHeader first = shards.get(0).shard().orElseThrow();
        boolean all = shards.size() == first.shard().total();
        if (all && !told && !isWhole(first, classes)) {
            run.found(
                    Kind.SHARD_MISSING,
                    "The classes of the " + first.shard().total() + " shards are not those of their plan: records are"
                            + " missing from Maven's own journal of one of them. Run the shards again.");
        }
    }

    private static int rounds(ShardHeader header) {
        return header.by() == ShardBy.CLASSES
                ? header.rounds()
                : ShardRounds.of(header.shard(), header.rounds()).rounds();
    }

    private static boolean isWhole(ShardHeader header, List<Set<String>> classes) {
        if (header.by() == ShardBy.CLASSES) {
            return ShardPlan.fingerprint(classes).equals(header.plan());
        }
        return classes.stream()
                .allMatch(own -> ShardPlan.fingerprint(List.of(own)).equals(header.plan()));
    }
}
