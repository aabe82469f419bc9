package io.github.surefoot.maven;

import io.github.surefoot.analysis.console.ConsoleLine;
import org.apache.maven.plugin.logging.Log;

/** Prints lines through Maven's own log, and so in its colours. */
final class ConsoleLines {
    private ConsoleLines() {}

    static void print(ConsoleLine line, Log log) {
        switch (line.level()) {
            case INFO -> log.info(line.text());
            case WARN -> log.warn(line.text());
            case ERROR -> log.error(line.text());
        }
    }
}
