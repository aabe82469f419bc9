package io.github.surefoot.surefire.probe.state;

import io.github.surefoot.core.probe.StateChange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The threads that run. One that was started since can only be asked to end. */
final class ThreadPiece implements StatePiece {
    private static final Duration ENDING = Duration.ofSeconds(1);

    /** Of ours, which stay as long as what they serve. */
    private static final String OURS = "surefoot";

    private final Set<Thread> before = now();

    private static Set<Thread> now() {
        Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());
        threads.addAll(Thread.getAllStackTraces().keySet());
        return threads;
    }

    private List<Thread> since() {
        return now().stream()
                .filter(thread -> !before.contains(thread) && !thread.getName().startsWith(OURS))
                .toList();
    }

    @Override
    public List<StateChange> changes() {
        return since().stream()
                .map(thread -> new StateChange(
                        StateChange.Sort.THREAD, "the thread '" + thread.getName() + "'", "", "", 0, "runs on"))
                .distinct()
                .toList();
    }

    @Override
    public void undo(StateChange change) throws IOException {
        for (Thread thread : since()) {
            if (change.name().equals("the thread '" + thread.getName() + "'")) {
                thread.interrupt();
                try {
                    thread.join(ENDING.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while " + thread.getName() + " ended");
                }
            }
        }
    }
}
