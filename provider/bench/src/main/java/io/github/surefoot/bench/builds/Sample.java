package io.github.surefoot.bench.builds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one way took to run a suite once, over all builds and rounds it needs for that.
 *
 * @param time from the first Maven's start to the last one's end, what lies between two left out
 * @param cpuTime of all Mavens and what they started, where the system tells
 * @param testTime what the tests took by their own clocks, over all rounds
 * @param workerPeak the most memory that one worker had resident, in KiB, where the system tells
 * @param outcomes how the tests ended
 */
record Sample(
        Duration time, Optional<Duration> cpuTime, Duration testTime, OptionalLong workerPeak, Outcomes outcomes) {
    private static final double NANOS = 1e9;
    private static final double KIB_PER_MIB = 1024;

    /** Returns what builds that follow upon each other are together. */
    static Sample together(List<Sample> builds) {
        return new Sample(
                builds.stream().map(Sample::time).reduce(Duration.ZERO, Duration::plus),
                builds.stream()
                        .map(Sample::cpuTime)
                        .reduce(Optional.of(Duration.ZERO), (sum, more) -> sum.flatMap(known -> more.map(known::plus))),
                builds.stream().map(Sample::testTime).reduce(Duration.ZERO, Duration::plus),
                builds.stream()
                        .flatMapToLong(build -> build.workerPeak().stream())
                        .max(),
                Outcomes.together(builds.stream().map(Sample::outcomes).toList()));
    }

    double seconds() {
        return time.toNanos() / NANOS;
    }

    /** Returns the CPU time in seconds, not a number if it is not known. */
    double cpuSeconds() {
        return cpuTime.map(cpu -> cpu.toNanos() / NANOS).orElse(Double.NaN);
    }

    double testSeconds() {
        return testTime.toNanos() / NANOS;
    }

    /** Returns the most memory of a worker in MiB, not a number if it is not known. */
    double workerMebibytes() {
        return workerPeak.isPresent() ? workerPeak.getAsLong() / KIB_PER_MIB : Double.NaN;
    }

    /**
     * Returns which part of the physical limit was reached: 1 if the cores did nothing but run tests.
     *
     * @param cores how many tests can run at once
     */
    double shareOfLimit(int cores) {
        return testSeconds() / cores / seconds();
    }
}
