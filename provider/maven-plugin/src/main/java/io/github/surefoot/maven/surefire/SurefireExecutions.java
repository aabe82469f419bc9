package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.jspecify.annotations.Nullable;

/** The executions of a plugin's goal in one project, of which Surefoot runs one. */
final class SurefireExecutions {
    /** The setting that chooses one. */
    static final String SETTING = Setting.EXECUTION.key();

    private final TestPlugin kind;
    private final @Nullable Plugin plugin;
    private final String chosen;

    /**
     * Looks at a project's plugin.
     *
     * @param kind which plugin
     * @param plugin as the project has it, if it has
     * @param chosen the id of the execution whose configuration counts
     * @throws SettingException if there is no such execution
     */
    SurefireExecutions(TestPlugin kind, @Nullable Plugin plugin, String chosen) {
        this.kind = kind;
        this.plugin = plugin;
        this.chosen = chosen;
        if (!isDefault(chosen) && !ids().contains(chosen)) {
            throw new SettingException(
                    SETTING,
                    chosen,
                    "the id of an execution of " + kind.displayName() + "'s goal '" + kind.goal()
                            + "' in this project: "
                            + Stream.concat(Stream.of(kind.defaultExecution()), ids().stream())
                                    .distinct()
                                    .collect(Collectors.joining("' or '", "'", "'")));
        }
    }

    /** Returns a copy of the configuration that counts. */
    SurefireConfiguration configuration() {
        Plugin configured = plugin;
        if (configured == null) {
            return SurefireConfiguration.copyOf(null);
        }
        // Maven has merged the plugin's configuration into the execution's.
        @Nullable PluginExecution execution = configured.getExecutionsAsMap().get(chosen);
        return SurefireConfiguration.copyOf(
                execution != null && execution.getConfiguration() != null
                        ? execution.getConfiguration()
                        : configured.getConfiguration());
    }

    /** Returns a sentence for each execution that is not run. */
    List<String> leftOut() {
        return ids().stream()
                .filter(id -> !id.equals(chosen) && !isDefault(id))
                .map(id -> "The project has another execution of " + kind.displayName() + ", '" + id
                        + "', whose tests are no part of this" + " run. Judge them by themselves: -D" + SETTING + "="
                        + id + ".")
                .toList();
    }

    private boolean isDefault(String id) {
        return id.equals(kind.defaultExecution());
    }

    /** One may be taken off the lifecycle so that Surefoot runs it instead. */
    private boolean isChosen(PluginExecution execution) {
        return execution.getId().equals(chosen);
    }

    private List<String> ids() {
        Plugin configured = plugin;
        return configured == null
                ? List.of()
                : configured.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains(kind.goal()))
                        .filter(execution -> !"none".equals(execution.getPhase()) || isChosen(execution))
                        .map(PluginExecution::getId)
                        .toList();
    }
}
