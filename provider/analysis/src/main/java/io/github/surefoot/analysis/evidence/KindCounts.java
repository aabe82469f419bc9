package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.WorkerKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many executions are of which kind of worker: what a proof rests on.
 *
 * @param counts those of each kind, in order of the kinds; without those of which there are none
 */
public record KindCounts(Map<WorkerKind, Long> counts) {
    /** Copies the map. */
    public KindCounts {
        counts = Collections.unmodifiableMap(counts.isEmpty() ? Map.of() : new EnumMap<>(counts));
    }

    /**
     * Returns them for a sentence where workers are renewed, e.g. {@code 27 fresh and 69 renewed executions}; empty
     * otherwise.
     */
    public String text() {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.containsKey(WorkerKind.RENEWED)
                ? counts.entrySet().stream()
                                .map(kind ->
                                        kind.getValue() + " " + kind.getKey().word())
                                .collect(Collectors.joining(" and "))
                        + (all == 1 ? " execution" : " executions")
                : "";
    }
}
