package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.process.LeftProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds processes that tests have started and left behind. One that has inherited the worker's output keeps Surefire, and
 * so the build, waiting for its end.
 */
public final class LeftProcesses {
    /** To look takes a millisecond, and a class may take less. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final ProcessHandle worker;
    private final SharedOutput output;
    private final Set<ProcessHandle> known = new HashSet<>();
    /** Those that were seen and do not print where the worker does: each is asked once. */
    private final Set<ProcessHandle> others = new HashSet<>();

    private final Map<ProcessHandle, LeftProcess> left = new LinkedHashMap<>();
    private final Set<String> ran = new LinkedHashSet<>();
    private long lastLook = System.nanoTime();

    private LeftProcesses(ProcessHandle worker) {
        this.worker = worker;
        output = SharedOutput.of(worker);
    }

    /** Begins: what runs now was started by no test. */
    public static LeftProcesses since(ProcessHandle worker) {
        LeftProcesses result = new LeftProcesses(worker);
        List<ProcessHandle> now = result.alive().toList();
        result.known.addAll(now);
        return result;
    }

    /** Tells what classes have left that ended since the last look, if that is not just now. */
    public synchronized List<LeftProcess> classFinished(String className) {
        ran.add(className);
        return System.nanoTime() - lastLook < LOOK_EVERY.toNanos() ? List.of() : look();
    }

    /** Tells what classes have left that ended since the last look. */
    public synchronized List<LeftProcess> look() {
        lastLook = System.nanoTime();
        List<String> classes = List.copyOf(ran);
        List<LeftProcess> result = new ArrayList<>();
        List<ProcessHandle> now = alive().toList();
        now.stream().filter(known::add).forEach(process -> {
            LeftProcess one = LeftProcess.of(process, classes);
            left.put(process, one);
            result.add(one);
        });
        ran.clear();
        return result;
    }

    /** Returns what was told of and still runs. */
    public synchronized List<LeftProcess> stillThere() {
        return left.entrySet().stream()
                .filter(entry -> entry.getKey().isAlive())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns what the worker has started and what has lost its parent, but keeps the output of the worker. */
    private Stream<ProcessHandle> alive() {
        return Stream.concat(worker.children(), orphans()).filter(ProcessHandle::isAlive);
    }

    private Stream<ProcessHandle> orphans() {
        if (output.pipes().isEmpty()) {
            return Stream.empty();
        }
        Set<ProcessHandle> all = ProcessHandle.allProcesses().collect(Collectors.toSet());
        others.retainAll(all);
        return all.stream()
                .filter(process -> !process.equals(worker) && !others.contains(process))
                .filter(process -> output.isOf(process) || !others.add(process))
                .filter(process -> !hasKnownParent(process));
    }

    /** What a process has started that is known already, or the worker's child, goes with it. */
    private boolean hasKnownParent(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, above -> above.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .anyMatch(above -> above.equals(worker) || known.contains(above));
    }
}
