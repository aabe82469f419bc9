package io.github.surefoot.analysis.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the sources of a module are, so that the page can open them in an IDE: on the machine that ran the tests, for
 * nowhere else are they in the same place.
 */
public final class SourceRoots {
    private final Path module;
    private final List<Path> roots;
    private final Map<String, Optional<String>> known = new HashMap<>();

    /**
     * Names the places.
     *
     * @param module the directory of the module
     * @param roots its directories of sources, of tests and of what they test
     */
    public SourceRoots(Path module, List<Path> roots) {
        this.module = module.toAbsolutePath().normalize();
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /** Returns none, for a run of which nobody knows where its sources are. */
    public static SourceRoots unknown() {
        return new SourceRoots(Path.of(""), List.of());
    }

    boolean isKnown() {
        return !roots.isEmpty();
    }

    /** Returns the directory of the module as a browser spells it in the address of a file, with a slash at its end. */
    String address() {
        String path = module.toUri().getPath();
        return path.endsWith("/") ? path : path + "/";
    }

    /**
     * Finds a file.
     *
     * @param path as a stack trace tells it, e.g. {@code com/example/CartTest.java}
     * @return its path from the module, with slashes; empty if it is in none of the directories
     */
    Optional<String> find(String path) {
        return known.computeIfAbsent(path, name -> roots.stream()
                .map(root -> root.resolve(name).normalize())
                .filter(file -> file.startsWith(module) && Files.isRegularFile(file))
                .map(file -> module.relativize(file).toString().replace('\\', '/'))
                .findFirst());
    }
}
