package io.github.surefoot.maven.loop;

import io.github.surefoot.core.probe.ProbeReply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;

/** The same tests, again and again, until one fails or the time is over. */
public final class Loop {
    private static final Duration TELLING = Duration.ofSeconds(10);
    /** There is none, but a clock has to be asked for something. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    /** However short the time is: starting a JVM takes some of it. */
    private static final Duration FIRST_RUN = Duration.ofMinutes(1);

    private final LoopRuns runs;
    private final Optional<Duration> time;
    private final Supplier<Duration> clock;
    private final Consumer<String> told;

    /**
     * Prepares one.
     *
     * @param time how long it lasts, if nothing fails
     * @param clock tells how long it is since some moment
     * @param told is told now and then how many runs have passed
     */
    public Loop(LoopRuns runs, Optional<Duration> time, Supplier<Duration> clock, Consumer<String> told) {
        this.runs = runs;
        this.time = time;
        this.clock = clock;
        this.told = told;
    }

    /**
     * How it ended.
     *
     * @param passed how many runs passed
     * @param took how long they took
     * @param failure how the last run failed; empty if the time was over first
     */
    public record Result(long passed, Duration took, Optional<ProbeReply> failure) {

        /** Returns a text such as {@code 1,204 runs passed in 61.0 s}. */
        public String text() {
            return Loop.text(passed, took);
        }
    }

    /**
     * Runs them.
     *
     * @return how it ended; empty if the first run had no test to run
     */
    public Optional<Result> run() throws MojoExecutionException, IOException, InterruptedException {
        Duration begin = clock.get();
        Duration next = begin.plus(TELLING);
        long passed = 0;
        while (true) {
            Duration now = clock.get();
            Duration took = now.minus(begin);
            Duration left = time.orElse(took.plus(NO_LIMIT)).minus(took);
            if (left.isZero() || left.isNegative()) {
                return Optional.of(new Result(passed, took, Optional.empty()));
            }
            if (now.compareTo(next) >= 0) {
                told.accept(text(passed, took));
                next = now.plus(TELLING);
            }
            ProbeReply reply = runs.run(passed == 0 ? longer(left, FIRST_RUN) : left);
            if (reply.word().equals(ProbeReply.FAILED)) {
                Duration end = clock.get().minus(begin);
                boolean over = time.filter(limit -> end.compareTo(limit) >= 0).isPresent();
                // A run that the end of the time has cut off proves nothing.
                boolean cutOff = over && passed > 0 && reply.type().equals("hung");
                return Optional.of(new Result(passed, end, cutOff ? Optional.empty() : Optional.of(reply)));
            } else if (reply.word().equals(ProbeReply.ABSENT) && passed == 0) {
                return Optional.empty();
            }
            passed++;
        }
    }

    private static Duration longer(Duration one, Duration two) {
        return one.compareTo(two) > 0 ? one : two;
    }

    private static String text(long passed, Duration took) {
        return String.format("%,d %s passed in %.1f s", passed, passed == 1 ? "run" : "runs", took.toMillis() / 1000.0);
    }
}
