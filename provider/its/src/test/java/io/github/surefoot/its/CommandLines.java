package io.github.surefoot.its;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Reads the command lines of all processes of the machine, until it is told to end. Those of a process that has begun are
 * read at once and for a while, since it may become another program, and then seldom: they hardly change any more, and to
 * read all of them always takes a core.
 */
final class CommandLines {
    /** Half the life of the shortest process that is given anything. */
    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

    private static final int LOOKS_AT_THE_BEGINNING = 50;
    private static final int LATER_EVERY = 50;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<String, Integer> looks = new HashMap<>();
    private final Consumer<String> reader;
    private final Thread watch = new Thread(this::watch, "command-lines");

    /**
     * Begins to read.
     *
     * @param reader takes each command line, again and again, on a thread of its own
     */
    CommandLines(Consumer<String> reader) {
        this.reader = reader;
        watch.start();
    }

    private void watch() {
        while (!ended.get()) {
            look();
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private void look() {
        Set<String> alive = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String pid = process.getFileName().toString();
                alive.add(pid);
                int before = looks.merge(pid, 1, Integer::sum) - 1;
                if (before < LOOKS_AT_THE_BEGINNING || before % LATER_EVERY == 0) {
                    read(process);
                }
            }
        } catch (IOException e) {
            // There is no /proc here: nothing to see.
            ended.set(true);
        }
        looks.keySet().retainAll(alive);
    }

    private void read(Path process) {
        try {
            reader.accept(Files.readString(process.resolve("cmdline")));
        } catch (IOException e) {
            // It has ended.
            Thread.onSpinWait();
        }
    }

    void end() throws InterruptedException {
        ended.set(true);
        watch.join();
    }
}
