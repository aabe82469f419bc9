package io.github.surefoot.maven.round;

import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What to tell when Surefire ended without having run a test.
 *
 * @param plugin which plugin was run
 * @param unset the properties that its {@code argLine} asks for and nobody has set
 * @param result what it said
 */
record SurefireCannotRun(TestPlugin plugin, List<String> unset, SurefireResult result) {
    /** Each of a hundred JVMs that cannot start says the same, by the name of a file of its own. */
    private static final int LINES = 10;

    MojoExecutionException asMojoException() {
        AbstractMojoExecutionException cause = result instanceof SurefireResult.Faulted faulted
                ? faulted.exception()
                : ((SurefireResult.TestsFailed) result).exception();
        String said = result instanceof SurefireResult.Faulted faulted ? faulted.message() : cause.getMessage();
        return new MojoExecutionException(
                plugin.displayName() + " could not run a single test, so there is nothing to judge. "
                        + mend(String.valueOf(said)) + "\n" + beginning(String.valueOf(said)),
                cause);
    }

    private static String beginning(String said) {
        List<String> lines = said.lines().toList();
        return lines.size() <= LINES
                ? said
                : String.join("\n", lines.subList(0, LINES)) + "\n(and " + (lines.size() - LINES) + " more lines)";
    }

    private String mend(String said) {
        if (!unset.isEmpty()) {
            return "argLine in the " + plugin.displayName() + " configuration asks for @{" + unset.get(0)
                    + "}, a property that nobody has set by now: have Maven run a phase in which its plugin does, as"
                    + " JaCoCo's prepare-agent, before this goal, or give it a value in the POM, which may be empty. What "
                    + plugin.displayName() + " said:";
        }
        if (said.contains("No tests matching pattern") || said.contains("No tests were executed")) {
            return "Check the pattern given with -D" + plugin.testProperty() + ", or add -D" + plugin.word()
                    + ".failIfNoSpecifiedTests=false.";
        }
        if (said.contains("LauncherExecutionRequest")
                || said.contains("OutputDirectoryCreator")
                || said.contains("junit/platform")
                || said.contains("org.junit.platform")) {
            return "The project's JUnit artefacts are of different versions: import junit-bom in dependencyManagement,"
                    + " and remove versions from single JUnit dependencies. mvn dependency:tree -Dincludes=org.junit*"
                    + " shows them.";
        }
        if (said.contains("UnsupportedClassVersionError")) {
            return "The worker's JVM is older than 17: set jvm, or the toolchain, to a JDK 17 or later. With"
                    + " maven.compiler.release the code under test can be of an older release still.";
        }
        if (said.contains("Could not find or load main class") || said.contains("Unrecognized option")) {
            return "The worker's JVM did not start: check argLine and jvm in the " + plugin.displayName()
                    + " configuration.";
        }
        return "What " + plugin.displayName() + " said:";
    }
}
