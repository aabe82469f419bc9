package io.github.surefoot.core.shard;

import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Maven asks of whoever finds the classes of a run: to take those of one shard.
 *
 * @param shard which
 * @param durations how long classes take, in milliseconds, as far as it is known
 */
public record ShardRequest(Shard shard, Map<String, Long> durations) {
    private static final String WHOLE = ".whole";

    /** Copies the durations. */
    public ShardRequest {
        durations = Map.copyOf(durations);
    }

    /** Returns the file beside a plan that has the classes of all shards. */
    public static Path whole(Path plan) {
        return plan.resolveSibling(plan.getFileName() + WHOLE);
    }

    /** Plans all shards. */
    public ShardPlan plan(Collection<String> classes) {
        return ShardPlan.of(classes, durations, shard.total());
    }

    /**
     * Writes it down.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(shard.text());
        new TreeMap<>(durations).forEach((name, millis) -> lines.add(millis + " " + name));
        WholeFile.write(file, lines);
    }

    /**
     * Reads what was written down.
     *
     * @throws IOException if the file cannot be read, or is none
     */
    public static ShardRequest read(Path file) throws IOException {
        List<String> lines = WholeFile.lines(file);
        Shard shard = lines.stream()
                .findFirst()
                .flatMap(Shard::parse)
                .orElseThrow(() -> new IOException(file + " does not say which shard is to be run"));
        Map<String, Long> durations = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            try {
                durations.put(line.substring(space + 1), Long.parseLong(line.substring(0, Math.max(0, space))));
            } catch (NumberFormatException e) {
                throw new IOException(file + " has a line without a duration", e);
            }
        }
        return new ShardRequest(shard, durations);
    }
}
