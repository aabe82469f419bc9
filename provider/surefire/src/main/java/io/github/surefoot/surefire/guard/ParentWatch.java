package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.protocol.SecretsDirectory;
import io.github.surefoot.surefire.redact.SurefireDumps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends this JVM when Maven is gone. Surefire notices that too, but then waits for shutdown hooks, half a minute if they
 * hang; and what Maven held for its workers nobody else removes.
 */
public final class ParentWatch {
    /** The exit code of a worker that was ended here. */
    static final int EXIT_CODE = 125;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ProcessHandle maven;
    private final Optional<Path> secrets;
    private final SurefireDumps dumps;

    private ParentWatch(ProcessHandle maven, Optional<Path> secrets, SurefireDumps dumps) {
        this.maven = maven;
        this.secrets = secrets;
        this.dumps = dumps;
    }

    /**
     * Watches Maven, if it can be seen from here: a JVM in a container of its own has other processes.
     *
     * @param pid Maven's process
     * @param started when it was started, as it says itself; empty if it does not know
     * @param secrets the file of the secrets that Maven holds for its workers
     * @param dumps what Surefire writes beside its reports
     * @param done whether this worker has run its tests to the end
     */
    public static void start(
            long pid, Optional<Instant> started, Optional<Path> secrets, SurefireDumps dumps, BooleanSupplier done) {
        ProcessHandle.of(pid)
                .filter(process -> process.info().startInstant().equals(started))
                .ifPresent(maven -> new ParentWatch(maven, secrets, dumps).start(done));
    }

    private void start(BooleanSupplier done) {
        new WatchThread("surefoot-parent-watch").start(this::watch);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> atTheEnd(done.getAsBoolean() ? Duration.ZERO : LOOK_EVERY), "surefoot-parent"));
    }

    /**
     * Surefire may notice first that Maven is gone, at its closed pipe, and end this JVM.
     *
     * @param patience how long Maven may take to be gone: a worker that has done its work ends without any delay
     */
    private void atTheEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isGone() && System.nanoTime() < end) {
            WatchThread.pause(SHORT_PAUSE);
        }
        if (isGone()) {
            cleanUp();
        }
    }

    /** A process that has ended counts as alive until its parent has looked at it, but has no command any more. */
    private boolean isGone() {
        return !maven.isAlive() || maven.info().command().isEmpty();
    }

    private void cleanUp() {
        secrets.ifPresent(ParentWatch::remove);
        try {
            dumps.mask();
        } catch (IOException e) {
            // Nobody is left to be told.
            return;
        }
    }

    private void watch() {
        while (!isGone()) {
            WatchThread.pause(LOOK_EVERY);
        }
        secrets.ifPresent(ParentWatch::remove);
        WatchThread.pauseFully(GRACE);
        cleanUp();
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /** The directory is Maven's own, with a name that says so: nothing else is in it than the file and Maven's lock. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            @Nullable Path directory = file.getParent();
            if (directory != null && directory.getFileName().toString().startsWith(SecretsDirectory.PREFIX)) {
                Files.deleteIfExists(directory.resolve(SecretsDirectory.LOCK));
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // Nobody is left to be told; the next build that holds secrets sweeps what this one left.
            return;
        }
    }
}
