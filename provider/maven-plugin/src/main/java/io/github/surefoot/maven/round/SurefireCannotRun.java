package io.github.surefoot.maven.round;

import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.TestPlugin;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What to tell when Surefire ended without having run a test.
 *
 * @param plugin which plugin was run
 * @param result what it said
 */
record SurefireCannotRun(TestPlugin plugin, SurefireResult result) {

    MojoExecutionException asMojoException() {
        AbstractMojoExecutionException cause = result instanceof SurefireResult.Faulted faulted
                ? faulted.exception()
                : ((SurefireResult.TestsFailed) result).exception();
        String said = result instanceof SurefireResult.Faulted faulted ? faulted.message() : cause.getMessage();
        return new MojoExecutionException(
                plugin.displayName() + " could not run a single test, so there is nothing to judge. "
                        + mend(String.valueOf(said)) + "\n" + said,
                cause);
    }

    private String mend(String said) {
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
