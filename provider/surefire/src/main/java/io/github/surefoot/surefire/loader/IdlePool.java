package io.github.surefoot.surefire.loader;

import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** A pool of threads that nobody has shut down and nobody gives anything to do: to wait for its threads is in vain. */
final class IdlePool {
    private static final String WORKER = ThreadPoolExecutor.class.getName() + "$Worker";

    private IdlePool() {}

    /**
     * Tells whether a thread is one that such a pool keeps.
     *
     * @param task what the thread was given to run
     */
    static boolean keeps(@Nullable Object task, Internals internals) {
        return task != null
                && task.getClass().getName().equals(WORKER)
                && internals.field(task, "this$0") instanceof ThreadPoolExecutor pool
                // One that is the project's own may do otherwise.
                && pool.getClass().getClassLoader() == null
                && isIdle(pool);
    }

    static boolean isIdle(ThreadPoolExecutor pool) {
        return !pool.isShutdown()
                && !pool.allowsCoreThreadTimeOut()
                && pool.getPoolSize() <= pool.getCorePoolSize()
                && pool.getActiveCount() == 0
                && pool.getQueue().isEmpty();
    }
}
