package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.SettingException;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurefireExecutionsTest {
    private final Plugin plugin = new Plugin();

    private PluginExecution execution(String id, String goal, @Nullable String phase) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal(goal);
        execution.setPhase(phase);
        Xpp3Dom groups = new Xpp3Dom("groups");
        groups.setValue(id);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(groups);
        execution.setConfiguration(configuration);
        plugin.addExecution(execution);
        return execution;
    }

    @Test
    void theDefaultIsTheOneThatMavenBinds() {
        execution("default-test", "test", "none");
        execution("slow", "test", "test");
        SurefireExecutions executions = new SurefireExecutions(TestPlugin.SUREFIRE, plugin, "default-test");
        assertThat(executions.configuration().get("groups")).contains("default-test");
    }

    @Test
    void othersAreNamedWithTheWayToJudgeThem() {
        execution("default-test", "test", "test");
        execution("beside", "test", "test");
        execution("slow", "test", "integration-test");
        execution("switched-off", "test", "none");
        execution("integration", "help", "test");
        assertThat(new SurefireExecutions(TestPlugin.SUREFIRE, plugin, "default-test").leftOut())
                .singleElement()
                .asString()
                .contains("'slow'")
                .contains("-Dsurefoot.execution=slow");
    }

    @Test
    void oneCanBeChosenEvenIfTheLifecycleLeavesItOut() {
        execution("default-test", "test", "test");
        execution("slow", "test", "none");
        SurefireExecutions executions = new SurefireExecutions(TestPlugin.SUREFIRE, plugin, "slow");
        assertThat(executions.configuration().get("groups")).contains("slow");
        assertThat(executions.leftOut()).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsRefusedWithThoseThatAre() {
        execution("default-test", "test", "test");
        execution("slow", "test", "test");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> new SurefireExecutions(TestPlugin.SUREFIRE, plugin, "slwo"))
                .withMessage(
                        "surefoot.execution is 'slwo', but must be the id of an execution of Surefire's goal 'test'"
                                + " in this project: 'default-test' or 'slow'.");
    }

    @Test
    void aProjectThatNamesNoSurefireHasOnlyTheDefault() {
        assertThat(new SurefireExecutions(TestPlugin.SUREFIRE, null, "default-test")
                        .configuration()
                        .names())
                .isEmpty();
        assertThat(new SurefireExecutions(TestPlugin.SUREFIRE, null, "default-test").leftOut())
                .isEmpty();
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> new SurefireExecutions(TestPlugin.SUREFIRE, null, "slow"))
                .withMessageEndingWith("in this project: 'default-test'.");
    }

    @Test
    void ofSurefireThoseOfLaterPhasesAreLeftToMaven() {
        execution("default-test", "test", "test");
        execution("slow", "test", "process-test-classes");
        execution("late", "test", "integration-test");
        assertThat(SurefireExecutions.in(TestPlugin.SUREFIRE, plugin))
                .extracting(TestExecution::id)
                .containsExactly("default-test", "slow");
    }

    /** As the guide says, for a project with a parent of its own. */
    @Test
    void theDefaultOneThatAProjectHasTakenOffMavenIsRunBesideOthers() {
        execution("default-test", "test", "none").setLocation("phase", in("shop:shop:1"));
        execution("slow", "test", "test");
        assertThat(SurefireExecutions.in(TestPlugin.SUREFIRE, plugin))
                .extracting(TestExecution::id)
                .containsExactly("default-test", "slow");
        assertThat(SurefireExecutions.switchedOff(TestPlugin.SUREFIRE, plugin)).isEmpty();
    }

    @Test
    void allThatABuildRunsAreFound() {
        execution("slow", "integration-test", "integration-test");
        execution("switched-off", "integration-test", "none").setLocation("phase", in("shop:parent:1"));
        execution("only-verdict", "verify", "verify");
        assertThat(SurefireExecutions.in(TestPlugin.FAILSAFE, plugin))
                .containsExactly(new TestExecution(TestPlugin.FAILSAFE, "slow"));
    }

    @Test
    void whatOurParentHasTakenOffIsRunAndSoIsWhatNobodyKnowsWho() {
        execution("default", "integration-test", "none")
                .setLocation("phase", in("io.github.surefoot:surefoot-parent:1.0.0"));
        execution("unknown", "integration-test", "none");
        assertThat(SurefireExecutions.in(TestPlugin.FAILSAFE, plugin))
                .extracting(TestExecution::id)
                .containsExactly("default", "unknown");
    }

    @Test
    void aProjectThatBindsNoneHasTheDefault() {
        execution("default", "help", "none");
        assertThat(SurefireExecutions.in(TestPlugin.FAILSAFE, plugin))
                .containsExactly(TestExecution.defaultOf(TestPlugin.FAILSAFE));
        assertThat(SurefireExecutions.in(TestPlugin.FAILSAFE, null))
                .containsExactly(TestExecution.defaultOf(TestPlugin.FAILSAFE));
    }

    @Test
    void theVerdictIsConfiguredWhereItsGoalIs() {
        execution("its", "integration-test", "integration-test");
        execution("its-verdict", "verify", "verify");
        assertThat(new SurefireExecutions(TestPlugin.FAILSAFE, plugin, "its")
                        .verdictConfiguration()
                        .get("groups"))
                .contains("its-verdict");
        execution("both", "verify", "verify").addGoal("integration-test");
        assertThat(new SurefireExecutions(TestPlugin.FAILSAFE, plugin, "both")
                        .verdictConfiguration()
                        .get("groups"))
                .contains("both");
    }

    @Test
    void whatTheProjectItselfSwitchesOffIsTold() {
        execution("default", "integration-test", "none").setLocation("phase", in("shop:shop:1"));
        assertThat(SurefireExecutions.switchedOff(TestPlugin.FAILSAFE, plugin))
                .as("where there is no other, Surefoot runs it")
                .isEmpty();
        execution("taken-over", "integration-test", "none")
                .setLocation("phase", in("io.github.surefoot:surefoot-parent:1"));
        execution("its", "integration-test", "none").setLocation("phase", in("shop:shop:1"));
        assertThat(SurefireExecutions.switchedOff(TestPlugin.FAILSAFE, plugin)).hasValueSatisfying(text -> assertThat(
                        text)
                .startsWith(
                        "Surefoot: nobody runs Failsafe's 'default', 'its': the POM gives it <phase>none</phase>."));
        assertThat(SurefireExecutions.switchedOff(TestPlugin.FAILSAFE, null)).isEmpty();
    }

    private static InputLocation in(String model) {
        InputSource source = new InputSource();
        source.setModelId(model);
        return new InputLocation(1, 1, source);
    }
}
