package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judgement;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.maven.ci.CiServer;
import io.github.surefoot.maven.round.RunDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Where a judgement is told: the files of the contract, the CI server, and the console. */
final class Publication {
    private static final String REPLAY = "mvn surefoot:replay";
    private static final String OF_THE_VERDICT = "TEST-Surefoot.xml";

    private final RunDirectories directories;
    private final Path surefireReports;
    private final CiServer server;
    private final String replay;
    private final Log log;

    /**
     * Prepares to tell.
     *
     * @param surefireReports where CI servers look for XML
     * @param server the CI server, if there is one
     * @param replay the command that replays a worker of this module, up to the worker
     */
    Publication(RunDirectories directories, Path surefireReports, CiServer server, String replay, Log log) {
        this.directories = directories;
        this.surefireReports = surefireReports;
        this.server = server;
        this.replay = replay;
        this.log = log;
    }

    /**
     * Writes the files.
     *
     * @param surefireReported whether Surefire has written its own XML reports, which are then left as they are
     */
    void write(Judgement judgement, boolean surefireReported) throws IOException {
        judgement.writeJson(verdict());
        if (surefireReported) {
            // What an earlier run had to say beside its tests is not true of this one.
            Files.deleteIfExists(surefireReports.resolve(OF_THE_VERDICT));
        } else {
            judgement.writeXml(surefireReports);
        }
        if (!surefireReported || !judgement.verdict().isHeld()) {
            server.tell(judgement, directories.root());
        }
    }

    private Path verdict() {
        return directories.root().resolve("verdict.json");
    }

    void print(Judgement judgement) {
        for (ConsoleLine line : judgement.console()) {
            ConsoleLines.print(new ConsoleLine(line.level(), line.text().replace(REPLAY, replay)), log);
        }
        log.info("Surefoot: the verdict is in " + verdict());
    }

    static void failUnlessHeld(Judgement judgement) throws MojoFailureException {
        if (!judgement.verdict().isHeld()) {
            throw new MojoFailureException("Surefoot: the verdict is "
                    + judgement.verdict().state().word() + ": "
                    + judgement.verdict().reasons().get(0).text());
        }
    }
}
