package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.SettingException;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class SurefireExecutionsTest {
    private final Plugin plugin = new Plugin();

    private void execution(String id, String goal, String phase) {
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
        execution("slow", "test", "test");
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
}
