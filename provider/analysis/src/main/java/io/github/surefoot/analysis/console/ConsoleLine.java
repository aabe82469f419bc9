package io.github.surefoot.analysis.console;

import java.util.regex.Pattern;

/**
 * A line to print.
 *
 * @param level how grave it is
 * @param text the line, without colours; line breaks and other control characters become spaces, since names and
 *     messages of tests are in it
 */
public record ConsoleLine(Level level, String text) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Leaves out what would move the cursor. */
    public ConsoleLine {
        text = CONTROL.matcher(text).replaceAll(" ");
    }

    /** How grave a line is, as in Maven's own log. */
    public enum Level {
        /** All is well. */
        INFO,
        /** Someone should look at it, though the build does not fail for it. */
        WARN,
        /** The build fails for it. */
        ERROR
    }

    static ConsoleLine info(String text) {
        return new ConsoleLine(Level.INFO, text);
    }

    static ConsoleLine warn(String text) {
        return new ConsoleLine(Level.WARN, text);
    }

    static ConsoleLine error(String text) {
        return new ConsoleLine(Level.ERROR, text);
    }
}
