package io.github.surefoot.worker.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The line of a stack trace that somebody has written: frameworks put classes of their own before those of a project. */
public final class CodeLine {
    /** What proxies and subclasses have in their names that are made while a program runs, or by a build. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$(SpringCGLIB|EnhancerBy|FastClassBy|Owb\\w+Proxy)"
            + "|\\$Proxy(\\d|\\$)|\\$\\$_(Weld|jvst|javassist)|\\$HibernateProxy\\b|\\$MockitoMock\\b|\\$ByteBuddy\\b"
            + "|\\$Intercepted\\b|_ClientProxy$|_Subclass$|_WeldClientProxy|_WeldSubclass");

    private CodeLine() {}

    /** Tells whether a class was made by a framework, by its name. */
    public static boolean isGenerated(String className) {
        return GENERATED.matcher(className).find();
    }

    /**
     * Returns the frame to show.
     *
     * @param trace the innermost first
     * @param own whether a class is of the people who are told, generated or not
     * @return the first of their own with a line; else their first, one that is not generated before one that is; none if
     *     there is none of theirs
     */
    public static Optional<StackTraceElement> first(StackTraceElement[] trace, Predicate<String> own) {
        List<StackTraceElement> theirs = Arrays.stream(trace)
                .filter(frame -> own.test(frame.getClassName()))
                .toList();
        List<StackTraceElement> written = theirs.stream()
                .filter(frame -> !isGenerated(frame.getClassName()))
                .toList();
        return written.stream()
                .filter(frame -> frame.getLineNumber() > 0)
                .findFirst()
                .or(() -> written.stream().findFirst())
                .or(() -> theirs.stream().findFirst());
    }
}
