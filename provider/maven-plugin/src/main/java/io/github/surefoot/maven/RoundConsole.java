package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.SecretSource;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.analysis.console.RunLines;
import io.github.surefoot.maven.round.Progress;
import io.github.surefoot.maven.round.RoundListener;
import io.github.surefoot.maven.round.RoundTally;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.settings.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.maven.plugin.logging.Log;

/** Prints one line before a run, one a round, and how far a long round has come. A single round is left to Surefire. */
final class RoundConsole implements RoundListener {
    private final RunLines lines;
    private final boolean single;
    private final boolean stopWhenDecided;
    private final Judge judge;
    private final RunDirectories directories;
    private final Log log;

    RoundConsole(RunSettings settings, JudgeSettings judging, Judge judge, RunDirectories directories, Log log) {
        lines = new RunLines(settings.rounds());
        single = settings.rounds() == 1;
        stopWhenDecided = judging.gate().stopWhenDecided();
        this.judge = judge;
        this.directories = directories;
        this.log = log;
    }

    void before(Run run, HeldSecrets secrets) {
        if (!single) {
            List<SecretSource> sources = secrets.sources().entrySet().stream()
                    .map(secret -> new SecretSource(secret.getKey(), secret.getValue()))
                    .toList();
            print(lines.before(
                    OptionalInt.empty(),
                    run.workers(),
                    run.settings().warm(),
                    run.settings().order().seed(),
                    sources));
        } else if (!secrets.summary().isEmpty()) {
            log.info("Surefoot: secrets " + secrets.summary());
        }
    }

    @Override
    public boolean roundFinished(int round, long millis) {
        if (single) {
            return true;
        }
        try {
            RoundTally tally = RoundTally.read(directories.journals(), round);
            print(lines.after(new RoundSummary(round, tally.counts(), tally.blamed(), millis)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journals of round " + round, e);
        }
        return !stopWhenDecided || !judge.isDecided(directories.journals());
    }

    @Override
    public void underWay(Progress p) {
        if (!single && p.round() > 0) {
            print(lines.during(p.round(), p.done(), p.planned(), p.failed(), p.millis()));
        }
    }

    @Override
    public void takenUpAgain(int round, int classes, String fault) {
        log.warn("  round " + round + ": a worker died; "
                + classes + (classes == 1 ? " class that it left is" : " classes that it left are")
                + " run by another. "
                + fault.lines()
                        .limit(2)
                        .map(line -> line.replaceFirst(" of surefire\\S*tmp$", ""))
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
    }

    private void print(ConsoleLine line) {
        ConsoleLines.print(line, log);
    }
}
