package io.github.surefoot.maven.surefire;

import java.util.List;
import java.util.Objects;
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

        private static final List<String> NOISE = List.of(
                "Command was",
                "See ",
                "\tat ",
                "Caused by:",
                "Error occurred in starting fork",
                "org.apache.maven.surefire.booter.",
                "ExecutionException ");

        /** Returns what Surefire said, without the stack traces and the command lines it quotes. */
        public String message() {
            return Objects.requireNonNullElse(exception.getMessage(), exception.toString())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> NOISE.stream().noneMatch(line::startsWith))
                    .distinct()
                    .reduce((one, two) -> one + "\n" + two)
                    .orElse("");
        }
    }
}
