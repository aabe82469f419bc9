package io.github.surefoot.surefire.loader;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The class path of tests, in its order, and which of it is the project's own: its classes are new each round.
 *
 * <p>What the system's loader is made with does without lambdas and joined texts: for these, the JVM needs that loader.
 *
 * @param entries from the first to the last
 */
public record RoundClassPath(List<Entry> entries) {
    private static final String OWN = "own ";
    private static final String LIBRARY = "library ";

    /** Copies the list. */
    public RoundClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * A directory or a jar.
     *
     * @param path where it is; it need not exist
     * @param own whether it is the project's
     */
    public record Entry(Path path, boolean own) {
        /** A directory ends with a slash, be it there or not. */
        URL url() {
            String url = path.toUri().toString();
            try {
                return new URL(url.endsWith("/") || Files.isRegularFile(path) ? url : url.concat("/"));
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("An entry of the class path has no URL: ".concat(url), e);
            }
        }

        private String prefixOfResources() {
            String url = url().toString();
            return url.endsWith("/") ? url : "jar:" + url + "!/";
        }
    }

    /**
     * Reads what {@link #lines()} gave.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line is neither of an own entry nor of a library
     */
    public static RoundClassPath read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(OWN)) {
                entries.add(new Entry(Path.of(line.substring(OWN.length())), true));
            } else if (line.startsWith(LIBRARY)) {
                entries.add(new Entry(Path.of(line.substring(LIBRARY.length())), false));
            } else {
                throw new IllegalArgumentException(String.join(
                        "'", "", line, " is no entry of a class path. It must begin with ", OWN, " or ", LIBRARY, ""));
            }
        }
        return new RoundClassPath(entries);
    }

    /** Returns it as lines of a file, one an entry. */
    public List<String> lines() {
        return entries.stream()
                .map(entry -> (entry.own() ? OWN : LIBRARY) + entry.path())
                .toList();
    }

    URL[] urls(boolean own) {
        List<URL> result = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.own() == own) {
                result.add(entry.url());
            }
        }
        return result.toArray(new URL[0]);
    }

    /** Tells whether no library stands before anything of the project: then the project's always goes first. */
    boolean ownFirst() {
        boolean library = false;
        for (Entry entry : entries) {
            if (library && entry.own()) {
                return false;
            }
            library |= !entry.own();
        }
        return true;
    }

    /** Compares resources by the place of their entries; one that a jar's manifest has brought in comes last. */
    Comparator<URL> order() {
        List<String> prefixes = entries.stream().map(Entry::prefixOfResources).toList();
        return Comparator.comparingInt(url -> IntStream.range(0, prefixes.size())
                .filter(index -> url.toString().startsWith(prefixes.get(index)))
                .findFirst()
                .orElse(prefixes.size()));
    }
}
