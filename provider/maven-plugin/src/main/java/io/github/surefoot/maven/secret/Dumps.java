package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that are written past all listeners when something goes wrong in a worker, in which secrets are masked
 * afterwards. Heap and core dumps are not among them: nothing is left of such a file when it is masked.
 *
 * @param build below which Surefire writes its dump files
 * @param module where the JVM writes its error report when it crashes
 * @param told what is told of each file that showed a secret
 */
record Dumps(List<Path> build, List<Path> module, Consumer<String> told) {
    private static final Pattern OF_SUREFIRE = Pattern.compile(".*\\.(dump|dumpstream)|.*-(commands|events)\\.bin");
    private static final Pattern OF_THE_JVM = Pattern.compile("(hs_err_pid|replay_pid)\\d+\\.log");

    static Dumps none() {
        return new Dumps(List.of(), List.of(), text -> {});
    }

    /**
     * Masks the files that are there.
     *
     * @throws IOException if one of them cannot be read or written
     */
    void mask(Redactor redactor) throws IOException {
        for (Path directory : build) {
            if (Files.isDirectory(directory)) {
                walk(directory, redactor);
            }
        }
        for (Path directory : module) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> matches(OF_THE_JVM, f)).toList()) {
                    mask(file, redactor);
                }
            }
        }
    }

    private void walk(Path directory, Redactor redactor) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && matches(OF_SUREFIRE, file)) {
                    mask(file, redactor);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean matches(Pattern pattern, Path file) {
        return pattern.matcher(String.valueOf(file.getFileName())).matches();
    }

    private void mask(Path file, Redactor redactor) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String masked = redactor.redact(text);
        if (!masked.equals(text)) {
            Files.writeString(file, masked);
            told.accept("Surefoot: masked a secret in " + file);
        }
    }
}
