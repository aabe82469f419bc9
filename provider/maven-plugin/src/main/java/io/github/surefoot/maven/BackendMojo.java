package io.github.surefoot.maven;

import io.github.surefoot.maven.backend.BackendReport;
import io.github.surefoot.maven.backend.BackendRules;
import io.github.surefoot.maven.backend.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the classes of the module, tests included, that open connections by themselves, and the dependencies that bring
 * an embedded database or a connection pool. Fails for what {@code surefoot.backend.banned} names, but for the exceptions
 * of {@code surefoot.backend.allowed}.
 */
@Mojo(
        name = "backend",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class BackendMojo extends AbstractSurefootMojo {
    private static final String FILE = "backend.json";
    private static final Pattern SOURCES = Pattern.compile(".*\\.(java|kt|groovy|scala)");

    /** Called by Maven. */
    @Inject
    public BackendMojo(BuildPluginManager plugins) {
        super(plugins);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        BackendRules rules = BackendRules.parse(
                property(BackendRules.BANNED).orElse(""),
                property(BackendRules.ALLOWED).orElse(""));
        Path main = Path.of(project().getBuild().getOutputDirectory());
        Path test = Path.of(project().getBuild().getTestOutputDirectory());
        refuseIfNotCompiled(project().getCompileSourceRoots(), main);
        if (!testsAreLeftOut()) {
            refuseIfNotCompiled(project().getTestCompileSourceRoots(), test);
        }
        BackendReport report = BackendReport.of(rules, main, test, dependencies());
        Path file = directories().root().resolve(FILE);
        report.writeJson(file);
        report.console().forEach(console()::print);
        console().info("Surefoot: all of it is in " + file);
        if (report.banned() > 0) {
            throw new MojoFailureException("Surefoot: " + report.banned() + " banned ways past the worker's database"
                    + " (lines BANNED above). Remove them, or name the class or the artefact in "
                    + BackendRules.ALLOWED + ".");
        }
    }

    /** Refuses to find nothing where there is nothing yet to look at. */
    private void refuseIfNotCompiled(List<String> roots, Path classes) throws MojoExecutionException, IOException {
        for (String root : roots) {
            if (!Files.isDirectory(classes) && hasSources(Path.of(root))) {
                throw new MojoExecutionException("There are sources in " + root + ", but no classes in " + classes
                        + ": surefoot:backend reads class files. Compile them first: "
                        + typed().afterCompilation("backend"));
            }
        }
    }

    private static boolean hasSources(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(file -> SOURCES.matcher(file.toString()).matches());
        }
    }

    private boolean testsAreLeftOut() {
        String value = session()
                .getUserProperties()
                .getProperty("maven.test.skip", project().getProperties().getProperty("maven.test.skip", "false"));
        // Maven takes a bare -Dmaven.test.skip for true, and so hands it on.
        return Boolean.parseBoolean(value);
    }

    private List<Dependency> dependencies() {
        return project().getArtifacts().stream()
                .map(BackendMojo::dependency)
                .distinct()
                .sorted(Comparator.comparing(Dependency::key))
                .toList();
    }

    private static Dependency dependency(Artifact artifact) {
        List<String> trail = artifact.getDependencyTrail() == null
                ? List.of()
                : artifact.getDependencyTrail().stream().map(BackendMojo::key).toList();
        // It begins with the project and ends with the artefact itself.
        List<String> between = trail.size() > 2 ? trail.subList(1, trail.size() - 1) : List.of();
        return new Dependency(
                artifact.getGroupId() + ":" + artifact.getArtifactId(),
                artifact.getVersion(),
                artifact.getScope() == null ? Artifact.SCOPE_COMPILE : artifact.getScope(),
                between);
    }

    /** Returns {@code groupId:artifactId} of {@code groupId:artifactId:type:version:scope}. */
    private static String key(String trail) {
        String[] parts = trail.split(":", -1);
        return parts[0] + ":" + parts[1];
    }
}
