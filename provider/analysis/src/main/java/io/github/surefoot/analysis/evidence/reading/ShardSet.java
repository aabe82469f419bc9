package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.shard.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shards of one run among the runs whose journals are judged together, each once. Whatever does not belong to them is
 * left out, and told by name; a shard that is not there is told too. So what is left can be judged as if one machine had
 * run it, and is held only if that is all.
 */
final class ShardSet {
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_VALUE = 80;
    private static final String MEND = " Merge the shards of one run.";

    private final List<OutlinedRun> parts = new ArrayList<>();
    private final Set<Path> leftOut = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private ShardSet() {}

    /**
     * Sorts runs.
     *
     * @param runs those to be judged together, in the order in which they were named
     * @return a set without shards if none of them is one
     */
    static ShardSet of(List<OutlinedRun> runs) {
        ShardSet set = new ShardSet();
        if (runs.stream().anyMatch(run -> run.shard().isPresent())) {
            set.sort(runs);
        }
        return set;
    }

    private void sort(List<OutlinedRun> runs) {
        Map<String, String> common = mostCommon(runs, header -> true, ShardHeader::signature);
        // One that was cut off before its plan was known is told as that.
        String plan = mostCommon(
                runs,
                header -> header.signature().equals(common) && !header.plan().isEmpty(),
                ShardHeader::plan);
        TreeMap<Integer, OutlinedRun> shards = new TreeMap<>();
        for (OutlinedRun run : runs) {
            if (run.shard().isEmpty()) {
                leaveOut(run, Kind.SHARD_FOREIGN, "The run in " + run.file() + " is no shard, and others are." + MEND);
                continue;
            }
            ShardHeader header = run.shard().get();
            if (!header.signature().equals(common)) {
                leaveOut(run, Kind.SHARD_FOREIGN, foreign(run, header, common == null ? Map.of() : common));
                continue;
            }
            if (!header.plan().isEmpty() && !header.plan().equals(plan)) {
                leaveOut(
                        run,
                        Kind.SHARD_FOREIGN,
                        name(header.shard()) + " in " + run.file() + " has planned other classes than the others, from"
                                + " the same sources. Compile all of them anew (mvn clean), and run them again.");
                continue;
            }
            OutlinedRun first = shards.putIfAbsent(header.shard().index(), run);
            if (first != null) {
                leaveOut(
                        run,
                        Kind.SHARD_TWICE,
                        name(header.shard()) + " is there twice, in " + first.file() + " and in " + run.file()
                                + ": one machine's word would count as two. Name it once.");
            }
        }
        parts.addAll(shards.values());
        parts.forEach(part -> leftOut.remove(directory(part.file())));
        missing(shards);
    }

    /** Returns what most shards have in common, of as many the first: it tells which of them do not belong. */
    private static <T> @Nullable T mostCommon(
            List<OutlinedRun> runs, Predicate<ShardHeader> among, Function<ShardHeader, T> what) {
        Map<T, Set<Integer>> shards = new LinkedHashMap<>();
        runs.stream().flatMap(run -> run.shard().stream()).filter(among).forEach(header -> shards.computeIfAbsent(
                        what.apply(header), any -> new HashSet<>())
                .add(header.shard().index()));
        @Nullable T most = null;
        int count = 0;
        for (Map.Entry<T, Set<Integer>> entry : shards.entrySet()) {
            if (entry.getValue().size() > count) {
                most = entry.getKey();
                count = entry.getValue().size();
            }
        }
        return most;
    }

    private void leaveOut(OutlinedRun run, Kind kind, String sentence) {
        leftOut.add(directory(run.file()));
        findings.add(new Finding(kind, sentence));
    }

    private void missing(Map<Integer, OutlinedRun> shards) {
        Shard any = parts.get(0).shard().orElseThrow().shard();
        List<String> names = new ArrayList<>();
        int missing = any.total() - shards.size();
        for (int index = 1; index <= any.total() && names.size() < MOST_NAMES; index++) {
            if (!shards.containsKey(index)) {
                names.add(Integer.toString(index));
            }
        }
        if (missing == 0) {
            return;
        }
        String more = missing > names.size() ? " and " + (missing - names.size()) + " more" : "";
        findings.add(new Finding(
                Kind.SHARD_MISSING,
                (missing == 1 ? "Shard " : "Shards ") + String.join(", ", names) + more + " of " + any.total()
                        + (missing == 1 ? " is" : " are") + " not there, and what " + (missing == 1 ? "it" : "they")
                        + " ran is not known. Judge all"
                        + " together:  mvn surefoot:check -Dsurefoot.journals=DIRECTORY,DIRECTORY,…"));
    }

    private static String foreign(OutlinedRun run, ShardHeader header, Map<String, String> common) {
        Set<String> names = new TreeSet<>(common.keySet());
        names.addAll(header.signature().keySet());
        names.removeIf(
                name -> Objects.equals(common.get(name), header.signature().get(name)));
        String differences = names.stream()
                .limit(MOST_NAMES)
                .map(name -> name + " " + value(header.signature(), name) + ", not " + value(common, name))
                .collect(Collectors.joining("; "));
        String mend = names.equals(Set.of(ShardHeader.DURATIONS))
                ? " The machines have planned by other durations: give all of them the same history, or"
                        + " -Dsurefoot.history=none."
                : MEND;
        return name(header.shard()) + " in " + run.file() + " is of another run than the others: " + differences + "."
                + mend;
    }

    private static String value(Map<String, String> signature, String name) {
        String value = signature.getOrDefault(name, "");
        if (value.isEmpty()) {
            return "none";
        }
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    static String name(Shard shard) {
        return "Shard " + shard.index() + " of " + shard.total();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns the shards that belong together, in order. */
    List<OutlinedRun> parts() {
        return parts;
    }

    /** Tells whether a journal lies beside one of a run that is left out. */
    boolean leavesOut(Path journal) {
        return leftOut.contains(directory(journal));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the order in which whole runs follow upon each other. */
    static Comparator<OutlinedRun> byTime() {
        return Comparator.<OutlinedRun>comparingLong(run -> run.header().at()).thenComparing(OutlinedRun::name);
    }
}
