package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs installed side by side with the one that runs the build. */
public final class Jdks {
    private Jdks() {}

    /**
     * Returns the home of a JDK of this feature release, if there is one.
     *
     * @param feature like {@code 25}
     */
    public static Optional<Path> home(int feature) {
        Path own = Path.of(System.getProperty("java.home")).toAbsolutePath().normalize();
        try (Stream<Path> siblings = Files.list(own.resolveSibling("."))) {
            return siblings.filter(home -> isRelease(home, feature)).sorted().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRelease(Path home, int feature) {
        Path release = home.resolve("release");
        Path compiler = home.resolve("bin").resolve("javac");
        if (!Files.isRegularFile(release) || !Files.isExecutable(compiler)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.anyMatch(line -> line.matches("JAVA_VERSION=\"" + feature + "[.\"].*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
