package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** All measurements, written as they are made: a benchmark that is cut short leaves what it had. */
final class SampleFile {
    private static final String HEAD =
            "suite,contender,turn,rounds,seconds,cpu_seconds,test_seconds,worker_kib,tests,not_passed\n";

    private final Path file;

    private SampleFile(Path file) {
        this.file = file;
    }

    /** Starts a file, in place of the one of an earlier benchmark. */
    static SampleFile create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, HEAD);
        return new SampleFile(file);
    }

    void add(Contender contender, int turn, Sample sample) throws IOException {
        String line = String.format(
                Locale.ROOT,
                "%s,\"%s\",%d,%d,%.3f,%s,%.3f,%s,%d,%d%n",
                contender.suite().name(),
                contender.label(),
                turn,
                contender.roundsRun(),
                sample.seconds(),
                sample.cpuTime().isPresent() ? String.format(Locale.ROOT, "%.3f", sample.cpuSeconds()) : "",
                sample.testSeconds(),
                sample.workerPeak().isPresent() ? sample.workerPeak().getAsLong() : "",
                sample.outcomes().size(),
                sample.outcomes().notPassed());
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }
}
