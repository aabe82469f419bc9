package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.Redactor;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in all that this Maven prints while modules run their tests: the second net, for what reaches the
 * console past the workers' listeners, such as the last words of a JVM that dies. The modules of a build share one.
 */
final class MaskedConsole {
    private final List<Redactor> redactors = new CopyOnWriteArrayList<>();
    private @Nullable Installed installed;

    private record Installed(PrintStream out, PrintStream err, PrintStream maskedOut, PrintStream maskedErr) {}

    /** Masks these too, until {@link #remove}. */
    synchronized void add(Redactor redactor) {
        redactors.add(redactor);
        if (installed == null) {
            Installed streams = new Installed(System.out, System.err, masked(System.out), masked(System.err));
            System.setOut(streams.maskedOut());
            System.setErr(streams.maskedErr());
            installed = streams;
        }
    }

    /** Masks these no longer; after the last, the console is again what it was. */
    synchronized void remove(Redactor redactor) {
        Installed streams = installed;
        if (streams == null) {
            return;
        }
        // First what has no line end yet: it was printed while there was something to mask.
        streams.maskedOut().flush();
        streams.maskedErr().flush();
        redactors.remove(redactor);
        if (!redactors.isEmpty()) {
            return;
        }
        installed = null;
        // Someone else may have put streams of their own before ours since; those then go on through ours.
        if (System.out == streams.maskedOut()) {
            System.setOut(streams.out());
        }
        if (System.err == streams.maskedErr()) {
            System.setErr(streams.err());
        }
    }

    private PrintStream masked(PrintStream stream) {
        Charset charset = Charset.defaultCharset();
        // Flushed by line: a PrintStream that flushes by itself would show a long text in pieces of 8192 characters.
        return new PrintStream(new MaskingStream(stream, redactors, charset), false, charset);
    }
}
