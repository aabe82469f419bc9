package io.github.surefoot.surefire.worker;

import io.github.surefoot.surefire.loader.RoundClassPath;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path of a JVM whose classes are renewed: Maven has made it of what a worker before told, and Surefire puts
 * what it asks for now into the environment.
 */
final class RenewedClassPath {
    private RenewedClassPath() {}

    /**
     * Makes this JVM look to tests as Surefire's own fork does.
     *
     * @param told the class path that this JVM has
     * @throws IllegalStateException if Surefire asks for another: tests must not run on it
     */
    static void settle(RoundClassPath told) {
        @Nullable String asked = System.getenv("CLASSPATH");
        check(asked == null ? "" : asked, told);
        SharedClassData.lookLikeSurefire(System.getProperty("java.class.path", ""));
    }

    static void check(String asked, RoundClassPath told) {
        List<Path> entries = Stream.of(asked.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        if (!entries.equals(
                told.entries().stream().map(RoundClassPath.Entry::path).toList())) {
            throw new IllegalStateException("This worker, which renews the project's classes, was started on another"
                    + " class path than Surefire asks for. Run the build again with fresh workers:"
                    + " -Dsurefoot.workers.kind=fresh.");
        }
    }
}
