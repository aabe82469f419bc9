package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.analysis.console.RunLines;
import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.maven.console.ModuleConsole;
import io.github.surefoot.maven.console.ProgressConsole;
import io.github.surefoot.maven.console.StatusConsole;
import io.github.surefoot.maven.round.Progress;
import io.github.surefoot.maven.round.RoundListener;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.settings.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Prints one line before a run, one a round, and how far a long round has come. A single round is left to Surefire. */
final class RoundConsole implements RoundListener, AutoCloseable {
    private static final int MOST_PROCESSES = 10;

    private final RunLines lines;
    private final boolean single;
    private final Optional<EarlyEnd> earlyEnd;
    private final Judge judge;
    private final Path journals;
    private final ModuleConsole console;
    private final ProgressConsole progress;
    private int leftProcesses;

    /**
     * Prepares to tell of a run.
     *
     * @param status the terminal's status line
     */
    RoundConsole(
            RunSettings settings,
            JudgeSettings judging,
            Judge judge,
            RunDirectories directories,
            ModuleConsole console,
            StatusConsole status) {
        lines = new RunLines(settings.rounds());
        single = settings.rounds() == 1;
        this.judge = judge;
        journals = directories.journals();
        earlyEnd = judging.gate().stopWhenDecided() ? EarlyEnd.of(settings.kind(), judge, journals) : Optional.empty();
        this.console = console;
        progress = new ProgressConsole(status, console);
    }

    void before(Run run, HeldSecrets secrets) {
        List<SecretOrigin> sources = secrets.sources().entrySet().stream()
                .map(secret -> new SecretOrigin(secret.getKey(), secret.getValue()))
                .toList();
        ConsoleLine line = lines.before(
                OptionalInt.empty(),
                run.workers(),
                run.settings().kind(),
                run.settings().order().seed(),
                sources);
        if (single) {
            console.print(line);
        } else {
            progress.open(line);
        }
    }

    @Override
    public boolean roundFinished(RoundSummary summary) {
        progress.print(lines.after(summary));
        return earlyEnd.filter(end -> end.isAfter(summary)).isEmpty();
    }

    @Override
    public boolean isDecided() {
        return earlyEnd.isPresent() && judge.isDecided(journals);
    }

    @Override
    public void underWay(Progress p) {
        if (p.round() <= lines.rounds()) {
            progress.show(lines.during(p.round(), p.done(), p.planned(), p.failed(), p.millis()), p.millis());
        }
    }

    /** All are told with the verdict; a suite that leaves one in each class shall not hide its rounds. */
    @Override
    public void processLeft(LeftProcess left) {
        if (leftProcesses++ < MOST_PROCESSES) {
            progress.print(lines.left(left));
        }
    }

    @Override
    public void confirms(String worker, int classes) {
        progress.print(new ConsoleLine(
                ConsoleLine.Level.INFO,
                "  a fresh worker runs the " + (classes == 1 ? "class" : classes + " classes") + " of " + worker
                        + " again, to see whether what failed there fails anyway"));
    }

    @Override
    public void confirmsRound() {
        progress.print(new ConsoleLine(
                ConsoleLine.Level.INFO,
                "  fresh workers run a round once more, to see whether what failed fails beside all others"));
    }

    @Override
    public void takenUpAgain(int round, int classes, String fault) {
        console.warn("  round " + round + ": a worker died; "
                + classes + (classes == 1 ? " class that it left is" : " classes that it left are")
                + " run by another. "
                + fault.lines()
                        .limit(2)
                        .map(line -> line.replaceFirst(" of surefire\\S*tmp$", ""))
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
    }

    @Override
    public void unevenShards(ShardPlan.LongestClass longest, double slowestOverMean) {
        console.print(RunLines.uneven(longest, slowestOverMean));
    }

    @Override
    public void notRenewed(String why) {
        console.warn("  fresh workers in all rounds: " + why + ".");
    }

    @Override
    public void close() {
        if (!single) {
            progress.close();
        }
    }
}
