package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.SettingException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.jspecify.annotations.Nullable;

/** The executions of Surefire's goal in one project, of which Surefoot runs one. */
final class SurefireExecutions {
    /** The setting that chooses one. */
    static final String SETTING = "surefoot.execution";

    /** The one that Maven binds to the {@code test} phase by itself. */
    static final String DEFAULT = "default-test";

    private final @Nullable Plugin plugin;
    private final String chosen;

    /**
     * Looks at a project's Surefire.
     *
     * @param plugin as the project has it, if it has
     * @param chosen the id of the execution whose configuration counts
     * @throws SettingException if there is no such execution
     */
    SurefireExecutions(@Nullable Plugin plugin, String chosen) {
        this.plugin = plugin;
        this.chosen = chosen;
        if (!chosen.equals(DEFAULT) && !ids().contains(chosen)) {
            throw new SettingException(
                    SETTING,
                    chosen,
                    "the id of an execution of Surefire's goal 'test' in this project: "
                            + Stream.concat(Stream.of(DEFAULT), ids().stream())
                                    .distinct()
                                    .collect(Collectors.joining("' or '", "'", "'")));
        }
    }

    /** Returns a copy of the configuration that counts. */
    SurefireConfiguration configuration() {
        Plugin surefire = plugin;
        if (surefire == null) {
            return SurefireConfiguration.copyOf(null);
        }
        // Maven has merged the plugin's configuration into the execution's.
        @Nullable PluginExecution execution = surefire.getExecutionsAsMap().get(chosen);
        return SurefireConfiguration.copyOf(
                execution != null && execution.getConfiguration() != null
                        ? execution.getConfiguration()
                        : surefire.getConfiguration());
    }

    /** Returns a sentence for each execution that is not run. */
    List<String> leftOut() {
        return ids().stream()
                .filter(id -> !id.equals(chosen) && !id.equals(DEFAULT))
                .map(id ->
                        "The project has another execution of Surefire, '" + id + "', whose tests are no part of this"
                                + " run. Judge them by themselves: -D" + SETTING + "=" + id + ".")
                .toList();
    }

    /** One may be taken off the lifecycle so that Surefoot runs it instead. */
    private boolean isChosen(PluginExecution execution) {
        return execution.getId().equals(chosen);
    }

    private List<String> ids() {
        Plugin surefire = plugin;
        return surefire == null
                ? List.of()
                : surefire.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains("test"))
                        .filter(execution -> !"none".equals(execution.getPhase()) || isChosen(execution))
                        .map(PluginExecution::getId)
                        .toList();
    }
}
