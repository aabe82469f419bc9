package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What suites are made with.
 *
 * @param checkout the root of Surefoot's own source tree
 * @param maven starts Maven
 * @param versions what {@code @surefoot.version@} and the like in the projects' POMs mean
 */
record Workshop(Path checkout, Maven maven, Versions versions) {
    /**
     * Copies a project of the integration tests and fills in versions.
     *
     * @param name its directory in {@code provider/its/projects}
     */
    void copy(String name, Path to) throws IOException {
        Path from = checkout.resolve("provider/its/projects").resolve(name);
        if (!Files.isDirectory(from)) {
            throw new IOException("There is no project " + from);
        }
        Trees.copy(from, to);
        Path pom = to.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("@surefoot.version@", versions.surefoot()));
        root(to);
    }

    /** Makes a directory the root of its build: Maven must not find Surefoot's own further up. */
    static void root(Path project) throws IOException {
        Files.createDirectories(project.resolve(".mvn"));
    }

    /** Deletes the test classes that a copied project came with. */
    static void withoutTests(Path project) throws IOException {
        Path tests = project.resolve("src/test");
        try (Stream<Path> children = Files.exists(tests) ? Files.list(tests) : Stream.empty()) {
            for (Path child : children.toList()) {
                Trees.delete(child);
            }
        }
    }
}
