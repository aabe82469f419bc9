package io.github.surefoot.maven.backend;

import java.util.List;

/**
 * An artefact on the test class path.
 *
 * @param key {@code groupId:artifactId}
 * @param version its version
 * @param scope its scope
 * @param trail what brings it, the project's own dependency first, each as {@code groupId:artifactId}; empty if the
 *     project itself declares it
 */
public record Dependency(String key, String version, String scope, List<String> trail) {
    /** Copies its trail. */
    public Dependency {
        trail = List.copyOf(trail);
    }
}
