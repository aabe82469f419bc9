package io.github.surefoot.worker.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.resource.WorkerContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadResourceTest {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> leaks = new ArrayList<>();
    private final ThreadResource resource = new ThreadResource();

    @AfterEach
    void letThemEnd() {
        end.countDown();
        resource.close(Duration.ofSeconds(1));
    }

    @Test
    void names_a_thread_that_was_not_ended_once() throws InterruptedException {
        resource.open(context("warn"));
        resource.classStarting("A");
        start("left-behind", false);
        resource.classFinished("A");
        resource.classStarting("B");
        resource.classFinished("B");
        assertThat(leaks)
                .singleElement()
                .asString()
                .contains("thread 'left-behind' (")
                .contains("| A | false");
        assertThat(leaks.get(0)).contains("ThreadResourceTest.java:");
    }

    @Test
    void names_a_task_that_runs_on_a_daemon_and_no_idle_one() throws InterruptedException {
        resource.open(context("fail"));
        resource.classStarting("A");
        start("busy-daemon", true);
        ExecutorService idle = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "idle-daemon");
            thread.setDaemon(true);
            return thread;
        });
        CountDownLatch done = new CountDownLatch(1);
        idle.execute(done::countDown);
        done.await();
        resource.classFinished("A");
        assertThat(leaks)
                .singleElement()
                .asString()
                .contains("background task on daemon thread 'busy-daemon'")
                .endsWith("| true");
        idle.shutdown();
    }

    @Test
    void names_a_daemon_that_had_no_processor_when_its_class_ended() throws InterruptedException {
        resource.open(context("fail"));
        resource.classStarting("A");
        start(new LateThread(this::work));
        resource.classFinished("A");
        assertThat(leaks).singleElement().asString().contains("daemon thread 'late'", "ThreadResourceTest.java:");
    }

    /** Is seen as a thread is that was started and has not begun: without a frame, a few times. */
    private static final class LateThread extends Thread {
        private final AtomicInteger looks = new AtomicInteger();

        LateThread(Runnable work) {
            super(work, "late");
            setDaemon(true);
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return looks.incrementAndGet() <= 3 ? new StackTraceElement[0] : super.getStackTrace();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostgreSQL-JDBC-Cleaner",
                "mysql-cj-abandoned-connection-cleanup",
                "HSQLDB Timer @12ab",
                "derby.antiGC",
                "Okio Watchdog"
            })
    void a_thread_that_a_library_keeps_is_no_leak(String name) throws InterruptedException {
        resource.open(context("fail"));
        resource.classStarting("A");
        start(name, true);
        resource.classFinished("A");
        assertThat(leaks).isEmpty();
    }

    @Test
    void does_not_blame_one_of_several_classes() throws InterruptedException {
        resource.open(context("warn"));
        resource.classStarting("A");
        resource.classStarting("B");
        start("of-either", false);
        resource.classFinished("A");
        resource.classFinished("B");
        assertThat(leaks).singleElement().asString().contains("|  | false");
    }

    @Test
    void says_nothing_of_threads_that_end_or_when_off() throws InterruptedException {
        resource.open(context("off"));
        resource.classStarting("A");
        start("unseen", false);
        resource.classFinished("A");
        assertThat(leaks).isEmpty();
        assertThatThrownBy(() -> resource.open(context("loud")))
                .hasMessage("surefoot.threads.leaks is 'loud'; it must be one of warn, fail, off.");
    }

    private void start(String name, boolean daemon) throws InterruptedException {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(daemon);
        start(thread);
    }

    private void start(Thread thread) throws InterruptedException {
        thread.start();
        started.await();
    }

    private void work() {
        started.countDown();
        while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private WorkerContext context(String setting) {
        return new WorkerContext() {
            @Override
            public WorkerId worker() {
                return new WorkerId("test", 1, 1);
            }

            @Override
            public Path buildDirectory() {
                return Path.of("target");
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.of(setting);
            }

            @Override
            public Duration disposalTimeout() {
                return Duration.ofSeconds(15);
            }

            @Override
            public void event(String resource, String event, Map<String, String> details) {}

            @Override
            public void leak(String what, String openedAt, String className, boolean fatal) {
                leaks.add(what + " | " + openedAt + " | " + className + " | " + fatal);
            }

            @Override
            public void problem(String what) {
                throw new AssertionError(what);
            }
        };
    }
}
