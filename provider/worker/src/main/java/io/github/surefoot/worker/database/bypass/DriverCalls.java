package io.github.surefoot.worker.database.bypass;

import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.engine.DriverClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of the project's own code that open connections by the driver's own classes. Nothing is called when
 * they run, so no stack trace can be taken; but the compiler has left in the class files which lines these are.
 */
final class DriverCalls {
    private static final String SUFFIX = ".class";

    private final DriverClasses driver;
    private final ClassLoader loader;

    DriverCalls(DriverClasses driver, ClassLoader loader) {
        this.driver = driver;
        this.loader = loader;
    }

    /** Returns the lines in one class and its inner ones, as stack traces write them. */
    List<String> in(String className) throws IOException {
        Search search = new Search();
        search.follow(className, name -> name.startsWith(className + "$"));
        return List.copyOf(search.lines);
    }

    /**
     * Returns the lines in a class and in all it leads to, the nearest first; if there is none, those in all classes
     * that were compiled to the same places, as for an application that wires its parts by name.
     *
     * @return no line if only a library opens such connections: libraries are not looked through
     */
    List<String> reachableFrom(String className) throws IOException {
        Search search = new Search();
        search.follow(className, name -> true);
        if (search.lines.isEmpty()) {
            for (Path root : search.roots) {
                search.lookThrough(root);
            }
        }
        return List.copyOf(search.lines);
    }

    /** Only directories hold the project's own classes; what lies in a jar is a library. */
    private Optional<Path> file(String className) throws IOException {
        URL url = loader.getResource(className.replace('.', '/') + SUFFIX);
        if (url == null || !"file".equals(url.getProtocol())) {
            return Optional.empty();
        }
        try {
            URI uri = url.toURI();
            return Optional.of(Path.of(uri));
        } catch (URISyntaxException e) {
            throw new IOException("No path: " + url, e);
        }
    }

    /** One search, and what it has found. */
    private final class Search {
        private final Set<String> seen = new LinkedHashSet<>();
        private final Set<Path> roots = new LinkedHashSet<>();
        private final Set<String> lines = new LinkedHashSet<>();

        private void follow(String className, Predicate<String> where) throws IOException {
            Deque<String> next = new ArrayDeque<>(List.of(className));
            while (!next.isEmpty()) {
                String name = next.remove();
                Optional<Path> file = seen.add(name) ? file(name) : Optional.empty();
                if (file.isPresent()) {
                    DriverCallsOfClass found = look(file.get());
                    found.referred().stream().filter(where).forEach(next::add);
                    addRoot(name, file.get());
                }
            }
        }

        private DriverCallsOfClass look(Path file) throws IOException {
            DriverCallsOfClass found = DriverCallsOfClass.read(Files.readAllBytes(file), driver);
            if (OpenSite.isUsers(found.className())) {
                lines.addAll(found.lines());
            }
            return found;
        }

        /** The directory that holds the packages: as far above the class file as its name has parts. */
        private void addRoot(String className, Path file) {
            @Nullable Path root = file;
            for (int up = className.split("\\.").length; up > 0 && root != null; up--) {
                root = root.getParent();
            }
            if (root != null) {
                roots.add(root);
            }
        }

        private void lookThrough(Path root) throws IOException {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX))
                        .sorted()
                        .toList()) {
                    look(file);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
