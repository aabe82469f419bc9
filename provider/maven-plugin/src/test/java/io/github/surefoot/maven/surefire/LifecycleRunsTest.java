package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecycleRunsTest {
    private static final String SKIP = "maven.test.skip.exec";
    private static final String SUREFIRE = TestPlugin.SUREFIRE.artifactId();
    private static final String FAILSAFE = TestPlugin.FAILSAFE.artifactId();
    private static final String SUREFOOT = "surefoot-maven-plugin";

    private static final List<String> VERIFY = List.of("clean", "verify");

    private final MavenProject project = new MavenProject(new Model());

    private LifecycleRuns runs() {
        return new LifecycleRuns(project);
    }

    private void bind(String plugin, String id, String goal, @Nullable String phase) {
        if (project.getModel().getBuild() == null) {
            project.getModel().setBuild(new Build());
        }
        String group = plugin.equals(SUREFOOT) ? "io.github.surefoot" : TestPlugin.GROUP;
        @Nullable Plugin found = project.getPlugin(group + ":" + plugin);
        if (found == null) {
            found = new Plugin();
            found.setGroupId(group);
            found.setArtifactId(plugin);
            project.getModel().getBuild().addPlugin(found);
            project.getModel().getBuild().flushPluginMap();
        }
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal(goal);
        execution.setPhase(phase);
        found.addExecution(execution);
    }

    @Test
    void whatTheLifecycleDoesNotRunNeedsNothing() {
        assertThat(runs().leaveOut(TestPlugin.FAILSAFE, VERIFY)).isEmpty();
        bind(FAILSAFE, "default", "integration-test", "none");
        bind(SUREFIRE, "default-test", "test", "none");
        assertThat(runs().leaveOut(TestPlugin.FAILSAFE, VERIFY)).isEmpty();
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, VERIFY)).isEmpty();
        assertThat(project.getProperties()).isEmpty();
        assertThat(LifecycleRuns.isUsers(project, SKIP)).isTrue();
    }

    @Test
    void whatSurefootHasRunDoesNotRunOnceMore() {
        bind(FAILSAFE, "its", "integration-test", null);
        bind(FAILSAFE, "its-verdict", "verify", null);
        assertThat(runs().leaveOut(TestPlugin.FAILSAFE, VERIFY))
                .hasValueSatisfying(text -> assertThat(text).contains("Failsafe's own 'its', 'its-verdict'"));
        assertThat(project.getProperties()).containsEntry(SKIP, "true");
        assertThat(LifecycleRuns.isUsers(project, SKIP))
                .as("those that ask later")
                .isFalse();
        assertThat(LifecycleRuns.isUsers(project, "skipTests")).isTrue();
    }

    /** It would be left out without a word, and pass. */
    @Test
    void nothingIsLeftOutThatNobodyElseRuns() {
        bind(FAILSAFE, "its", "integration-test", null);
        bind(SUREFIRE, "late", "test", "integration-test");
        assertThat(runs().leaveOut(TestPlugin.FAILSAFE, VERIFY)).hasValueSatisfying(text -> assertThat(text)
                .contains("Surefire's 'late' in phase integration-test", "<phase>none</phase>"));
        assertThat(project.getProperties()).isEmpty();
    }

    @Test
    void unitTestsAreLeftOutOnlyWhereSomebodyElseRunsTheIntegrationTests() {
        bind(SUREFIRE, "slow", "test", "test");
        bind(FAILSAFE, "its", "integration-test", null);
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, VERIFY))
                .hasValueSatisfying(text -> assertThat(text).contains("would leave out Failsafe's 'its' too"));
        assertThat(project.getProperties()).isEmpty();

        bind(SUREFOOT, "surefoot", "integration-test", null);
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, VERIFY))
                .hasValueSatisfying(text -> assertThat(text).contains("Surefire's own 'slow' does not run once more"));
        assertThat(project.getProperties()).containsEntry(SKIP, "true");
    }

    /** Its own goal may come later in their phase than Failsafe's. */
    @Test
    void integrationTestsThatSurefootRunsAreLeftOutAsSoonAsUnitTestsHaveRun() {
        bind(FAILSAFE, "its", "integration-test", null);
        bind(SUREFOOT, "surefoot", "integration-test", null);
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, VERIFY)).hasValueSatisfying(text -> assertThat(text)
                .isEqualTo("Surefoot: Failsafe's own 'its' is left to surefoot:integration-test: from here on, " + SKIP
                        + " is true."));
        assertThat(project.getProperties()).containsEntry(SKIP, "true");
        assertThat(runs().ranBefore(TestPlugin.FAILSAFE)).isEmpty();
        assertThat(runs().leaveOut(TestPlugin.FAILSAFE, VERIFY))
                .as("it is told once")
                .isEmpty();
    }

    @Test
    void whoCallsFailsafeByItsNameMeansIt() {
        bind(FAILSAFE, "its", "integration-test", null);
        bind(SUREFOOT, "surefoot", "integration-test", null);
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, List.of("package", "failsafe:integration-test")))
                .isEmpty();
        assertThat(runs().leaveOut(
                                TestPlugin.SUREFIRE,
                                List.of("verify", "org.apache.maven.plugins:maven-failsafe-plugin:3.6.1:verify@its")))
                .isEmpty();
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, List.of("package"))).isEmpty();
        assertThat(project.getProperties()).isEmpty();
    }

    @Test
    void whatMavenRunsBeforeSurefootIsToldWithTheMend() {
        bind(FAILSAFE, "its", "integration-test", null);
        bind(FAILSAFE, "late", "integration-test", "verify");
        bind(SUREFOOT, "surefoot", "integration-test", null);
        bind(SUREFIRE, "slow", "test", "test");
        assertThat(runs().ranBefore(TestPlugin.FAILSAFE)).hasValueSatisfying(text -> assertThat(text)
                .startsWith("Maven has run Failsafe's own 'its' before Surefoot")
                .contains("Put surefoot-maven-plugin above maven-failsafe-plugin"));
        assertThat(runs().ranBefore(TestPlugin.SUREFIRE))
                .as("it is further down in the POM")
                .isEmpty();
        assertThat(project.getProperties()).isEmpty();
    }

    @Test
    void whoLeavesTestsOutHimselfIsNotOverruled() {
        bind(SUREFIRE, "slow", "test", "test");
        bind(SUREFOOT, "surefoot", "integration-test", null);
        project.getProperties().setProperty(SKIP, "true");
        assertThat(runs().leaveOut(TestPlugin.SUREFIRE, VERIFY)).isEmpty();
        assertThat(runs().ranBefore(TestPlugin.SUREFIRE)).isEmpty();
        assertThat(LifecycleRuns.isUsers(project, SKIP)).isTrue();
    }

    @Test
    void executionsOfLaterPhasesAreNoneOfTheUnitTests() {
        for (String phase : new String[] {"package", "pre-integration-test", "integration-test", "verify", "install"}) {
            PluginExecution execution = new PluginExecution();
            execution.setPhase(phase);
            assertThat(LifecycleRuns.isOfUnitTests(execution)).as(phase).isFalse();
        }
        assertThat(LifecycleRuns.isOfUnitTests(new PluginExecution())).isTrue();
    }
}
