package io.github.surefoot.core.shard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Which shard runs which classes: the same on every machine for the same classes and durations, in whatever order they
 * are given.
 *
 * <p>The classes are handed out from the longest to the shortest, each to the shard that has the least to do so far
 * (longest processing time first; Graham, "Bounds on multiprocessing timing anomalies", 1969). That is at most a third
 * above the best there is, and with many classes for each shard next to it. Sums are of whole milliseconds, so that no
 * machine rounds otherwise. A class of which nothing is known counts as long as the others on average; where nothing is
 * known of any, all count alike and the shards have as many.
 */
public final class ShardPlan {
    private static final int SHORT = 16;

    /** A plan whose slowest shard takes no more than this over the average is called even. */
    private static final double EVEN = 1.05;

    private final List<TreeSet<String>> shards = new ArrayList<>();
    private final long[] millis;
    private Optional<LongestClass> longest = Optional.empty();

    private ShardPlan(int total) {
        for (int i = 0; i < total; i++) {
            shards.add(new TreeSet<>());
        }
        millis = new long[total];
    }

    /**
     * Plans.
     *
     * @param classes all classes of the run; one that is named twice counts once
     * @param durations how long classes take, in milliseconds, as far as it is known; what is of no class of the run is
     *     of no matter
     * @param total how many shards
     */
    public static ShardPlan of(Collection<String> classes, Map<String, Long> durations, int total) {
        List<String> names = List.copyOf(new TreeSet<>(classes));
        long average = average(names, durations);
        List<Weighed> weighed = new ArrayList<>(names.size());
        names.forEach(name -> weighed.add(new Weighed(name, Math.max(1, durations.getOrDefault(name, average)))));
        weighed.sort(Weighed.LONGEST_FIRST);
        ShardPlan plan = new ShardPlan(total);
        plan.handOut(weighed);
        if (!weighed.isEmpty() && names.stream().anyMatch(durations::containsKey)) {
            plan.longest = Optional.of(new LongestClass(
                    weighed.get(0).name(),
                    (double) weighed.get(0).millis()
                            / LongStream.of(plan.millis).sum()));
        }
        return plan;
    }

    /**
     * The class that takes longest.
     *
     * @param name its name
     * @param share how much it takes of what all take together, above 0 and at most 1
     */
    public record LongestClass(String name, double share) {}

    private record Weighed(String name, long millis) {
        static final Comparator<Weighed> LONGEST_FIRST =
                Comparator.comparingLong(Weighed::millis).reversed().thenComparing(Weighed::name);
    }

    private record Load(int shard, long millis) {
        static final Comparator<Load> LEAST_FIRST =
                Comparator.comparingLong(Load::millis).thenComparingInt(Load::shard);
    }

    private void handOut(List<Weighed> weighed) {
        PriorityQueue<Load> loads = new PriorityQueue<>(Load.LEAST_FIRST);
        for (int i = 0; i < millis.length; i++) {
            loads.add(new Load(i, 0));
        }
        for (Weighed next : weighed) {
            Load least = loads.remove();
            shards.get(least.shard()).add(next.name());
            millis[least.shard()] = least.millis() + next.millis();
            loads.add(new Load(least.shard(), millis[least.shard()]));
        }
    }

    private static long average(List<String> names, Map<String, Long> durations) {
        long known = 0;
        long sum = 0;
        for (String name : names) {
            Long of = durations.get(name);
            if (of != null) {
                known++;
                sum += Math.max(1, of);
            }
        }
        return known == 0 ? 1 : Math.max(1, sum / known);
    }

    /** Returns the classes of a shard, by name. */
    public Collection<String> classes(Shard shard) {
        return shards.get(shard.index() - 1);
    }

    /** Returns how many classes all shards have. */
    public int size() {
        return shards.stream().mapToInt(TreeSet::size).sum();
    }

    /** Returns how long the classes of a shard take together; in classes if nothing is known of any. */
    public long load(Shard shard) {
        return millis[shard.index() - 1];
    }

    /** Returns how long those of the slowest shard take, over those of all on average; 1 if there are none. */
    public double slowestOverMean() {
        long most = 0;
        long sum = 0;
        for (long load : millis) {
            most = Math.max(most, load);
            sum += load;
        }
        return sum == 0 ? 1 : (double) most * millis.length / sum;
    }

    /**
     * Returns the class for which no plan is even: it alone takes more than a shard does on average, and a class is not cut in
     * two. Empty if there is none, or it is not known how long classes take.
     */
    public Optional<LongestClass> tooLong() {
        return slowestOverMean() <= EVEN ? Optional.empty() : longest.filter(one -> one.share() * millis.length > 1);
    }

    /** Returns what tells this plan from any other. */
    public String fingerprint() {
        return fingerprint(shards);
    }

    /**
     * Returns what {@link #fingerprint()} does, of the classes that each shard says it has: of shards that are all there
     * and all of one plan it is the plan's own.
     *
     * @param shards the classes of each, from the first to the last
     */
    public static String fingerprint(List<? extends Collection<String>> shards) {
        MessageDigest digest = sha256();
        add(digest, Integer.toString(shards.size()));
        for (int i = 0; i < shards.size(); i++) {
            add(digest, "shard " + (i + 1));
            new TreeSet<>(shards.get(i)).forEach(name -> add(digest, name));
        }
        return text(digest);
    }

    /** Returns what tells durations from others. */
    public static String fingerprint(Map<String, Long> durations) {
        MessageDigest digest = sha256();
        new TreeSet<>(durations.keySet()).forEach(name -> add(digest, name + " " + durations.get(name)));
        return text(digest);
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
