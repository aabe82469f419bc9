package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.jspecify.annotations.Nullable;

/** The executions of a plugin's goal in one project, of which Surefoot runs one. */
final class SurefireExecutions {
    /** The setting that chooses one. */
    static final String SETTING = Setting.EXECUTION.key();

    private static final String PARENT = "io.github.surefoot:surefoot-parent:";

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
                    new TestExecution(kind, chosen).text(),
                    "the id of an execution of " + kind.displayName() + "'s goal '" + kind.goal()
                            + "' in this project: "
                            + Stream.concat(Stream.of(kind.defaultExecution()), ids().stream())
                                    .distinct()
                                    .map(id -> new TestExecution(kind, id).text())
                                    .collect(Collectors.joining("' or '", "'", "'")));
        }
    }

    /** Tells whether the project itself has any; the goal may be run in others too. */
    boolean areDeclared() {
        return !ids().isEmpty();
    }

    /** Returns a copy of the configuration that counts. */
    SurefireConfiguration configuration() {
        Plugin configured = plugin;
        if (configured == null) {
            return SurefireConfiguration.copyOf(null);
        }
        return of(configured, configured.getExecutionsAsMap().get(chosen));
    }

    /** Returns a copy of the configuration of the goal that fails the build for what the chosen execution has run. */
    SurefireConfiguration verdictConfiguration() {
        Plugin configured = plugin;
        if (configured == null) {
            return SurefireConfiguration.copyOf(null);
        }
        String goal = kind.verdictGoal().orElse(kind.goal());
        List<PluginExecution> verdicts = configured.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains(goal))
                .toList();
        return verdicts.stream()
                .filter(this::isChosen)
                .findFirst()
                .or(() -> verdicts.stream().findFirst())
                .map(execution -> of(configured, execution))
                .orElseGet(this::configuration);
    }

    /** Maven has merged the plugin's configuration into the execution's. */
    private static SurefireConfiguration of(Plugin configured, @Nullable PluginExecution execution) {
        return SurefireConfiguration.copyOf(
                execution != null && execution.getConfiguration() != null
                        ? execution.getConfiguration()
                        : configured.getConfiguration());
    }

    /**
     * Returns all executions of a plugin that a build of the project runs, in the order of the POM: those that are bound
     * to a phase, and what Surefoot's parent has taken off the lifecycle to run it itself. Of Surefire, those that are
     * bound to a phase after that of unit tests are left to Maven: what they need is not there before.
     *
     * @param plugin as the project has it, if it has; one that has no such execution has its default one
     */
    static List<TestExecution> in(TestPlugin kind, @Nullable Plugin plugin) {
        List<TestExecution> result = plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains(kind.goal()))
                        .filter(execution -> !"none".equals(execution.getPhase()) || isTakenOver(kind, execution))
                        .filter(execution -> kind != TestPlugin.SUREFIRE || LifecycleRuns.isOfUnitTests(execution))
                        .map(execution -> new TestExecution(kind, execution.getId()))
                        .toList();
        return result.isEmpty() ? List.of(TestExecution.defaultOf(kind)) : result;
    }

    /**
     * Returns a sentence for those that the project itself has taken off the lifecycle: nobody runs them.
     *
     * @param plugin as the project has it, if it has
     */
    static Optional<String> switchedOff(TestPlugin kind, @Nullable Plugin plugin) {
        List<String> off = plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains(kind.goal()))
                        .filter(execution -> "none".equals(execution.getPhase()))
                        .map(PluginExecution::getId)
                        .filter(id -> !in(kind, plugin).contains(new TestExecution(kind, id)))
                        .toList();
        return off.isEmpty()
                ? Optional.empty()
                : Optional.of("Surefoot: nobody runs " + kind.displayName() + "'s '" + String.join("', '", off)
                        + "': the POM gives it <phase>none</phase>. Without that, Surefoot runs it, and keeps Maven from"
                        + " running it once more.");
    }

    /**
     * Where nobody knows who has taken it off, it is rather run than left out without a word. Surefire's default one, which
     * Maven binds by itself, is taken off by each project that has Surefoot run it without the parent.
     */
    private static boolean isTakenOver(TestPlugin kind, PluginExecution execution) {
        if (kind == TestPlugin.SUREFIRE && execution.getId().equals(kind.defaultExecution())) {
            return true;
        }
        @Nullable InputLocation phase = execution.getLocation("phase");
        @Nullable InputSource source = phase == null ? null : phase.getSource();
        return source == null || String.valueOf(source.getModelId()).contains(PARENT);
    }

    /** Returns a sentence for each execution that is not run. */
    List<String> leftOut() {
        Set<String> run = in(kind, plugin).stream().map(TestExecution::id).collect(Collectors.toSet());
        return ids().stream()
                .filter(id -> !id.equals(chosen) && !isDefault(id) && !run.contains(id))
                .map(id -> "The project has another execution of " + kind.displayName() + ", '" + id
                        + "', whose tests are no part of this" + " run. Judge them by themselves: -D" + SETTING + "="
                        + new TestExecution(kind, id).text() + ".")
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
