package io.github.surefoot.maven.loop;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.probe.ProbeReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a failed run has left.
 *
 * @param directory where it is
 */
public record KeptFailure(Path directory) {

    /**
     * Returns what to tell of it.
     *
     * @param failure how it failed
     * @param wanted the tests that ran, for a failure of none of them
     * @param when it failed: in which run, after how long
     */
    public List<String> lines(ProbeReply failure, String wanted, String when) {
        String type = failure.type().substring(failure.type().lastIndexOf('.') + 1);
        String why = Stream.of(type, failure.message())
                .filter(part -> !part.isEmpty())
                .reduce((one, two) -> two.startsWith(one) ? two : one + ": " + two)
                .orElse("no reason was given");
        List<String> lines = new ArrayList<>();
        try {
            lines.add("FAILED " + test().map(KeptFailure::shortName).orElse(wanted) + " " + when + ": " + why);
            add(lines, "stack trace", directory.resolve(KeptFiles.FAILURE));
            add(lines, "threads    ", directory.resolve(KeptFiles.THREADS));
            add(lines, "output     ", directory.resolve(KeptFiles.OUTPUT));
            for (Path database : databases()) {
                lines.add("  database     " + database);
            }
        } catch (IOException e) {
            lines.add("  what it has left in " + directory + " cannot be read: " + e.getMessage());
        }
        return lines;
    }

    private Optional<String> test() throws IOException {
        Path file = directory.resolve(KeptFiles.FAILURE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst();
        }
    }

    private List<Path> databases() throws IOException {
        Path databases = directory.resolve(KeptFiles.DATABASES);
        if (!Files.isDirectory(databases)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(databases)) {
            return files.sorted().toList();
        }
    }

    private static void add(List<String> lines, String what, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            lines.add("  " + what + "  " + file);
        }
    }

    private static String shortName(String name) {
        int hash = name.indexOf('#');
        String className = hash < 0 ? name : name.substring(0, hash);
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return hash < 0 ? simple : simple + "." + name.substring(hash + 1);
    }
}
