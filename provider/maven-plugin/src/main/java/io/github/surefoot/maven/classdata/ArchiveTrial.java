package io.github.surefoot.maven.classdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tries whether a JVM can start with an archive, before workers do. */
final class ArchiveTrial {
    private static final int PATIENCE_SECONDS = 20;

    private ArchiveTrial() {}

    /**
     * Tells whether it can.
     *
     * @param home where the JVM is installed
     * @param arguments a file of arguments that name the archive
     */
    static boolean succeeds(String home, Path arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(home, "bin", "java").toString());
        command.add("@" + arguments);
        // Unlike a worker, it must not do without.
        command.add("-Xshare:on");
        command.add("-version");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
