package io.github.surefoot.maven.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

        private static final List<String> NOISE = List.of(
                "Command was",
                "See ",
                "\tat ",
                "Caused by:",
                "Error occurred in starting fork",
                "org.apache.maven.surefire.booter.",
                "ExecutionException ");

        /** So Surefire begins what it knows of a worker that died. */
        private static final String DEATH = "Process Exit Code";

        /** Returns what Surefire said, without the stack traces and the command lines it quotes. */
        public String message() {
            return String.join("\n", lines().distinct().toList());
        }

        /** Returns what Surefire said of the workers that died in some classes; all it said if it names none. */
        public String messageAbout(Set<String> classes) {
            List<List<String>> deaths = new ArrayList<>();
            lines().forEach(line -> {
                if (line.startsWith(DEATH)) {
                    deaths.add(new ArrayList<>());
                }
                if (!deaths.isEmpty()) {
                    deaths.get(deaths.size() - 1).add(line);
                }
            });
            List<String> about = deaths.stream()
                    .filter(death -> death.stream().map(String::strip).anyMatch(classes::contains))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            return about.isEmpty() ? message() : String.join("\n", about);
        }

        private Stream<String> lines() {
            return Objects.requireNonNullElse(exception.getMessage(), exception.toString())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> NOISE.stream().noneMatch(line::startsWith));
        }
    }
}
