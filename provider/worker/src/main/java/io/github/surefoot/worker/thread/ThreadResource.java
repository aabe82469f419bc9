package io.github.surefoot.worker.thread;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names the threads that a test class has started and not ended, as leaks of that class. The setting
 * {@code surefoot.threads.leaks} says whether they {@code warn}, the default, {@code fail} the build, or are
 * {@code off}.
 */
public final class ThreadResource implements WorkerResource {
    private static final String SETTING = "surefoot.threads.leaks";
    private static final Duration GRACE = Duration.ofMillis(50);

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ThreadWatch watch = new ThreadWatch();
    private @Nullable WorkerContext context;
    private boolean fatal;
    private boolean shared;

    /** Is made by the {@link java.util.ServiceLoader}. */
    public ThreadResource() {}

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public void open(WorkerContext given) {
        String value = given.setting(SETTING).orElse("warn");
        if (!Set.of("warn", "fail", "off").contains(value)) {
            throw new IllegalArgumentException(SETTING + " is '" + value + "'; it must be one of warn, fail, off.");
        }
        fatal = value.equals("fail");
        context = value.equals("off") ? null : given;
    }

    @Override
    public synchronized void classStarting(String className) {
        if (running.isEmpty()) {
            watch.begin();
            shared = false;
        }
        running.add(className);
        shared |= running.size() > 1;
    }

    @Override
    public synchronized void classFinished(String className) {
        running.remove(className);
        WorkerContext to = context;
        // While classes run side by side nobody knows whose a thread is.
        if (to != null && running.isEmpty()) {
            String of = shared ? "" : className;
            watch.leaked(GRACE).forEach(leak -> to.leak(leak.what(), leak.at(), of, fatal));
        }
    }

    @Override
    public void close(Duration limit) {
        running.clear();
    }
}
