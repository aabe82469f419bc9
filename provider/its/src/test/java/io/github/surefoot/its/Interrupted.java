package io.github.surefoot.its;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A build that a test ends before its time.
 *
 * @param process its Maven
 * @param file takes all that it prints
 */
record Interrupted(Process process, Path file) {
    private static final int CTRL_C = 3;
    private static final long A_LITTLE_NANOS = 5_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** What a test waits for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Presses Ctrl-C on its terminal. */
    void press() throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(CTRL_C);
        keyboard.flush();
    }

    /** Tells Maven alone to end. */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("It hangs");
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(file);
    }

    void await(Condition condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("The build ended, or hangs, before the moment came:\n" + log());
            }
            LockSupport.parkNanos(A_LITTLE_NANOS);
        }
    }
}
