package io.github.surefoot.maven;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.history.History;
import io.github.surefoot.analysis.history.HistoryLocation;
import io.github.surefoot.analysis.history.HistoryRuns;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.report.SourceRoots;
import io.github.surefoot.analysis.report.SuitePart;
import io.github.surefoot.analysis.verdict.VerdictJson;
import io.github.surefoot.analysis.xml.XmlReports;
import io.github.surefoot.core.TestId;
import io.github.surefoot.maven.ci.CiServer;
import io.github.surefoot.maven.console.ModuleConsole;
import io.github.surefoot.maven.round.RunDirectories;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;

/** Where a judgement is told: the files of the contract, the CI server, and the console. */
final class Publication {
    private static final int MOST_CHANGES = 10;

    private final RunDirectories directories;
    private final Path surefireReports;
    private final String suffix;
    private final HistoryLocation history;
    private final CiServer server;
    private final Commands commands;
    private final ModuleConsole console;
    private final SourceRoots sources;
    private final Pages pages;

    /**
     * Prepares to tell.
     *
     * @param surefireReports where CI servers look for XML
     * @param suffix what tells the names of files there from those of other suites of the module; empty for its first
     * @param history where runs are remembered
     * @param server the CI server, if there is one
     * @param commands what a person types to see more of the failures of this module
     * @param sources where the sources of the module are
     * @param pages keeps the page of the module
     */
    Publication(
            RunDirectories directories,
            Path surefireReports,
            String suffix,
            HistoryLocation history,
            CiServer server,
            Commands commands,
            ModuleConsole console,
            SourceRoots sources,
            Pages pages) {
        this.sources = sources;
        this.pages = pages;
        this.directories = directories;
        this.surefireReports = surefireReports;
        this.suffix = suffix;
        this.history = history;
        this.server = server;
        this.commands = commands;
        this.console = console;
    }

    /**
     * Writes the files, and remembers the run.
     *
     * @param surefireReported whether Surefire has written its own XML reports, which are then left as they are, but for those that
     *     lack tests
     * @return what the history says of the run
     */
    Remembered write(Judgement judgement, boolean surefireReported) throws IOException {
        VerdictJson.write(judgement, verdict());
        Remembered remembered = remember(judgement);
        writePage(judgement, remembered, true);
        XmlReports reports = new XmlReports(judgement, suffix);
        if (surefireReported) {
            reports.writeWhatSeveralWorkersRan(surefireReports);
        } else {
            reports.write(surefireReports);
        }
        if (!surefireReported || !judgement.verdict().isHeld()) {
            server.tell(judgement, directories.root());
        }
        return remembered;
    }

    /**
     * Writes the verdict and the page of a run that is known already once more, since more is known of its causes.
     */
    void writeCauses(Judgement judgement) throws IOException {
        VerdictJson.write(judgement, verdict());
        writePage(judgement, remember(judgement), true);
    }

    /**
     * Writes the files of one shard of a run, of which there is no verdict to be told.
     *
     * @param surefireReported see {@link #write}
     */
    Remembered writeShard(Judgement judgement, boolean surefireReported) throws IOException {
        VerdictJson.write(judgement, verdict());
        writePage(judgement, Remembered.NOTHING, false);
        XmlReports reports = new XmlReports(judgement, suffix);
        if (surefireReported) {
            reports.writeWhatSeveralWorkersRan(surefireReports);
        } else {
            reports.writeTests(surefireReports);
        }
        return Remembered.NOTHING;
    }

    /**
     * Half a run would count as a run in every trend, and one that is repeated or merged is remembered then. Of one that had not
     * what it needs, there is nothing to remember.
     */
    private Remembered remember(Judgement judgement) {
        return judgement.evidence().isInterrupted()
                        || judgement.evidence().isPart()
                        || judgement.evidence().isUnavailable()
                ? Remembered.NOTHING
                : History.at(history).remember(HistoryRuns.of(judgement));
    }

    private void writePage(Judgement judgement, Remembered remembered, boolean hasVerdict) throws IOException {
        SuitePart part = SuitePart.of(pages.suite(), judgement, remembered, sources);
        part.write(directories.reportPart());
        // A module without tests passes, and there is nothing to look at.
        boolean empty =
                judgement.verdict().tests().isEmpty() && judgement.verdict().isHeld();
        pages.judged(part, hasVerdict && !empty);
    }

    /** The page of the module, of which the suite is a part. */
    interface Pages {
        /** Returns what tells the suite from others of the module; empty for that which is meant where nobody names any. */
        String suite();

        /** Returns where the page is. */
        Path page();

        /** Takes a part that is written, and tells whether the build counts it. */
        void judged(SuitePart part, boolean counts) throws IOException;
    }

    private Path verdict() {
        return directories.root().resolve("verdict.json");
    }

    /** Prints what a shard has to say whose build does not break. */
    void print(ShardConclusion shard) {
        shard.warnings().forEach(console::warn);
        console.info(shard.sentence());
    }

    /** What was left open, which Surefire, whose verdict that of a single round is, cannot see. */
    void printLeaks(Judgement judgement) {
        new VerdictLines(judgement).leakLines().forEach(console::print);
    }

    void print(Judgement judgement, Remembered remembered) {
        for (ConsoleLine line : new VerdictLines(judgement).lines()) {
            // What the journals tell of dead workers and missing shards names the command in its shortest form.
            console.print(new ConsoleLine(line.level(), commands.inFull(line.text())));
        }
        remembered.changes().stream()
                .limit(MOST_CHANGES)
                .forEach(change -> console.info("  " + new TestId(change.className(), change.name()).shortName() + " "
                        + change.sentence() + "."));
        if (remembered.changes().size() > MOST_CHANGES) {
            console.info("  and " + (remembered.changes().size() - MOST_CHANGES)
                    + " more changes, all of them in the report.");
        }
        remembered.notices().forEach(console::warn);
        console.info("Surefoot: the report is " + pages.page());
    }

    static void failUnlessHeld(Judgement judgement) throws MojoFailureException {
        if (!judgement.verdict().isHeld()) {
            throw new MojoFailureException("Surefoot: the verdict is "
                    + judgement.verdict().state().word() + ": "
                    + judgement.verdict().reasons().get(0).text());
        }
    }
}
