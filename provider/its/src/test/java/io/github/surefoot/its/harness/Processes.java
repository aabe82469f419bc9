package io.github.surefoot.its.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The processes of a project, as Linux tells them. */
public final class Processes {
    /** Workers look for Maven twice a second, and have two seconds to end in good order; the rest is a busy machine. */
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(30);

    private static final long A_LITTLE_NANOS = 5_000_000;

    private Processes() {}

    /** Returns those that are still there after a few seconds, by their command lines. */
    public static List<String> of(Project project) {
        long start = System.nanoTime();
        List<String> left = now(project);
        while (!left.isEmpty() && System.nanoTime() - start < A_FEW_SECONDS.toNanos()) {
            LockSupport.parkNanos(A_LITTLE_NANOS);
            left = now(project);
        }
        return left;
    }

    /** Tells whether a process ends within a few seconds: who has ended it does not wait until the system lets go of it. */
    public static boolean ends(long pid) {
        long start = System.nanoTime();
        while (ProcessHandle.of(pid).isPresent() && System.nanoTime() - start < A_FEW_SECONDS.toNanos()) {
            LockSupport.parkNanos(A_LITTLE_NANOS);
        }
        return ProcessHandle.of(pid).isEmpty();
    }

    private static List<String> now(Project project) {
        String directory = project.directory().toString();
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .flatMap(Processes::read)
                .filter(line -> line.contains(directory))
                .toList();
    }

    private static Stream<String> read(Path file) {
        try {
            return Stream.of(Files.readString(file).replace('\0', ' '));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
