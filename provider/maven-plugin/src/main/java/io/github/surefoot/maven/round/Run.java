package io.github.surefoot.maven.round;

import io.github.surefoot.core.shard.ShardRequest;
import io.github.surefoot.maven.settings.RunSettings;
import java.util.Map;
import java.util.Optional;

/**
 * A run that is about to start.
 *
 * @param id its name, which no other run has
 * @param module the module, as {@code groupId:artifactId}
 * @param settings how it is to go
 * @param workers how many workers, resolved to a number
 * @param suite the fingerprint of the suite
 * @param userSettings all properties of Surefoot that the user has set, for the workers
 * @param filters Surefire's filters given on the command line, such as {@code test}, and its random order, by parameter:
 *     a replay needs them
 * @param about further facts for the journal
 * @param shard which classes of those that are found it runs; empty for all
 */
public record Run(
        String id,
        String module,
        RunSettings settings,
        int workers,
        String suite,
        Map<String, String> userSettings,
        Map<String, String> filters,
        Map<String, String> about,
        Optional<ShardRequest> shard) {
    /** A run of all classes that are found. */
    public Run(
            String id,
            String module,
            RunSettings settings,
            int workers,
            String suite,
            Map<String, String> userSettings,
            Map<String, String> filters,
            Map<String, String> about) {
        this(id, module, settings, workers, suite, userSettings, filters, about, Optional.empty());
    }
}
