package io.github.surefoot.analysis;

import java.time.Duration;
import java.util.List;

/**
 * What is told beside the verdict.
 *
 * @param forbidden the patterns of {@code surefoot.forbidden}; those that never occurred are told with a count of 0
 * @param secrets the secrets every worker held
 * @param teardownTarget teardowns that take longer are told of; {@code surefoot.teardownTarget}
 */
public record Reporting(List<String> forbidden, List<SecretSource> secrets, Duration teardownTarget) {
    /** Copies the lists. */
    public Reporting {
        forbidden = List.copyOf(forbidden);
        secrets = List.copyOf(secrets);
    }

    /** Returns what is told when nothing is set. */
    public static Reporting defaults() {
        return new Reporting(List.of(), List.of(), Duration.ofSeconds(2));
    }
}
