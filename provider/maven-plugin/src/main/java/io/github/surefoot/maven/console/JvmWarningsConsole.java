package io.github.surefoot.maven.console;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Passes on what the JVMs of workers warn of, each warning once: fresh workers of many rounds all have the same to say.
 * Surefire prints it line by line to the streams of this JVM.
 */
public final class JvmWarningsConsole implements AutoCloseable {
    /** As HotSpot, OpenJ9 and the JDK's own launcher begin them. */
    private static final Pattern WARNING =
            Pattern.compile("(OpenJDK|Java HotSpot|JVM|Picked up|WARNING: |NOTE: |\\[warning]|\\[\\d.*]\\[warning]).*");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream ownOut;
    private final PrintStream ownErr;

    private JvmWarningsConsole() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        ownOut = new Once(out, seen);
        ownErr = new Once(err, seen);
    }

    /** Begins; to be closed when the last worker has ended. */
    public static JvmWarningsConsole once() {
        JvmWarningsConsole warnings = new JvmWarningsConsole();
        System.setOut(warnings.ownOut);
        System.setErr(warnings.ownErr);
        return warnings;
    }

    private static final class Once extends PrintStream {
        private final Set<String> seen;

        Once(PrintStream target, Set<String> seen) {
            super(target, true, Charset.defaultCharset());
            this.seen = seen;
        }

        @Override
        public void println(String line) {
            if (line == null || !WARNING.matcher(line).matches() || seen.add(line)) {
                super.println(line);
            }
        }
    }

    /** Puts the streams back, unless somebody else has put streams of their own before these since. */
    @Override
    public void close() {
        if (System.out == ownOut) {
            System.setOut(out);
        }
        if (System.err == ownErr) {
            System.setErr(err);
        }
    }
}
