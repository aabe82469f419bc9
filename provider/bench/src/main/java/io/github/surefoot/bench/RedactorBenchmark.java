package io.github.surefoot.bench;

import io.github.surefoot.core.secret.RedactedStream;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What masking three secrets costs a worker: once when it starts, and for each line that its tests print. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RedactorBenchmark {
    private static final int LINES = 1_000;

    private final List<Secret> secrets = List.of(
            new Secret("API_KEY", SecretSource.ENVIRONMENT, "Qm7xT2vK9pLw4RzYc1NdHb8sGf3jUe6a"),
            new Secret("JWT_SECRET_KEY", SecretSource.ENVIRONMENT, "a0PzX5cV8bN2mL7kJ4hG1fD6sQ3wE9rT"),
            new Secret("JWT_ENCRYPTION_KEY", SecretSource.ENVIRONMENT, "y-U_4iOpAsDfGh5jKlZxC7vBnM1qW8eR"));

    private final Redactor redactor = Redactor.of(secrets);

    private final List<String> lines = IntStream.range(0, LINES)
            .mapToObj(i -> "2026-01-01 12:00:00." + i + " [main] INFO  shop.cart.CartService" + (i % 97) + " - order "
                    + i * 7919 + " of customer " + Integer.toHexString(i * 104_729) + " took " + i + " ms")
            .toList();

    /** Masks a line of a log, of about 100 characters, that shows no secret. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void line(Blackhole hole) {
        RedactedStream stream = redactor.stream();
        for (String line : lines) {
            hole.consume(stream.last(line));
        }
    }

    /** Prepares to mask: what a worker does once. */
    @Benchmark
    public Redactor prepare() {
        return Redactor.of(secrets);
    }
}
