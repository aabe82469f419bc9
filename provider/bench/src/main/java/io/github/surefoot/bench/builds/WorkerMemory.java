package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches the JVMs that a Maven forks, and remembers the most memory each had resident. Linux keeps that number
 * itself ({@code VmHWM}), so looking now and then misses only what a JVM adds after the last look.
 */
final class WorkerMemory implements AutoCloseable {
    /** Seldom enough not to be felt on a machine of two cores. */
    private static final long INTERVAL_MILLIS = 100;

    private static final Path PROC = Path.of("/proc");
    private static final String PEAK = "VmHWM:";

    private final Map<Long, Long> peaks = new ConcurrentHashMap<>();
    private final ProcessHandle maven;
    private final Thread watcher;

    private WorkerMemory(ProcessHandle maven) {
        this.maven = maven;
        watcher = new Thread(this::watch, "worker-memory");
        watcher.setDaemon(true);
    }

    static WorkerMemory of(ProcessHandle maven) {
        WorkerMemory memory = new WorkerMemory(maven);
        if (Files.isDirectory(PROC)) {
            memory.watcher.start();
        }
        return memory;
    }

    /** Returns the most that one worker had resident, in KiB; nothing where the system does not say. */
    OptionalLong peak() {
        return peaks.values().stream().mapToLong(Long::longValue).max();
    }

    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
    }

    private void watch() {
        try {
            while (maven.isAlive()) {
                maven.descendants().forEach(process -> look(process.pid()));
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(long pid) {
        try {
            Path process = PROC.resolve(String.valueOf(pid));
            if (peaks.containsKey(pid) || isWorker(process)) {
                OptionalLong peak = peak(Files.readAllLines(process.resolve("status")));
                peak.ifPresent(kib -> peaks.merge(pid, kib, Math::max));
            }
        } catch (IOException e) {
            // It ended between being listed and being looked at, which is how all of them end.
            return;
        }
    }

    private static boolean isWorker(Path process) throws IOException {
        String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        return isWorker(command.split("\0"));
    }

    /** The shell that starts a worker has the worker's command in its own, as one argument. */
    static boolean isWorker(String... command) {
        return command[0].endsWith("java") && String.join(" ", command).contains("surefire");
    }

    static OptionalLong peak(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }
}
