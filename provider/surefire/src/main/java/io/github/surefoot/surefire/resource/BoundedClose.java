package io.github.surefoot.surefire.resource;

import io.github.surefoot.core.process.OwnTimeLimit;
import io.github.surefoot.core.resource.WorkerResource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Closes one resource within a limit in this JVM's own time, and names what hangs. */
final class BoundedClose {
    private final WorkerResource resource;
    private final Duration limit;
    private final OwnTimeLimit left;
    private volatile @Nullable Throwable failure;

    /**
     * Prepares to close.
     *
     * @param left what is left of the limit for all resources
     */
    BoundedClose(WorkerResource resource, OwnTimeLimit left) {
        this.resource = resource;
        this.left = left;
        limit = left.left();
    }

    /** Returns what went wrong, a sentence for people. */
    Optional<String> run() {
        Thread thread = new Thread(this::close, "surefoot-close-" + resource.name());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(left.waitMillis());
            while (thread.isAlive() && !left.isOver()) {
                thread.join(left.waitMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Closing the " + resource.name() + " was interrupted.");
        }
        if (thread.isAlive()) {
            return Optional.of("The " + resource.name() + " was not closed within " + limit.toMillis() + " ms"
                    + " (surefoot.disposalTimeout is the limit for all resources of a worker). It hangs at "
                    + position(thread) + ".");
        }
        return Optional.ofNullable(failure)
                .map(e -> "The " + resource.name() + " was not closed: "
                        + Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }

    private void close() {
        try {
            resource.close(limit);
        } catch (Throwable e) {
            // Everything: an error here would end this thread without a word.
            failure = e;
        }
    }

    /** What a thread hangs in is always some native method of Java's own: the line that called it tells more. */
    private static String position(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !ofJava(frame.getModuleName()))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    private static boolean ofJava(@Nullable String module) {
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }
}
