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

    /** Returns the test that failed, as far as its JVM could say. */
    Optional<String> test() throws IOException {
        Path file = directory.resolve(KeptFiles.FAILURE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst();
        }
    }

    /**
     * Returns what to tell of it.
     *
     * @param result how the loop ended
     * @param wanted the tests that ran
     */
    public List<String> lines(Loop.Result result, ProbeReply failure, String wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        String type = failure.type().substring(failure.type().lastIndexOf('.') + 1);
        String why = Stream.of(type, failure.message())
                .filter(part -> !part.isEmpty())
                .reduce((one, two) -> two.startsWith(one) ? two : one + ": " + two)
                .orElse("no reason was given");
        lines.add("FAILED " + test().map(KeptFailure::shortName).orElse(wanted) + " in run " + (result.passed() + 1)
                + ", after " + result.text() + ": " + why);
        add(lines, "stack trace", directory.resolve(KeptFiles.FAILURE));
        add(lines, "threads    ", directory.resolve(KeptFiles.THREADS));
        add(lines, "output     ", directory.resolve(KeptFiles.OUTPUT));
        Path databases = directory.resolve(KeptFiles.DATABASES);
        if (Files.isDirectory(databases)) {
            try (Stream<Path> files = Files.list(databases)) {
                files.sorted().forEach(file -> lines.add("  database     " + file));
            }
        }
        return lines;
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
