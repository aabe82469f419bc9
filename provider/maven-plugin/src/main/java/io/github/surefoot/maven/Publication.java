package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judgement;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.maven.round.RunDirectories;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Where a judgement is told: the files of the contract, and the console. */
final class Publication {
    private static final String REPLAY = "mvn surefoot:replay";

    private final RunDirectories directories;
    private final String replay;
    private final Log log;

    /**
     * Prepares to tell.
     *
     * @param replay the command that replays a worker of this module, up to the worker
     */
    Publication(RunDirectories directories, String replay, Log log) {
        this.directories = directories;
        this.replay = replay;
        this.log = log;
    }

    void write(Judgement judgement) throws IOException {
        judgement.writeJson(directories.root().resolve("verdict.json"));
    }

    void print(Judgement judgement) {
        judgement.console().forEach(line -> print(line, log));
        Path verdict = directories.root().resolve("verdict.json");
        log.info("Surefoot: the verdict is in " + verdict);
    }

    void print(ConsoleLine line, Log to) {
        String text = line.text().replace(REPLAY, replay);
        switch (line.level()) {
            case INFO -> to.info(text);
            case WARN -> to.warn(text);
            case ERROR -> to.error(text);
        }
    }

    static void failUnlessHeld(Judgement judgement) throws MojoFailureException {
        if (!judgement.verdict().isHeld()) {
            throw new MojoFailureException("Surefoot: the verdict is "
                    + judgement.verdict().state().word() + ": "
                    + judgement.verdict().reasons().get(0).text());
        }
    }
}
