package io.github.surefoot.maven.console;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds out whether a person sits before this Maven, as Maven itself does. */
final class Terminal {
    private Terminal() {}

    /**
     * Returns the terminal; null in batch mode ({@code -B}), on a CI server, where there is none, or one that is dumb.
     *
     * <p>It is written to directly: with {@code -l}, {@link System#out} is a file.
     */
    static @Nullable OutputStream find(boolean interactive, UnaryOperator<@Nullable String> environment) {
        @Nullable String ci = environment.apply("CI");
        boolean server = ci != null && !ci.isEmpty() && !ci.equals("false");
        if (!interactive || server || "dumb".equals(environment.apply("TERM")) || !isThere()) {
            return null;
        }
        return new FileOutputStream(FileDescriptor.out);
    }

    @SuppressWarnings("SystemConsoleNull") // Null before Java 22; after that, it is asked.
    private static boolean isThere() {
        @Nullable Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too.
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
