package io.github.surefoot.analysis.judgement;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is told beside the verdict.
 *
 * @param forbidden the patterns of {@code surefoot.forbidden}; those that never occurred are told with a count of 0
 * @param secrets the secrets every worker held
 * @param teardownTarget teardowns that take longer are told of; {@code surefoot.teardownTarget}
 * @param commands what a person types to see more of the failures of this module
 * @param checkout where the project is checked out on a CI server, from which journals have to be fetched before a
 *     person can replay them; empty elsewhere
 */
public record Reporting(
        List<String> forbidden,
        List<SecretOrigin> secrets,
        Duration teardownTarget,
        Commands commands,
        Optional<Path> checkout) {

    /** Copies the lists. */
    public Reporting {
        forbidden = List.copyOf(forbidden);
        secrets = List.copyOf(secrets);
    }

    /** Tells of a run on a person's own machine. */
    public Reporting(List<String> forbidden, List<SecretOrigin> secrets, Duration teardownTarget, Commands commands) {
        this(forbidden, secrets, teardownTarget, commands, Optional.empty());
    }

    /** Tells of commands in their shortest form. */
    public Reporting(List<String> forbidden, List<SecretOrigin> secrets, Duration teardownTarget) {
        this(forbidden, secrets, teardownTarget, Commands.SHORTEST, Optional.empty());
    }

    /** Returns what is told when nothing is set. */
    public static Reporting defaults() {
        return new Reporting(List.of(), List.of(), Duration.ofSeconds(2));
    }
}
