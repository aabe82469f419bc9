package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.secret.Redactor;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what Surefire throws, since Maven logs that on its own. Tests are looked for in the Maven process
 * when several workers share them, so code of the project may have thrown it there.
 */
record MaskedFaults(Redactor redactor) {

    MojoExecutionException masked(MojoExecutionException e) {
        if (!shows(e)) {
            return e;
        }
        return kept(e, new MojoExecutionException(text(e.getMessage()), cause(e)));
    }

    MojoFailureException masked(MojoFailureException e) {
        if (!shows(e)) {
            return e;
        }
        return kept(e, new MojoFailureException(text(e.getMessage()), cause(e)));
    }

    private boolean shows(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return redactor.finds(trace.getBuffer());
    }

    private static <T extends Throwable> T kept(Throwable original, T masked) {
        masked.setStackTrace(original.getStackTrace());
        return masked;
    }

    private @Nullable Throwable cause(Throwable thrown) {
        @Nullable Throwable cause = thrown.getCause();
        return cause == null ? null : kept(cause, new Masked(text(cause.toString()), cause(cause)));
    }

    private String text(@Nullable String message) {
        return redactor.redact(String.valueOf(message));
    }

    /** Stands for a throwable of any class; its message begins with the name of that. */
    private static final class Masked extends Exception {
        private static final long serialVersionUID = 1L;

        Masked(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
