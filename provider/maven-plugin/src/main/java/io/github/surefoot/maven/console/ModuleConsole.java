package io.github.surefoot.maven.console;

import io.github.surefoot.analysis.console.ConsoleLine;
import org.apache.maven.plugin.logging.Log;

/** Prints what concerns one module through Maven's own log, and so in its colours. */
public final class ModuleConsole {
    private final Log log;
    private final String prefix;

    /**
     * Prepares to print.
     *
     * @param module the module's name, if several run at once and their lines would not be told apart; else empty
     */
    public ModuleConsole(Log log, String module) {
        this.log = log;
        this.prefix = module.isEmpty() ? "" : module + ": ";
    }

    /** Prints a line. */
    public void print(ConsoleLine line) {
        switch (line.level()) {
            case INFO -> info(line.text());
            case WARN -> warn(line.text());
            case ERROR -> log.error(prefix + line.text());
        }
    }

    /** Prints a line that all is well with. */
    public void info(String text) {
        log.info(prefix + text);
    }

    /** Prints a line that someone should look at. */
    public void warn(String text) {
        log.warn(prefix + text);
    }
}
