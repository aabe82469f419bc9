package io.github.surefoot.surefire.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds processes that tests have started and left behind. One that has inherited the worker's output keeps Surefire, and
 * so the build, waiting for its end.
 */
public final class LeftProcesses {
    /** To look takes a millisecond, and a class may take less. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final ProcessHandle worker;
    private final Set<Long> known = new HashSet<>();
    private final Map<ProcessHandle, Left> left = new LinkedHashMap<>();
    private final Set<String> ran = new LinkedHashSet<>();
    private long lastLook = System.nanoTime();

    private LeftProcesses(ProcessHandle worker) {
        this.worker = worker;
    }

    /**
     * A process that was left.
     *
     * @param text which, for people; nothing of its command line but the program, since the rest may be secret
     * @param className the class that left it; empty if it may have been any of several
     */
    public record Left(String text, String className) {}

    /** Begins: what runs now was started by no test. */
    public static LeftProcesses since(ProcessHandle worker) {
        LeftProcesses result = new LeftProcesses(worker);
        result.alive().forEach(process -> result.known.add(process.pid()));
        return result;
    }

    /** Tells what classes have left that ended since the last look, if that is not just now. */
    public synchronized List<Left> classFinished(String className) {
        ran.add(className);
        return System.nanoTime() - lastLook < LOOK_EVERY.toNanos() ? List.of() : look();
    }

    /** Tells what classes have left that ended since the last look. */
    public synchronized List<Left> look() {
        lastLook = System.nanoTime();
        String className = ran.size() == 1 ? ran.iterator().next() : "";
        List<Left> result = new ArrayList<>();
        alive().filter(process -> known.add(process.pid())).forEach(process -> {
            String oneOf = ran.size() > 1 ? ", left by one of " + String.join(", ", ran) : "";
            Left one = new Left(text(process) + oneOf, className);
            left.put(process, one);
            result.add(one);
        });
        ran.clear();
        return result;
    }

    /** Returns what was told of and still runs. */
    public synchronized List<Left> stillThere() {
        return left.entrySet().stream()
                .filter(entry -> entry.getKey().isAlive())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What they have started themselves goes with them. */
    private Stream<ProcessHandle> alive() {
        return worker.children().filter(ProcessHandle::isAlive);
    }

    private static String text(ProcessHandle process) {
        return "process " + process.pid()
                + process.info().command().map(command -> " (" + command + ")").orElse("");
    }
}
