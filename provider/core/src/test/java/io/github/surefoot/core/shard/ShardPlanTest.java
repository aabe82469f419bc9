package io.github.surefoot.core.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardPlanTest {
    private static List<String> classes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "org.example.p" + i % 17 + ".Class" + i + "Test")
                .toList();
    }

    /** Durations of test classes are spread over several powers of ten: many of some milliseconds, some of seconds. */
    private static Map<String, Long> durations(List<String> classes, long seed) {
        Random random = new Random(seed);
        Map<String, Long> result = new HashMap<>();
        classes.forEach(name -> result.put(name, 1 + (long) (20 * Math.exp(1.6 * random.nextGaussian()))));
        return result;
    }

    private static List<Collection<String>> shards(ShardPlan plan, int total) {
        return IntStream.rangeClosed(1, total)
                .mapToObj(index -> plan.classes(new Shard(index, total)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"60, 4", "118, 4", "400, 8", "1000, 20", "5000, 50"})
    void isBalancedByDurations(int count, int total) {
        List<String> classes = classes(count);
        for (int seed = 0; seed < 50; seed++) {
            Map<String, Long> durations = durations(classes, seed);
            ShardPlan plan = ShardPlan.of(classes, durations, total);
            long longest = Collections.max(durations.values());
            long sum = durations.values().stream().mapToLong(Long::longValue).sum();
            // No plan can cut a class in two.
            double best = Math.max(1, (double) longest * total / sum);
            assertThat(plan.slowestOverMean()).as("seed %d", seed).isLessThanOrEqualTo(1.05 * best);
        }
    }

    /** Milliseconds that classes took: docs/benchmarks.md says where and how. */
    private static Map<String, Long> recorded(String suite) throws IOException {
        Map<String, Long> durations = new HashMap<>();
        try (InputStream text = Objects.requireNonNull(ShardPlanTest.class.getResourceAsStream(suite + ".txt"))) {
            new String(text.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .forEach(line -> durations.put("org.example.C" + durations.size() + "Test", Long.parseLong(line)));
        }
        return durations;
    }

    @ParameterizedTest
    @CsvSource({"commons-codec, 68", "gson, 118", "surefoot-analysis, 74", "surefoot-maven-plugin, 84"})
    void isBalancedByDurationsThatWereRecorded(String suite, int count) throws IOException {
        Map<String, Long> durations = recorded(suite);
        assertThat(durations).hasSize(count);
        long longest = Collections.max(durations.values());
        long sum = durations.values().stream().mapToLong(Long::longValue).sum();
        for (int total : List.of(2, 3, 4, 6, 8)) {
            double best = Math.max(1, (double) longest * total / sum);
            ShardPlan plan = ShardPlan.of(durations.keySet(), durations, total);
            assertThat(plan.slowestOverMean()).as("%d shards", total).isLessThanOrEqualTo(1.05 * best);
            assertThat(plan.tooLong().isPresent())
                    .as("a class that is too long is told of")
                    .isEqualTo(best > 1.05);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"commons-codec", "gson"})
    void fourShardsOfPublicSuitesAreEven(String suite) throws IOException {
        Map<String, Long> durations = recorded(suite);
        assertThat(ShardPlan.of(durations.keySet(), durations, 4).slowestOverMean())
                .isLessThanOrEqualTo(1.05);
    }

    @Test
    void hasEachClassOnce() {
        List<String> classes = new ArrayList<>(classes(1000));
        classes.addAll(classes(10));
        ShardPlan plan = ShardPlan.of(classes, durations(classes(500), 1), 7);
        List<String> all = new ArrayList<>();
        shards(plan, 7).forEach(all::addAll);
        assertThat(all).hasSize(1000).containsOnlyOnceElementsOf(new HashSet<>(classes));
        assertThat(plan.size()).isEqualTo(1000);
    }

    @Test
    void isTheSameWhateverTheOrder() {
        List<String> classes = new ArrayList<>(classes(300));
        Map<String, Long> durations = durations(classes, 3);
        ShardPlan plan = ShardPlan.of(classes, durations, 5);
        Collections.shuffle(classes, new Random(4));
        Map<String, Long> otherwise = new TreeMap<>(Collections.reverseOrder());
        otherwise.putAll(durations);
        otherwise.put("org.example.GoneTest", 5_000L);
        ShardPlan again = ShardPlan.of(classes, otherwise, 5);
        assertThat(shards(again, 5)).isEqualTo(shards(plan, 5));
        assertThat(again.fingerprint()).isEqualTo(plan.fingerprint());
    }

    @Test
    void isBalancedByCountWhereNothingIsKnown() {
        ShardPlan plan = ShardPlan.of(classes(1003), Map.of(), 5);
        assertThat(shards(plan, 5)).allSatisfy(shard -> assertThat(shard).hasSizeBetween(200, 201));
        assertThat(plan.load(new Shard(1, 5))).isEqualTo(201);
    }

    @Test
    void tellsOfAClassForWhichNoPlanIsEven() {
        List<String> classes = List.of("A", "B", "C", "Heavy");
        ShardPlan uneven = ShardPlan.of(classes, Map.of("A", 10L, "B", 20L, "C", 30L, "Heavy", 60L), 3);
        assertThat(uneven.slowestOverMean()).isEqualTo(1.5);
        assertThat(uneven.tooLong()).contains(new ShardPlan.LongestClass("Heavy", 0.5));
        // As even as can be; uneven by chance; of durations that nobody knows.
        assertThat(ShardPlan.of(classes, Map.of("A", 10L, "B", 20L, "C", 30L, "Heavy", 60L), 2)
                        .tooLong())
                .isEmpty();
        assertThat(ShardPlan.of(List.of("A", "B", "C"), Map.of("A", 20L, "B", 20L, "C", 20L), 2)
                        .tooLong())
                .isEmpty();
        assertThat(ShardPlan.of(List.of("A"), Map.of("Gone", 20L), 2).tooLong()).isEmpty();
        assertThat(ShardPlan.of(List.of(), Map.of("A", 20L), 2).tooLong()).isEmpty();
    }

    @Test
    void takesWhatIsNotKnownForAverage() {
        ShardPlan plan = ShardPlan.of(List.of("A", "B", "C", "New"), Map.of("A", 10L, "B", 20L, "C", 30L), 2);
        assertThat(shards(plan, 2)).containsExactly(Set.of("A", "C"), Set.of("B", "New"));
    }

    @Test
    void leavesShardsEmptyThatAreTooMany() {
        ShardPlan plan = ShardPlan.of(List.of("A", "B"), Map.of(), 4);
        assertThat(shards(plan, 4)).containsExactly(Set.of("A"), Set.of("B"), Set.of(), Set.of());
        assertThat(ShardPlan.of(List.of(), Map.of(), 4).slowestOverMean()).isEqualTo(1);
    }

    @Test
    void plansOneHundredThousandClassesWithinASecondOfCpuTime() {
        List<String> classes = classes(100_000);
        Map<String, Long> durations = durations(classes, 9);
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long before = cpuNanos();
            ShardPlan.of(classes, durations, 50).fingerprint();
            best = Math.min(best, cpuNanos() - before);
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(best)).isLessThan(1_000);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void fingerprintTellsPlansApart() {
        List<Set<String>> plan = List.of(Set.of("A", "B"), Set.of("C"));
        assertThat(ShardPlan.fingerprint(plan))
                .isEqualTo(ShardPlan.fingerprint(List.of(List.of("B", "A"), List.of("C"))))
                .hasSize(16)
                .isNotEqualTo(ShardPlan.fingerprint(List.of(Set.of("A"), Set.of("B", "C"))))
                .isNotEqualTo(ShardPlan.fingerprint(List.of(Set.of("C"), Set.of("A", "B"))))
                .isNotEqualTo(ShardPlan.fingerprint(List.of(Set.of("A", "B"), Set.of("C"), Set.of())))
                .isNotEqualTo(ShardPlan.fingerprint(List.of(Set.of("A", "B"), Set.of())));
        assertThat(ShardPlan.fingerprint(Map.of("A", 1L))).isNotEqualTo(ShardPlan.fingerprint(Map.of("A", 2L)));
    }

    @Test
    void requestIsReadAsItWasWritten(@TempDir Path directory) throws IOException {
        ShardRequest request = new ShardRequest(new Shard(2, 3), Map.of("org.example.A Test", 12L, "B", 0L));
        Path file = directory.resolve("shard");
        request.write(file);
        assertThat(ShardRequest.read(file)).isEqualTo(request);
        Files.writeString(file, "3/2\n");
        assertThatThrownBy(() -> ShardRequest.read(file)).hasMessageContaining("which shard");
        Files.writeString(file, "2/3\nA\n");
        assertThatThrownBy(() -> ShardRequest.read(file)).hasMessageContaining("without a duration");
    }
}
