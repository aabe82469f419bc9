package io.github.surefoot.maven.console;

import io.github.surefoot.analysis.console.ConsoleLine;
import java.time.Duration;

/** Shows how far a module's round has come: redrawn in place on a terminal, and now and then as a line elsewhere. */
public final class ProgressConsole implements AutoCloseable {
    /** Short enough for a CI server's log to look alive, long enough to keep it short. */
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);

    private final StatusConsole status;
    private final ModuleConsole module;
    private boolean redraws;
    private long lastPlain;

    /** Prepares to show. */
    public ProgressConsole(StatusConsole status, ModuleConsole module) {
        this.status = status;
        this.module = module;
    }

    /** Prints the line before the first round. */
    public void open(ConsoleLine line) {
        redraws = status.open(() -> module.print(line));
    }

    /**
     * Shows how far a round has come.
     *
     * @param millis how long it has taken so far
     */
    public synchronized void show(ConsoleLine line, long millis) {
        if (redraws) {
            status.show(line.text());
        } else if (millis - lastPlain >= PLAIN_EVERY.toMillis()) {
            lastPlain = millis;
            module.print(line);
        }
    }

    /** Prints a line that stays; until the next {@link #show} nothing is under way. */
    public synchronized void print(ConsoleLine line) {
        status.hide();
        lastPlain = 0;
        module.print(line);
    }

    /** Takes the terminal's line away. */
    @Override
    public void close() {
        status.close();
    }
}
