package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.process.ProcessProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that may take as long as it likes while it gets on: it uses CPU time, or its file grows. */
final class WatchedProcess {
    /** A process that has stood still for so long stays where it is. */
    private static final Duration LONGEST_STANDING = Duration.ofSeconds(60);

    private final Process process;
    private final Path file;
    private final ProcessProgress progress;
    private long size;

    private WatchedProcess(Process process, Path file) {
        this.process = process;
        this.file = file;
        progress = ProcessProgress.of(process.toHandle(), SharedArchive.LOOK_EVERY);
    }

    /**
     * Starts a process whose output nobody wants.
     *
     * @param file what it writes, if anything
     */
    static WatchedProcess start(Path file, String... command) throws IOException {
        return new WatchedProcess(
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                file);
    }

    /** Looks how it gets on, which is to be done often; ends it if it does not. */
    boolean isRunning() {
        if (!process.isAlive()) {
            return false;
        }
        progress.look();
        long now = file.toFile().length();
        if (now > size) {
            progress.moved();
        }
        size = now;
        if (progress.standing().compareTo(LONGEST_STANDING) > 0) {
            process.destroyForcibly();
        }
        return true;
    }

    /** Tells whether it has ended as it should. */
    boolean hasSucceeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    /** Waits for its end. */
    boolean succeeds() throws InterruptedException {
        try {
            while (isRunning()) {
                process.waitFor(SharedArchive.LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
            return hasSucceeded();
        } finally {
            process.destroyForcibly();
        }
    }
}
