package io.github.surefoot.maven.loop;

import io.github.surefoot.core.probe.ProbeReply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;

/** The same tests once after each change of the sources. */
public final class Watch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final LoopRuns runs;
    private final List<Path> sources;
    private final Compilation compilation;
    private final Supplier<Duration> clock;
    private final Consumer<Run> told;

    /** Compiles what has changed. */
    @FunctionalInterface
    public interface Compilation {
        /**
         * Compiles main and test code.
         *
         * @return what keeps it from compiling; empty if nothing does
         * @throws MojoExecutionException if nothing can be compiled at all
         */
        Optional<String> run() throws MojoExecutionException;
    }

    /**
     * One run.
     *
     * @param reply how it ended; of code that does not compile, a failure with the type {@code compilation}
     * @param compiled how long compiling took
     * @param ran how long the tests took
     */
    public record Run(ProbeReply reply, Duration compiled, Duration ran) {

        /** Tells whether it failed. */
        public boolean failed() {
            return reply.word().equals(ProbeReply.FAILED);
        }

        /** Returns a text such as {@code 0.41 s after the change (compiled in 0.33 s)}. */
        public String text() {
            return compiled.isZero()
                    ? seconds(ran)
                    : seconds(compiled.plus(ran)) + " after the change (compiled in " + seconds(compiled) + ")";
        }

        private static String seconds(Duration time) {
            return String.format("%.2f s", time.toMillis() / 1000.0);
        }
    }

    /**
     * Prepares it.
     *
     * @param sources the directories of sources and resources
     * @param clock tells how long it is since some moment
     * @param told is told of each run
     */
    public Watch(
            LoopRuns runs, List<Path> sources, Compilation compilation, Supplier<Duration> clock, Consumer<Run> told) {
        this.runs = runs;
        this.sources = List.copyOf(sources);
        this.compilation = compilation;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Runs the tests now and after each change.
     *
     * @param time how long to go on; empty for as long as this JVM lives
     * @return the last run
     */
    public Run during(Optional<Duration> time) throws MojoExecutionException, IOException, InterruptedException {
        Duration end = clock.get().plus(time.orElse(FOR_EVER));
        SourceFiles seen = SourceFiles.below(sources);
        Run last = tests(Duration.ZERO);
        while (clock.get().compareTo(end) < 0) {
            SourceFiles now = SourceFiles.below(sources);
            if (now.equals(seen)) {
                Thread.sleep(LOOK_EVERY.toMillis());
            } else {
                seen = now;
                last = afterChange();
            }
        }
        return last;
    }

    private Run afterChange() throws MojoExecutionException, IOException, InterruptedException {
        Duration begin = clock.get();
        Optional<String> fault = compilation.run();
        Duration compiled = clock.get().minus(begin);
        if (fault.isEmpty()) {
            return tests(compiled);
        }
        Run failed =
                new Run(new ProbeReply(ProbeReply.FAILED, "compilation", fault.get(), ""), compiled, Duration.ZERO);
        told.accept(failed);
        return failed;
    }

    private Run tests(Duration compiled) throws MojoExecutionException, IOException, InterruptedException {
        Duration begin = clock.get();
        ProbeReply reply = runs.run(NO_LIMIT);
        Run run = new Run(reply, compiled, clock.get().minus(begin));
        told.accept(run);
        return run;
    }
}
