package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The CPU time of the processes that this JVM has started and waited for, and of all that these have started and waited
 * for: {@code cutime} and {@code cstime} of proc(5). Not in it is what still runs, and what ended after its parent, which
 * init waits for.
 */
final class CpuTime {
    private static final Path STAT = Path.of("/proc/self/stat");

    /**
     * Proc(5) gives both in clock ticks, of which {@code sysconf(_SC_CLK_TCK)} is a second. Linux counts a hundred for
     * user space, however often its own timer ticks.
     */
    static final long TICKS_PER_SECOND = 100;

    private static final long MILLIS_PER_TICK = 1_000 / TICKS_PER_SECOND;

    /** Proc(5) counts the fields from 1; the third, the state, is the first behind the command's name. */
    private static final int FIRST_FIELD = 3;

    private static final int CUTIME = 16;
    private static final int CSTIME = 17;

    private CpuTime() {}

    /** Returns it as of now, nothing where the system does not tell. */
    static Optional<Duration> ofChildren() throws IOException {
        return Files.isReadable(STAT)
                ? Optional.of(ofChildren(Files.readString(STAT, StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }

    /** The command's name is in parentheses, and may have spaces and parentheses of its own. */
    static Duration ofChildren(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[CUTIME - FIRST_FIELD]) + Long.parseLong(fields[CSTIME - FIRST_FIELD]);
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }
}
