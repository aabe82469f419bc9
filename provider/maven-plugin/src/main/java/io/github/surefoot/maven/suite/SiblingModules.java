package io.github.surefoot.maven.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * The other modules of a build that one module's tests use: part of its suite by their sources where this build compiles
 * them, and by the jar where it takes one that an earlier build has left.
 */
public final class SiblingModules {
    private final MavenProject project;
    private final Map<String, MavenProject> built;
    private final Map<String, MavenProject> all;

    /**
     * Looks at the modules of a session.
     *
     * @param built those that this build builds
     * @param all those, and the others that its root has
     */
    public SiblingModules(MavenProject project, Collection<MavenProject> built, Collection<MavenProject> all) {
        this.project = project;
        this.built = byKey(built);
        this.all = byKey(all);
    }

    private static Map<String, MavenProject> byKey(Collection<MavenProject> projects) {
        Map<String, MavenProject> result = new HashMap<>();
        projects.forEach(one -> result.put(key(one.getGroupId(), one.getArtifactId(), one.getVersion()), one));
        return result;
    }

    private static String key(String groupId, String artifactId, String version) {
        return groupId + ":" + artifactId + ":" + version;
    }

    /** Returns the source and resource directories of those that this build compiles, generated ones left out. */
    public List<SuiteRoot> roots() {
        List<SuiteRoot> roots = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            MavenProject sibling = built.get(key(artifact));
            if (sibling != null) {
                roots.addAll(roots(sibling, artifact.getType().equals("test-jar") || artifact.hasClassifier()));
            }
        }
        return roots;
    }

    private static String key(Artifact artifact) {
        return key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
    }

    /**
     * Returns the source and resource directories of a module, without those that its build generates, which differ from
     * build to build.
     *
     * @param tests whether its tests count too
     */
    public static List<SuiteRoot> roots(MavenProject module, boolean tests) {
        Path build = Path.of(module.getBuild().getDirectory());
        List<String> sources = new ArrayList<>(module.getCompileSourceRoots());
        List<Resource> resources = new ArrayList<>(module.getResources());
        if (tests) {
            sources.addAll(module.getTestCompileSourceRoots());
            resources.addAll(module.getTestResources());
        }
        List<SuiteRoot> roots = new ArrayList<>();
        sources.forEach(root -> roots.add(SuiteRoot.ofSources(Path.of(root), build)));
        resources.forEach(resource -> roots.add(SuiteRoot.of(resource, build)));
        roots.removeIf(SuiteRoot::isGenerated);
        return roots;
    }

    /**
     * Returns what the jars hold of siblings that this build does not compile, by {@code groupId:artifactId}.
     *
     * @throws IOException if one cannot be read
     */
    public Map<String, String> jars() throws IOException {
        Map<String, String> result = new LinkedHashMap<>();
        for (Artifact artifact : left()) {
            Path jar = artifact.getFile().toPath();
            result.put(
                    artifact.getGroupId() + ":" + artifact.getArtifactId(),
                    artifact.getBaseVersion() + " " + (Files.isRegularFile(jar) ? digest(jar) : ""));
        }
        return result;
    }

    private static String digest(Path jar) throws IOException {
        return HexFormat.of().formatHex(Sha256.start().digest(Files.readAllBytes(jar)));
    }

    /** Returns a sentence on the siblings whose code comes from a jar of an earlier build; empty if there are none. */
    public Optional<String> stale() {
        return left().stream()
                .findFirst()
                .map(artifact -> artifact.getArtifactId()
                        + ", a module of this build, is not part of it now: its code would be that of "
                        + artifact.getFile() + ". Add -am, which compiles what the module needs.");
    }

    private List<Artifact> left() {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getFile() != null
                        && !built.containsKey(key(artifact))
                        && all.containsKey(key(artifact)))
                .toList();
    }

    /** Tells whether the module needs another one of the build. */
    public boolean any() {
        return project.getDependencies().stream()
                .map(dependency -> key(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion()))
                .anyMatch(all::containsKey);
    }
}
