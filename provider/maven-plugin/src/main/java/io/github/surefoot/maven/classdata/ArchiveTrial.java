package io.github.surefoot.maven.classdata;

import java.io.IOException;
import java.nio.file.Path;

/** Tries whether a JVM can start with an archive, before workers do. */
final class ArchiveTrial {
    private ArchiveTrial() {}

    /**
     * Tells whether it can.
     *
     * @param home where the JVM is installed
     * @param arguments a file of arguments that name the archive
     */
    static boolean succeeds(String home, Path arguments) throws IOException, InterruptedException {
        return WatchedProcess.start(
                        arguments,
                        Path.of(home, "bin", "java").toString(),
                        "@" + arguments,
                        // Unlike a worker, it must not do without.
                        "-Xshare:on",
                        "-version")
                .succeeds();
    }
}
