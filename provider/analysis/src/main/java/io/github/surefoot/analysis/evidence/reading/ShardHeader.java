package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the journal of a run says of the shard that it is.
 *
 * @param shard which
 * @param by what the shards of the run differ in
 * @param rounds how many rounds the whole run has
 * @param plan the fingerprint of the whole plan; empty if the journal ends before
 * @param signature all else that shards of one run have in common, by what it is called
 */
record ShardHeader(Shard shard, ShardBy by, int rounds, String plan, Map<String, String> signature) {
    static final String SUITE = "class path and sources";
    static final String COMMIT = "commit";
    static final String MODULE = "module";
    static final String DURATIONS = "durations";

    /** Returns it; empty if the run is whole. */
    static Optional<ShardHeader> of(JournalEntry.RunStarted header, String plan) {
        return Optional.ofNullable(header.about().get(ShardFact.SHARD))
                .flatMap(Shard::parse)
                .map(shard -> of(shard, header, plan));
    }

    private static ShardHeader of(Shard shard, JournalEntry.RunStarted header, String plan) {
        Map<String, String> about = header.about();
        ShardBy by = ShardBy.parse(about.getOrDefault(ShardFact.BY, "")).orElse(ShardBy.CLASSES);
        Map<String, String> signature = new TreeMap<>();
        signature.put("number of shards", Integer.toString(shard.total()));
        signature.put(MODULE, header.module());
        signature.put(SUITE, header.suite());
        signature.put(COMMIT, about.getOrDefault(COMMIT, "unknown"));
        about.forEach((name, value) -> {
            if (name.startsWith(ShardFact.WITH)) {
                signature.put(name.substring(ShardFact.WITH.length()), value);
            } else if (name.startsWith(ShardFact.PREFIX)) {
                signature.put(name.substring(ShardFact.PREFIX.length()), value);
            }
        });
        return new ShardHeader(shard, by, rounds(about), plan, signature);
    }

    private static int rounds(Map<String, String> about) {
        try {
            return Math.max(
                    0, Math.min(RunPart.MOST_ROUNDS, Integer.parseInt(about.getOrDefault(ShardFact.ROUNDS, ""))));
        } catch (NumberFormatException e) {
            // A damaged journal may say anything; what it says differs from the others then, or there are none.
            return 0;
        }
    }
}
