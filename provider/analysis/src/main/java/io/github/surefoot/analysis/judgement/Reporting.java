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
 * @param replayCommand what a person types to replay a worker of this module, up to the worker
 * @param checkout where the project is checked out on a CI server, from which journals have to be fetched before a
 *     person can replay them; empty elsewhere
 */
public record Reporting(
        List<String> forbidden,
        List<SecretOrigin> secrets,
        Duration teardownTarget,
        String replayCommand,
        Optional<Path> checkout) {
    /** What to type where the plugin is declared, and there is but one module. */
    public static final String REPLAY = "mvn surefoot:replay";

    /** Copies the lists. */
    public Reporting {
        forbidden = List.copyOf(forbidden);
        secrets = List.copyOf(secrets);
    }

    /** Tells of a run on a person's own machine. */
    public Reporting(
            List<String> forbidden, List<SecretOrigin> secrets, Duration teardownTarget, String replayCommand) {
        this(forbidden, secrets, teardownTarget, replayCommand, Optional.empty());
    }

    /** Tells of replays in their shortest form. */
    public Reporting(List<String> forbidden, List<SecretOrigin> secrets, Duration teardownTarget) {
        this(forbidden, secrets, teardownTarget, REPLAY, Optional.empty());
    }

    /** Returns what is told when nothing is set. */
    public static Reporting defaults() {
        return new Reporting(List.of(), List.of(), Duration.ofSeconds(2));
    }
}
