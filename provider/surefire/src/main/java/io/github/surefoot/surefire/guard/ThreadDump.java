package io.github.surefoot.surefire.guard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stack traces of all threads of this JVM at one moment. */
public final class ThreadDump {
    /** Threads of ours, which only look on. */
    private static final String OWN = "surefoot-";

    private final List<Map.Entry<Thread, StackTraceElement[]>> threads;

    private ThreadDump(List<Map.Entry<Thread, StackTraceElement[]>> threads) {
        this.threads = threads;
    }

    static ThreadDump now() {
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
