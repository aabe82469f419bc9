package io.github.surefoot.maven.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The commit that is checked out. Read from the files of git, so that no git needs to be installed. */
public final class Commit {
    /** As GitHub Actions, GitLab CI and Jenkins tell it. */
    private static final List<String> VARIABLES = List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");

    private static final String REFERENCE = "ref: ";

    private Commit() {}

    /** Returns the commit of the checkout that a directory is in, if it is in one. */
    public static Optional<String> of(Path directory, UnaryOperator<@Nullable String> environment) {
        return VARIABLES.stream()
                .map(environment)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .or(() -> fromGit(directory));
    }

    private static Optional<String> fromGit(Path directory) {
        for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return head(git);
            }
        }
        return Optional.empty();
    }

    /** A commit that cannot be read is not told: it explains a run, and decides nothing. */
    private static Optional<String> head(Path git) {
        try {
            String head = Files.readString(git.resolve("HEAD")).strip();
            if (!head.startsWith(REFERENCE)) {
                return Optional.of(head);
            }
            String reference = head.substring(REFERENCE.length());
            Path loose = git.resolve(reference);
            return Files.exists(loose) ? Optional.of(Files.readString(loose).strip()) : packed(git, reference);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> packed(Path git, String reference) throws IOException {
        Path packed = git.resolve("packed-refs");
        if (!Files.exists(packed)) {
            return Optional.empty();
        }
        return Files.readAllLines(packed).stream()
                .filter(line -> line.endsWith(" " + reference))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }
}
