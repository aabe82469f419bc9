package io.github.surefoot.maven.round;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads the journals of a round while it runs, and tells now and then how far it has come. */
final class RoundWatch {
    private static final String CLASS_DONE = "\tclass-end\t";
    private static final String FAILED = "\toutcome=failed";
    private static final String ERRORED = "\toutcome=errored";
    private static final int CHUNK = 1 << 16;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-progress");
        thread.setDaemon(true);
        return thread;
    });
    private final Path journals;
    private final Path plan;
    private final String glob;
    private final int round;
    private final long start = System.nanoTime();
    private final Map<Path, Long> read = new HashMap<>();
    private int done;
    private int failed;
    private int planned;

    private RoundWatch(Path journals, Path plan, int round) {
        this.journals = journals;
        this.plan = plan;
        this.round = round;
        glob = round == 0 ? "w*.journal" : "r" + round + "w*.journal";
    }

    /**
     * Starts to watch a round.
     *
     * @param plan the file in which its classes will be planned
     * @param every how often to tell
     */
    static RoundWatch start(Path journals, Path plan, int round, Duration every, Consumer<Progress> listener) {
        RoundWatch watch = new RoundWatch(journals, plan, round);
        long millis = every.toMillis();
        // What it returns is not looked at: a round goes on even if nobody can see how far it has come.
        var unused = watch.clock.scheduleAtFixedRate(() -> watch.look(listener), millis, millis, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look(Consumer<Progress> listener) {
        try {
            if (planned == 0 && Files.exists(plan)) {
                planned = Files.readAllLines(plan).size();
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(journals, glob)) {
                for (Path file : files) {
                    readOn(file);
                }
            }
        } catch (IOException e) {
            // A test may have removed the directory. There is nothing to watch any more; the judge will miss it.
            clock.shutdown();
        }
        listener.accept(new Progress(
                round,
                done,
                planned,
                failed,
                Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private void readOn(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = read.getOrDefault(file, 0L);
            in.seek(from);
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length > 0; length = in.read(chunk)) {
                int whole = lastLineEnd(chunk, length);
                if (whole == 0) {
                    // A line longer than a chunk is a stack trace, not the end of a class.
                    from += length == CHUNK ? length : 0;
                    break;
                }
                count(new String(chunk, 0, whole, StandardCharsets.UTF_8));
                from += whole;
                in.seek(from);
            }
            read.put(file, from);
        }
    }

    private static int lastLineEnd(byte[] chunk, int length) {
        int end = length;
        while (end > 0 && chunk[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void count(String lines) {
        lines.lines().forEach(line -> {
            if (line.contains(CLASS_DONE)) {
                done++;
            } else if (line.contains(FAILED) || line.contains(ERRORED)) {
                failed++;
            }
        });
    }

    /** Stops to watch. */
    void close() {
        clock.shutdownNow();
    }
}
