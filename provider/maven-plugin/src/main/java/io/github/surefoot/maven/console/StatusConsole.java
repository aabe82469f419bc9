package io.github.surefoot.maven.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The status line at the foot of a terminal. Everything else that is printed meanwhile goes through this, so that the
 * line gives way: it is wiped before another character appears, and drawn again only where a line begins.
 */
public final class StatusConsole {
    private static final String WIPE = "\r\u001b[2K";
    /** Without a line break at the edge: the line is cut off there, since only one row of it could be wiped. */
    private static final String CUT_OFF = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final @Nullable OutputStream terminal;
    private final Runnable logLooksAgain;
    private final Set<StatusStream> withinLine = new HashSet<>();
    private boolean drawn;
    private boolean heard;
    private @Nullable Installed installed;

    private record Installed(PrintStream out, PrintStream err, PrintStream ownOut, PrintStream ownErr) {}

    /**
     * Makes a console that draws on a terminal.
     *
     * @param terminal null if there is none
     * @param logLooksAgain has Maven's log look for {@link System#out} again
     */
    StatusConsole(@Nullable OutputStream terminal, Runnable logLooksAgain) {
        this.terminal = terminal;
        this.logLooksAgain = logLooksAgain;
    }

    /**
     * Returns one for a module.
     *
     * @param person whether Maven may talk to a person, and builds one module at a time: of several, each might print
     *     within the line of another
     * @param environment Maven's environment
     */
    public static StatusConsole find(boolean person, UnaryOperator<@Nullable String> environment) {
        return new StatusConsole(Terminal.find(person, environment), MavenLog::lookAgain);
    }

    /**
     * Prints a first line, and finds out by it whether what Maven logs passes here: only then can a line be redrawn
     * without harm to others. The log of Maven 4 passes elsewhere.
     *
     * @return whether lines may be {@linkplain #show shown}; {@link #close} must be called in any case
     */
    boolean open(Runnable firstLine) {
        if (terminal != null) {
            install();
        }
        firstLine.run();
        synchronized (this) {
            if (heard) {
                return true;
            }
        }
        close();
        return false;
    }

    private void install() {
        Charset charset = Charset.defaultCharset();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream ownOut = new PrintStream(new StatusStream(out, this), true, charset);
        PrintStream ownErr = new PrintStream(new StatusStream(err, this), true, charset);
        System.setOut(ownOut);
        System.setErr(ownErr);
        synchronized (this) {
            installed = new Installed(out, err, ownOut, ownErr);
        }
        logLooksAgain.run();
    }

    /** Shows a line in the place of the last one. */
    synchronized void show(String line) {
        wipe();
        if (withinLine.isEmpty()) {
            drawn = true;
            send(CUT_OFF + line + WRAP);
        }
    }

    /** Takes the line away. */
    synchronized void hide() {
        wipe();
    }

    /** Takes the line away for good; the streams are again what they were. */
    void close() {
        hide();
        Installed streams = installed;
        if (streams == null) {
            return;
        }
        installed = null;
        // Someone else may have put streams of their own before ours since; those then go on through ours.
        if (System.out == streams.ownOut()) {
            System.setOut(streams.out());
        }
        if (System.err == streams.ownErr()) {
            System.setErr(streams.err());
        }
        logLooksAgain.run();
    }

    /** Lets something else be printed. */
    synchronized void print(StatusStream stream, PrintStream target, byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        wipe();
        heard = true;
        target.write(bytes, offset, length);
        target.flush();
        if (bytes[offset + length - 1] == '\n') {
            withinLine.remove(stream);
        } else {
            withinLine.add(stream);
        }
    }

    private void wipe() {
        if (drawn) {
            drawn = false;
            send(WIPE);
        }
    }

    private void send(String text) {
        OutputStream to = terminal;
        if (to == null) {
            return;
        }
        try {
            to.write(text.getBytes(StandardCharsets.US_ASCII));
            to.flush();
        } catch (IOException e) {
            drawn = false; // The terminal is gone; the run goes on.
        }
    }
}
