package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together tests that fail with one cause: their failures are the same, or they fail in the same rounds more often
 * than chance would have it.
 */
final class Grouping {
    /** How often tests that have nothing to do with each other may be put together, of all runs. */
    private static final double LEVEL = 0.01;

    private Grouping() {}

    /**
     * Tests that belong together.
     *
     * @param tests the one that failed first, then the others by name
     * @param alike what they have in common, for people
     */
    record Cluster(List<TestEvidence> tests, String alike) {
        Cluster {
            tests = List.copyOf(tests);
        }

        static Cluster of(List<TestEvidence> members, String alike) {
            TestEvidence first = members.stream()
                    .min(Comparator.comparingLong(Grouping::firstFailure).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            return withFirst(first, members, alike);
        }

        static Cluster withFirst(TestEvidence first, List<TestEvidence> members, String alike) {
            List<TestEvidence> ordered = new ArrayList<>(members.size());
            ordered.add(first);
            members.stream()
                    .filter(test -> !test.name().equals(first.name()))
                    .sorted()
                    .forEach(ordered::add);
            return new Cluster(ordered, ordered.size() == 1 ? "" : alike);
        }
    }

    /** The rounds that count for a test, and those of them that failed. */
    private record Rounds(BitSet counted, BitSet failing) {
        static Rounds of(TestEvidence test) {
            BitSet counted = new BitSet();
            BitSet failing = new BitSet();
            for (Execution execution : test.executions()) {
                counted.set(execution.round(), execution.outcome().counts());
                failing.set(execution.round(), execution.outcome().countsAgainstTheTest());
            }
            return new Rounds(counted, failing);
        }

        String text() {
            return failing.stream()
                    .mapToObj(Integer::toString)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    /** Groups the tests that failed at least once. */
    static List<Cluster> of(List<TestEvidence> failing) {
        Map<Object, List<TestEvidence>> alike = new LinkedHashMap<>();
        for (TestEvidence test : failing) {
            Object key = Signature.of(test).<Object>map(signature -> signature).orElse(test.name());
            alike.computeIfAbsent(key, k -> new ArrayList<>()).add(test);
        }
        List<Cluster> clusters = new ArrayList<>();
        alike.forEach((key, tests) -> clusters.add(
                Cluster.of(tests, key instanceof Signature signature ? "all threw " + signature.text() : "")));
        return inTheSameRounds(clusters);
    }

    private static long firstFailure(TestEvidence test) {
        return test.executions().stream()
                .filter(execution -> execution.outcome().countsAgainstTheTest() && execution.startedAt() > 0)
                .mapToLong(Execution::startedAt)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static List<Cluster> inTheSameRounds(List<Cluster> clusters) {
        Map<Object, List<Cluster>> byRounds = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            byRounds.computeIfAbsent(
                            rounds(cluster).<Object>map(rounds -> rounds).orElse(cluster), r -> new ArrayList<>())
                    .add(cluster);
        }
        List<Cluster> result = new ArrayList<>();
        byRounds.forEach((key, same) -> {
            if (key instanceof Rounds rounds && isNoChance(rounds, same.size(), clusters.size())) {
                List<TestEvidence> tests = same.stream()
                        .flatMap(cluster -> cluster.tests().stream())
                        .toList();
                result.add(Cluster.of(
                        tests,
                        "all failed in round" + (rounds.failing().cardinality() == 1 ? " " : "s ") + rounds.text()
                                + " and in no other"));
            } else {
                result.addAll(same);
            }
        });
        return result;
    }

    /** Returns the rounds in which all tests of a cluster failed, if these are the same. */
    private static Optional<Rounds> rounds(Cluster cluster) {
        List<Rounds> distinct =
                cluster.tests().stream().map(Rounds::of).distinct().toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }

    /**
     * Tells whether so many of all would hardly have failed in the same rounds by chance: of independent ones, each
     * further has one chance in as many as there are ways to choose the rounds, and any of all may be those (Boole's
     * bound).
     */
    private static boolean isNoChance(Rounds rounds, int same, int all) {
        double ways = ExactTest.logOfWays(
                rounds.failing().cardinality(), rounds.counted().cardinality());
        return same > 1 && ExactTest.logOfWays(same, all) - (same - 1) * ways <= Math.log(LEVEL);
    }
}
