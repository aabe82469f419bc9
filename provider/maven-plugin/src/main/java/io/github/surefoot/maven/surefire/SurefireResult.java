package io.github.surefoot.maven.surefire;

import org.apache.maven.plugin.AbstractMojoExecutionException;

/** How one execution of Surefire's goal ended. */
public sealed interface SurefireResult {

    /** Surefire is content: all tests passed, or there were none. */
    record Content() implements SurefireResult {}

    /**
     * Tests failed, and nothing else did.
     *
     * @param exception what Surefire threw
     */
    record TestsFailed(AbstractMojoExecutionException exception) implements SurefireResult {}

    /**
     * Something other than a test failed: a worker died, or could not start.
     *
     * @param exception what Surefire threw
     */
    record Faulted(AbstractMojoExecutionException exception) implements SurefireResult {

        /** Returns what Surefire said, without the command lines it quotes. */
        public String message() {
            return String.valueOf(exception.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.startsWith("Command was") && !line.startsWith("See "))
                    .distinct()
                    .reduce((one, two) -> one + "\n" + two)
                    .orElse("");
        }
    }
}
