package io.github.surefoot.worker.database.engine;

import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Attempts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Makes the next database while the one before is in use, on a thread of its own: for engines that take longer than a
 * test should wait. Nothing is made before the first was asked for.
 */
public final class MadeAhead {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Attempts.Step<EngineDatabase> step;
    private final ConcurrentLinkedQueue<EngineDatabase> ready = new ConcurrentLinkedQueue<>();
    private final ExecutorService maker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-database-maker");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes databases by the step. */
    public MadeAhead(Attempts.Step<EngineDatabase> step) {
        this.step = step;
    }

    /** Returns one that was made, or makes it; the next is begun. */
    public EngineDatabase take() throws AttemptFailedException, InterruptedException {
        Optional<EngineDatabase> made = Optional.ofNullable(ready.poll());
        EngineDatabase taken = made.isPresent() ? made.get() : step.attempt();
        if (!maker.isShutdown()) {
            maker.execute(this::makeOne);
        }
        return taken;
    }

    private void makeOne() {
        if (!ready.isEmpty()) {
            return;
        }
        try {
            ready.add(step.attempt());
        } catch (AttemptFailedException e) {
            // Who asks next makes it himself, and is told of the fault if it is still there.
            System.getLogger(MadeAhead.class.getName()).log(System.Logger.Level.DEBUG, "made ahead", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes no more, and removes what nobody has taken; returns what could not be removed, in words. */
    public List<String> close() throws InterruptedException {
        List<String> stuck = new ArrayList<>();
        maker.shutdownNow();
        if (!maker.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            stuck.add("the thread that makes databases does not end");
        }
        for (EngineDatabase left = ready.poll(); left != null; left = ready.poll()) {
            try {
                left.remove();
            } catch (IOException e) {
                stuck.add(left.place() + ": " + e.getMessage());
            }
        }
        return stuck;
    }
}
