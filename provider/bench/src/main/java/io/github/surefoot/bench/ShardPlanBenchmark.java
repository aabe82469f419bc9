package io.github.surefoot.bench;

import io.github.surefoot.core.shard.ShardPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to plan all shards of a run and to tell the plan from others, the first time in a JVM, as each build does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class ShardPlanBenchmark {
    private static final int SEED = 9;

    /** How many classes the suite has. */
    @Param({"1000", "100000"})
    private int classes;

    /** How many shards. */
    @Param({"4", "50"})
    private int shards;

    /** Whether the history knows how long they take. */
    @Param({"true", "false"})
    private boolean known;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Long> durations = new HashMap<>();

    /** Names classes, with durations that are spread over several powers of ten. */
    @Setup
    public void name() {
        Random random = new Random(SEED);
        for (int i = 0; i < classes; i++) {
            String name = "org.example.module" + i % 41 + ".Class" + i + "Test";
            names.add(name);
            if (known) {
                durations.put(name, 1 + (long) (20 * Math.exp(1.6 * random.nextGaussian())));
            }
        }
    }

    /** Plans. */
    @Benchmark
    public String plan() {
        return ShardPlan.of(names, durations, shards).fingerprint();
    }
}
