package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs whole builds in turns and prints what they took: {@code docs/benchmarks.md} says how to read it. */
public final class Builds {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Options options;
    private final BuildsConsole console;
    private final Versions versions;
    private final Maven maven;
    private final Runner runner;
    private final SampleFile file;

    private Builds(Options options, BuildsConsole console) throws IOException {
        this.options = options;
        this.console = console;
        versions = Versions.read();
        maven = new Maven(options.maven(), options.repository());
        runner = new Runner(maven, versions, options.work().resolve("logs"), options.workers());
        file = SampleFile.create(options.work().resolve("samples.csv"));
    }

    /**
     * Runs the benchmarks that the arguments ask for; without any, all ways on the generated suite. Ends with 1 if a
     * build failed or the outcomes of the ways differ, with 2 if the arguments cannot be used.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments), BuildsConsole.standard()));
    }

    /** Returns the exit code. */
    static int run(List<String> arguments, BuildsConsole console) throws IOException, InterruptedException {
        if (arguments.contains("--help")) {
            console.lines(CommandLine.usage());
            return 0;
        }
        try {
            Options options = CommandLine.parse(arguments, Optional.ofNullable(System.getenv("MAVEN_HOME")));
            requireSurefoot(options);
            return new Builds(options, console).run() ? 0 : FAILED;
        } catch (BenchmarkFault e) {
            console.line(String.valueOf(e.getMessage()));
            return FAILED;
        } catch (UsageException e) {
            console.line(String.valueOf(e.getMessage()));
            console.line("");
            console.lines(CommandLine.usage());
            return MISUSED;
        }
    }

    private static void requireSurefoot(Options options) throws UsageException {
        if (!Files.isDirectory(options.checkout().resolve("provider/its/projects"))) {
            throw new UsageException("--checkout is '" + options.checkout()
                    + "', but must be the root of Surefoot's source tree: start this there.");
        }
        Path plugin = options.repository().resolve("io/github/surefoot/surefoot-maven-plugin");
        if (!Files.isDirectory(plugin)) {
            throw new UsageException("--repository is '" + options.repository()
                    + "', but has no Surefoot in it: mvn verify -DskipTests puts it there.");
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Path log = options.work().resolve("logs").resolve("version.log");
        Files.createDirectories(log.getParent());
        console.lines(Machine.facts(versions, maven.version(options.work(), log), options.workers()));
        console.line(
                "%d turns%s; ratios are medians of the ratios within a turn; in brackets least and most",
                options.turns(), options.warmUp() ? " after a warm-up" : " without a warm-up");
        console.lines(Freshness.warnings(options.checkout(), options.repository(), versions.surefoot()));
        boolean sound = true;
        for (Experiment experiment :
                new Experiments(options, new Workshop(options.checkout(), maven, versions)).all()) {
            sound &= run(experiment);
        }
        return sound;
    }

    /** A build that fails spoils its own experiment only: others may have been measured for hours. */
    private boolean run(Experiment experiment) throws IOException, InterruptedException {
        console.line("");
        console.line("## " + experiment.title());
        console.line("");
        try {
            Results results = measure(experiment);
            console.line("");
            console.lines(new Report(results, experiment.base(), experiment.bars()).lines());
            return results.differences().isEmpty();
        } catch (BenchmarkFault e) {
            console.line(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Results measure(Experiment experiment) throws IOException, InterruptedException {
        if (options.warmUp()) {
            for (Contender contender : experiment.contenders()) {
                tell("warm-up", contender, runner.warmUp(contender));
            }
        }
        return new Results(
                new Turns<Contender, Sample>(experiment.contenders()).take(options.turns(), this::measure),
                options.workers());
    }

    private Sample measure(Contender contender, int turn) throws IOException, InterruptedException {
        Sample sample = runner.measure(contender, turn);
        file.add(contender, turn, sample);
        tell("turn " + turn, contender, sample);
        return sample;
    }

    private void tell(String when, Contender contender, Sample sample) {
        console.line(
                "%-8s %-24s %7.2f s, of which tests took %.2f s on each core",
                when, contender.label(), sample.seconds(), sample.testSeconds() / options.workers());
    }
}
