package io.github.surefoot.maven;

import io.github.surefoot.analysis.report.SuitePart;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.surefire.TestExecution;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Where the page of a module is, and what it is put together from.
 *
 * @param module the module
 */
record ModuleReport(MavenProject module) {

    /** Returns the name of the module. */
    String name() {
        return module.getGroupId() + ":" + module.getArtifactId();
    }

    /** Returns the page of all suites of the module. */
    Path page() {
        return directory().resolve("report").resolve("index.html");
    }

    private Path directory() {
        return Path.of(module.getBuild().getDirectory(), "surefoot");
    }

    /**
     * Reads the parts that are there, of this build and of earlier ones: those of Surefire before those of Failsafe, each
     * in the order of the POM, and then what builds have judged that named an execution which no build runs by itself.
     *
     * @throws IOException if one cannot be read
     */
    List<SuitePart> parts() throws IOException {
        List<SuitePart> parts = new ArrayList<>();
        for (Path directory : suites()) {
            SuitePart.read(new RunDirectories(directory).reportPart()).ifPresent(parts::add);
        }
        return parts;
    }

    private Set<Path> suites() throws IOException {
        Set<Path> suites = new LinkedHashSet<>();
        for (TestPlugin plugin : TestPlugin.values()) {
            TestExecution.in(module, plugin).forEach(execution -> suites.add(directory(execution.directory())));
        }
        try (Stream<Path> others = Files.list(directory())) {
            others.sorted()
                    .filter(Files::isDirectory)
                    // What failed and ran again is no suite of the module, and has a page of its own.
                    .filter(other -> !other.endsWith(RunDirectories.RERUN))
                    .forEach(suites::add);
        } catch (NoSuchFileException nothingYet) {
            return suites;
        }
        return suites;
    }

    private Path directory(String suite) {
        return suite.isEmpty() ? directory() : directory().resolve(suite);
    }
}
