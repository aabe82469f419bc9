package io.github.surefoot.maven.surefire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What Maven's own lifecycle would run once more of what Surefoot has run: executions that the project has bound itself,
 * under names that no parent can know. They are left out by the one property that both plugins read and nobody else.
 *
 * @param project the module
 */
public record LifecycleRuns(MavenProject project) {
    /** Leaves out what Failsafe and Surefire run, and nothing else: what starts and stops servers goes on. */
    static final String SKIP = "maven.test.skip.exec";

    /** Tells those that ask later that the property is not the user's. */
    private static final String OURS = LifecycleRuns.class.getName();

    private static final String SUREFOOT = "io.github.surefoot:surefoot-maven-plugin";

    /** The phases up to that of unit tests. */
    private static final Set<String> UP_TO_TEST = Set.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test");

    /** The phases of a build that comes to integration tests. */
    private static final Set<String> FROM_INTEGRATION_TEST =
            Set.of("integration-test", "post-integration-test", "verify", "install", "deploy");

    /** Tells whether an execution of Surefire belongs to the phases up to {@code test}, where Surefoot runs it. */
    static boolean isOfUnitTests(PluginExecution execution) {
        @Nullable String phase = execution.getPhase();
        return phase == null || "none".equals(phase) || UP_TO_TEST.contains(phase);
    }

    /** Tells whether a value of the property is the user's own: it is not, once {@link #leaveOut} has set it. */
    static boolean isUsers(MavenProject project, String property) {
        return !property.equals(SKIP) || project.getContextValue(OURS) == null;
    }

    /**
     * Leaves out what the lifecycle would run once more, if that leaves out nothing else. Once unit tests have run, that is
     * Failsafe too, where Surefoot is still to run the integration tests: which of the two comes first in their phase is
     * up to the POM.
     *
     * @param plugin of which Surefoot has run all executions
     * @param goals what the user has asked Maven for
     * @return what has been done, or why it cannot be; empty if the lifecycle runs none of them
     */
    public Optional<String> leaveOut(TestPlugin plugin, List<String> goals) {
        List<String> again = bound(plugin)
                .filter(execution -> plugin == TestPlugin.FAILSAFE || isOfUnitTests(execution))
                .map(PluginExecution::getId)
                .toList();
        List<String> later = plugin == TestPlugin.SUREFIRE && runIntegrationTests() && comesToThem(goals)
                ? bound(TestPlugin.FAILSAFE).map(PluginExecution::getId).toList()
                : List.of();
        if ((again.isEmpty() && later.isEmpty()) || isSkipped()) {
            return Optional.empty();
        }
        String done = again.isEmpty() ? "" : own(plugin, again) + " does not run once more";
        String left = later.isEmpty()
                ? ""
                : own(TestPlugin.FAILSAFE, later) + " is left to surefoot:" + TestPlugin.FAILSAFE.goal();
        List<String> others = others(plugin);
        if (!others.isEmpty()) {
            return again.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Maven runs " + own(plugin, again)
                            + " once more, since to leave that out would leave out "
                            + String.join(" and ", others)
                            + " too, which Surefoot does not run here. Give it <phase>none</phase>.");
        }
        project.setContextValue(OURS, true);
        project.getProperties().setProperty(SKIP, "true");
        return Optional.of("Surefoot: " + done + (done.isEmpty() || left.isEmpty() ? "" : ", and ") + left
                + ": from here on, " + SKIP + " is true.");
    }

    /**
     * Tells of what Maven has run before Surefoot did.
     *
     * @param plugin of which Surefoot is about to run, or has run, all executions
     * @return what is wrong, and the mend; empty if nothing is
     */
    public Optional<String> ranBefore(TestPlugin plugin) {
        List<String> keys =
                project.getBuildPlugins().stream().map(Plugin::getKey).toList();
        boolean first = keys.indexOf(plugin.key()) < keys.indexOf(SUREFOOT);
        List<String> before = executions(plugin.key())
                .filter(execution -> execution.getGoals().contains(plugin.goal()))
                .filter(execution ->
                        execution.getPhase() == null || execution.getPhase().equals(plugin.goal()))
                .map(PluginExecution::getId)
                .toList();
        if (!first || before.isEmpty() || isSkipped()) {
            return Optional.empty();
        }
        return Optional.of("Maven has run " + own(plugin, before) + " before Surefoot, so these tests run twice. Put "
                + "surefoot-maven-plugin above " + plugin.artifactId() + " in the POM"
                + (plugin == TestPlugin.FAILSAFE
                        ? ", or bind surefoot:test as well, which keeps Maven from it."
                        : "."));
    }

    /** Who calls Failsafe by its name means it. */
    private static boolean comesToThem(List<String> goals) {
        return goals.stream().anyMatch(FROM_INTEGRATION_TEST::contains)
                && goals.stream().noneMatch(goal -> goal.contains(":") && goal.contains(TestPlugin.FAILSAFE.word()));
    }

    /** By the user, or by this before: Maven runs none of them any more. */
    private boolean isSkipped() {
        return "true".equals(project.getProperties().getProperty(SKIP));
    }

    private static String own(TestPlugin plugin, List<String> ids) {
        return plugin.displayName() + "'s own '" + String.join("', '", ids) + "'";
    }

    /** What is still to come and would be left out, although nobody else runs it. */
    private List<String> others(TestPlugin plugin) {
        Stream<String> late = bound(TestPlugin.SUREFIRE)
                .filter(execution -> !isOfUnitTests(execution))
                .map(execution -> "Surefire's '" + execution.getId() + "' in phase " + execution.getPhase());
        Stream<String> integrationTests = plugin == TestPlugin.SUREFIRE && !runIntegrationTests()
                ? bound(TestPlugin.FAILSAFE).map(execution -> "Failsafe's '" + execution.getId() + "'")
                : Stream.empty();
        return Stream.concat(late, integrationTests).distinct().collect(Collectors.toList());
    }

    /** Tells whether they include the goal by which Surefoot runs integration tests. */
    public boolean runIntegrationTests() {
        return run(TestPlugin.FAILSAFE);
    }

    /** Tells whether they include the goal by which Surefoot runs what a plugin would run. */
    public boolean run(TestPlugin plugin) {
        return executions(SUREFOOT).anyMatch(execution -> execution.getGoals().contains(plugin.goal()));
    }

    private Stream<PluginExecution> bound(TestPlugin plugin) {
        return executions(plugin.key())
                .filter(execution -> execution.getGoals().contains(plugin.goal())
                        || plugin.verdictGoal()
                                .filter(execution.getGoals()::contains)
                                .isPresent());
    }

    private Stream<PluginExecution> executions(String key) {
        @Nullable Plugin plugin = project.getPlugin(key);
        return plugin == null
                ? Stream.empty()
                : plugin.getExecutions().stream().filter(execution -> !"none".equals(execution.getPhase()));
    }
}
