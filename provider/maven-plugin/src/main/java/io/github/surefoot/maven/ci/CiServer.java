package io.github.surefoot.maven.ci;

import io.github.surefoot.analysis.ci.GitHub;
import io.github.surefoot.analysis.ci.GitHubSearch;
import io.github.surefoot.analysis.ci.GitLab;
import io.github.surefoot.analysis.ci.SourceFinder;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The CI server this build runs on, by the variables that servers set: GitHub Actions ({@code GITHUB_STEP_SUMMARY},
 * {@code GITHUB_ACTIONS}) and GitLab CI ({@code GITLAB_CI}). Others read the XML reports.
 */
public final class CiServer {
    private static final String CODE_QUALITY = "gl-code-quality-report.json";

    private final UnaryOperator<@Nullable String> environment;
    private final SourceFinder sources;

    /**
     * Looks for a server.
     *
     * @param environment the variables of Maven's environment
     * @param project the directory of the module, from which its paths are found if the server does not say where the
     *     repository is
     * @param sourceRoots the directories of its test sources
     */
    public CiServer(UnaryOperator<@Nullable String> environment, Path project, List<Path> sourceRoots) {
        this.environment = environment;
        @Nullable String root = environment.apply("GITHUB_WORKSPACE");
        @Nullable String gitlab = environment.apply("CI_PROJECT_DIR");
        Path repository = root != null ? Path.of(root) : gitlab != null ? Path.of(gitlab) : project;
        this.sources = new SourceFinder(repository, sourceRoots);
    }

    /** Tells whether a CI server runs this build: any that says so, as nearly all do. */
    public static boolean isPresent(UnaryOperator<@Nullable String> environment) {
        return Stream.of("CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD")
                .map(name -> Optional.ofNullable(environment.apply(name)))
                .flatMap(Optional::stream)
                .anyMatch(value -> !value.isBlank() && !value.equalsIgnoreCase("false"));
    }

    /**
     * Tells the server what came of a run.
     *
     * @param directory where files for it are written
     * @throws IOException if they cannot be
     */
    public void tell(Judgement judgement, Path directory) throws IOException {
        GitHub gitHub = new GitHub(judgement);
        addToSummary(gitHub.summary());
        if (Objects.equals(environment.apply("GITHUB_ACTIONS"), "true")) {
            WorkflowConsole.print(gitHub.annotations(sources));
        }
        if (Objects.equals(environment.apply("GITLAB_CI"), "true")) {
            Files.write(directory.resolve(CODE_QUALITY), utf8(new GitLab(judgement).codeQuality(sources)));
        }
    }

    /**
     * Tells the server what came of a search.
     *
     * @param fails whether finds fail the build
     * @throws IOException if a file for it cannot be written
     */
    public void tell(GitHubSearch search, boolean fails) throws IOException {
        addToSummary(search.summary());
        if (Objects.equals(environment.apply("GITHUB_ACTIONS"), "true")) {
            WorkflowConsole.print(search.annotations(sources, fails));
        }
    }

    private void addToSummary(String text) throws IOException {
        @Nullable String summary = environment.apply("GITHUB_STEP_SUMMARY");
        if (summary != null && !summary.isBlank()) {
            Files.write(Path.of(summary), utf8(text + "\n"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Files.writeString would refuse it all for one name with a lone surrogate; here that is a "?". */
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
