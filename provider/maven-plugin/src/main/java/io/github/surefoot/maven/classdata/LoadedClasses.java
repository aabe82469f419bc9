package io.github.surefoot.maven.classdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a JVM says of the classes that it has loaded: a line each, with the class and its source. */
final class LoadedClasses {
    private static final Pattern LINE = Pattern.compile("(\\S+) source: (\\S+)");
    private static final String OF_THE_JDK = "jrt:/";

    private LoadedClasses() {}

    /**
     * Returns the names of the classes of the JDK and of libraries, in the order in which they were loaded. Those that
     * are made while a JVM runs, and those of the project, are of no use in an archive.
     *
     * @param log what a JVM has written; may be cut off, or not be there at all
     * @throws IOException if it cannot be read
     */
    static List<String> read(Path log, List<Path> libraries) throws IOException {
        Set<String> sources = libraries.stream().map(LoadedClasses::source).collect(Collectors.toUnmodifiableSet());
        // A JVM writes bytes as it has them in class files: names beyond ASCII are left out below, not a fault.
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return List.copyOf(lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> line.group(2).startsWith(OF_THE_JDK) || sources.contains(line.group(2)))
                    .map(line -> line.group(1))
                    .filter(name -> StandardCharsets.US_ASCII.newEncoder().canEncode(name))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        } catch (NoSuchFileException e) {
            // A test may have removed it.
            return List.of();
        }
    }

    /** Returns a jar as a JVM names it: a URL with one slash. */
    private static String source(Path library) {
        return library.toUri().toASCIIString().replaceFirst("^file:/+", "file:/");
    }
}
