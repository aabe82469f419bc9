package io.github.surefoot.maven;

import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.surefire.LifecycleRuns;
import io.github.surefoot.maven.surefire.TestExecution;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What a person types at the root of a build to run goals for one of its modules, such as that project understands it: by
 * the whole name of the plugin where the POM does not name it.
 *
 * @param root the module that Maven begins with, where it looks up the short name of a plugin
 * @param module the module that they are for
 * @param several whether the build has several modules
 * @param siblings whether the tests of the module use others of the build
 * @param execution the suite that they are for
 * @param version of this plugin
 */
record GoalCommands(
        MavenProject root,
        MavenProject module,
        boolean several,
        boolean siblings,
        TestExecution execution,
        String version) {
    private static final String PLUGIN = AbstractSurefootMojo.PLUGIN;
    private static final String REPLAY = "replay";
    private static final String DIAGNOSE = "diagnose";

    /** The profile of the parent POM that sets the rounds. */
    private static final String ROUNDS_PROFILE = "reliability";

    /** Returns those that are told with a verdict. */
    Commands told() {
        return new Commands(compiled(REPLAY), compiled(DIAGNOSE), plain("check"), run() + inRounds());
    }

    /** Returns the command of a goal that runs tests of the module by itself. */
    String compiled(String goal) {
        String command = name(goal);
        // In a build of several modules, the others have no worker of that name, or another one.
        String modules = modules();
        if (several && siblings) {
            // Maven resolves other modules by what their own build has compiled, not by what a goal's has.
            command = "test-compile " + command;
            modules += " -am";
            if (!goal.equals(DIAGNOSE)) {
                modules += " -D" + Setting.REPLAY_MODULE.key() + "=" + module.getArtifactId();
            }
        }
        if (execution.plugin() == TestPlugin.FAILSAFE) {
            // What integration tests need is packed and started before, and only a later phase stops it. Unit tests
            // need not run for that.
            command = goal.equals(REPLAY) && binds(TestPlugin.FAILSAFE)
                    ? "verify -DskipTests"
                    : "pre-integration-test " + command.replace("test-compile ", "") + " -DskipTests";
        }
        return "mvn " + command + modules + suite();
    }

    /** Returns the command of a goal that reads what is there. */
    String plain(String goal) {
        return "mvn " + name(goal) + modules() + suite();
    }

    /** Returns the command that reads what the build has compiled. */
    String afterCompilation(String goal) {
        return "mvn test-compile " + name(goal);
    }

    /** Returns the command that runs the suite, as the build does if it does. */
    String run() {
        boolean integration = execution.plugin() == TestPlugin.FAILSAFE;
        if (binds(execution.plugin())) {
            return integration ? "mvn verify" : "mvn test";
        }
        String goal = name(execution.plugin().goal());
        return integration
                ? "mvn pre-integration-test " + goal + " " + name("verify") + " -DskipTests" + suite()
                : "mvn test-compile " + goal + suite();
    }

    /** Returns what makes that command run as many rounds as the parent POM says, where the project inherits it. */
    private String inRounds() {
        return Stream.<@Nullable MavenProject>iterate(module, Objects::nonNull, MavenProject::getParent)
                        .filter(Objects::nonNull)
                        .flatMap(project -> project.getModel().getProfiles().stream())
                        .anyMatch(profile -> profile.getId().equals(ROUNDS_PROFILE)
                                && profile.getProperties().containsKey(Setting.ROUNDS.key()))
                ? " -P" + ROUNDS_PROFILE
                : "";
    }

    private String name(String goal) {
        boolean declared = module.getPlugin(PLUGIN) != null && root.getPlugin(PLUGIN) != null;
        return (declared ? "surefoot" : PLUGIN + ":" + version) + ":" + goal;
    }

    private boolean binds(TestPlugin plugin) {
        return new LifecycleRuns(module).run(plugin);
    }

    private String modules() {
        return several ? " -pl :" + module.getArtifactId() : "";
    }

    private String suite() {
        return execution.isOfModule() ? "" : " -D" + Setting.EXECUTION.key() + "=" + execution.text();
    }
}
