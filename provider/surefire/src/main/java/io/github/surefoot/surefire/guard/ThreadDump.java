package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The stack traces of all threads of this JVM at one moment. */
public final class ThreadDump {
    /** Threads of ours, which only look on. */
    private static final String OWN = "surefoot-";

    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);

    private final List<Map.Entry<Thread, StackTraceElement[]>> threads;

    private ThreadDump(List<Map.Entry<Thread, StackTraceElement[]>> threads) {
        this.threads = threads;
    }

    /**
     * Asks all threads, but waits for their answer no longer than a limit: a thread in a loop without a safepoint does
     * not answer, and may hold up all others that would wait for it.
     *
     * @return empty if they did not answer
     */
    static Optional<ThreadDump> within(Duration limit) {
        CompletableFuture<ThreadDump> answer = new CompletableFuture<>();
        new WatchThread("surefoot-thread-dump").start(() -> {
            try {
                answer.complete(now());
            } catch (Throwable e) {
                // Everything, an exhausted heap too: whoever waits ends this JVM, with or without it.
                answer.completeExceptionally(e);
            }
        });
        long end = System.nanoTime() + limit.toNanos();
        while (!answer.isDone() && System.nanoTime() < end) {
            WatchThread.pause(SHORT_PAUSE);
        }
        return answer.isDone() && !answer.isCompletedExceptionally() ? Optional.of(answer.join()) : Optional.empty();
    }

    /** Returns a text for people, whether the threads have answered or not. */
    public static String text(Optional<ThreadDump> dump) {
        return dump.map(threads -> Outcome.Hung.THREADS + "\n" + threads)
                .orElse(
                        "Its threads did not say what they do: one of them is in a loop that the JVM cannot interrupt.");
    }

    /** Asks all threads, and waits for their answer. */
    public static ThreadDump now() {
        return new ThreadDump(Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !thread.getKey().getName().startsWith(OWN))
                .sorted(Comparator.comparingLong(thread -> thread.getKey().getId()))
                .toList());
    }

    /** Returns the first of some classes that a thread is in, itself or in a class nested in it. */
    public Optional<String> anyOf(Set<String> classes) {
        return threads.stream()
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .map(StackTraceElement::getClassName)
                .map(name -> name.replaceFirst("\\$.*", ""))
                .filter(classes::contains)
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> thread : threads) {
            text.append('"')
                    .append(thread.getKey().getName())
                    .append("\" ")
                    .append(thread.getKey().getState())
                    .append('\n');
            for (StackTraceElement frame : thread.getValue()) {
                text.append("\tat ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
