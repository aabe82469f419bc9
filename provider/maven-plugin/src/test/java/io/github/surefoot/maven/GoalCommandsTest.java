package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.maven.surefire.TestExecution;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Whatever is printed to be typed works as it is printed, in a project that names the plugin and in one that does not. */
class GoalCommandsTest {
    private static final String WHOLE = "io.github.surefoot:surefoot-maven-plugin:1.0.0:";

    private static MavenProject without() {
        Model model = new Model();
        model.setArtifactId("app");
        model.setBuild(new Build());
        return new MavenProject(model);
    }

    private static MavenProject binding(String... goals) {
        MavenProject project = without();
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.surefoot");
        plugin.setArtifactId("surefoot-maven-plugin");
        for (String goal : goals) {
            PluginExecution execution = new PluginExecution();
            execution.setId(goal);
            execution.addGoal(goal);
            plugin.addExecution(execution);
        }
        project.getModel().getBuild().addPlugin(plugin);
        project.getModel().getBuild().flushPluginMap();
        return project;
    }

    private static GoalCommands of(MavenProject project, String execution) {
        return new GoalCommands(project, project, false, false, TestExecution.parse(execution), "1.0.0");
    }

    @Test
    void aProjectThatNamesThePluginCallsItByItsShortName() {
        GoalCommands commands = of(binding("test"), "default-test");
        assertThat(commands.told().replay()).isEqualTo("mvn surefoot:replay");
        assertThat(commands.told().diagnose()).isEqualTo("mvn surefoot:diagnose");
        assertThat(commands.told().check()).isEqualTo("mvn surefoot:check");
        assertThat(commands.afterCompilation("backend")).isEqualTo("mvn test-compile surefoot:backend");
        assertThat(commands.run()).isEqualTo("mvn test");
    }

    @Test
    void aProjectThatDoesNotCallsItByItsWholeName() {
        GoalCommands commands = of(without(), "default-test");
        assertThat(commands.told().replay()).isEqualTo("mvn " + WHOLE + "replay");
        assertThat(commands.told().check()).isEqualTo("mvn " + WHOLE + "check");
        assertThat(commands.afterCompilation("backend")).isEqualTo("mvn test-compile " + WHOLE + "backend");
        assertThat(commands.run()).isEqualTo("mvn test-compile " + WHOLE + "test");
    }

    @Test
    void namingItIsNotBindingIt() {
        assertThat(of(binding(), "default-test").run()).isEqualTo("mvn test-compile surefoot:test");
        assertThat(of(binding("test"), "failsafe").run())
                .isEqualTo("mvn pre-integration-test surefoot:integration-test surefoot:verify -DskipTests"
                        + " -Dsurefoot.execution=failsafe");
        assertThat(of(binding("integration-test"), "failsafe").run()).isEqualTo("mvn verify");
    }

    @Test
    void theProfileThatSetsTheRoundsIsNamedWhereAParentHasIt() {
        assertThat(of(without(), "default-test").told().rounds()).isEqualTo("mvn test-compile " + WHOLE + "test");
        MavenProject app = binding("test");
        MavenProject parent = without();
        app.setParent(parent);
        parent.setParent(without());
        assertThat(of(app, "default-test").told().rounds()).isEqualTo("mvn test");

        Profile reliability = new Profile();
        reliability.setId("reliability");
        parent.getParent().getModel().addProfile(reliability);
        assertThat(of(app, "default-test").told().rounds())
                .as("somebody else's profile of that name")
                .isEqualTo("mvn test");

        reliability.addProperty("surefoot.rounds", "5");
        assertThat(of(app, "default-test").told().rounds()).isEqualTo("mvn test -Preliability");
    }

    @Test
    void whatOnlyReadsNeedsNothingCompiledOrStarted() {
        MavenProject root = binding();
        MavenProject app = binding("test");
        GoalCommands commands = new GoalCommands(root, app, true, true, TestExecution.parse("failsafe"), "1.0.0");
        assertThat(commands.told().check()).isEqualTo("mvn surefoot:check -pl :app -Dsurefoot.execution=failsafe");
        assertThat(commands.told().diagnose())
                .isEqualTo("mvn pre-integration-test surefoot:diagnose -DskipTests -pl :app -am"
                        + " -Dsurefoot.execution=failsafe");
        GoalCommands unit = new GoalCommands(without(), app, true, true, TestExecution.parse("default-test"), "1.0.0");
        assertThat(unit.told().replay())
                .isEqualTo("mvn test-compile " + WHOLE + "replay -pl :app -am -Dsurefoot.replay.module=app");
    }
}
