package io.github.surefoot.maven.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

        private static final String CAUSE = "Caused by:";
        private static final String COMMAND = "Command was";
        private static final String EXIT_CODE = "Process Exit Code";
        private static final String OF_FORK = " of ";

        /** Nothing else of the command may go on: it may hold secrets. */
        private static final Pattern FORK_FILE = Pattern.compile("(surefire[\\w-]*tmp)'?$");

        private static final List<String> NOISE = List.of(
                COMMAND,
                "See ",
                "\tat ",
                CAUSE,
                "Error occurred in starting fork",
                "org.apache.maven.surefire.booter.",
                "ExecutionException ");

        /** Stands at the end of a cause, in place of the frames that it shares with what it caused. */
        private static final Pattern SHARED_FRAMES = Pattern.compile("\\s+\\.\\.\\. \\d+ more");

        /**
         * Returns what Surefire said, without the stack traces and the command lines it quotes; of one who says nothing
         * else, what the last cause said.
         */
        public String message() {
            String text = Objects.requireNonNullElse(exception.getMessage(), exception.toString());
            return forksNamed(text)
                    .filter(line -> !line.isBlank())
                    .filter(line -> NOISE.stream().noneMatch(line::startsWith))
                    .filter(line -> !SHARED_FRAMES.matcher(line).matches())
                    .distinct()
                    .reduce((one, two) -> one + "\n" + two)
                    .or(() -> lastCause(text))
                    .orElse("");
        }

        private static Optional<String> lastCause(String text) {
            return text.lines()
                    .filter(line -> line.startsWith(CAUSE) && !line.contains(COMMAND))
                    .reduce((one, two) -> two)
                    .map(line -> line.substring(CAUSE.length()).strip());
        }

        /** Puts behind each exit code which fork it is of: the last argument of the command, a file of its own. */
        private static Stream<String> forksNamed(String text) {
            List<String> lines = new ArrayList<>();
            String fork = "";
            for (String line : text.lines().toList()) {
                if (line.startsWith(COMMAND)) {
                    Matcher file = FORK_FILE.matcher(line.strip());
                    fork = file.find() ? file.group(1) : "";
                }
                lines.add(line.startsWith(EXIT_CODE) && !fork.isEmpty() ? line.strip() + OF_FORK + fork : line);
            }
            return lines.stream();
        }
    }
}
