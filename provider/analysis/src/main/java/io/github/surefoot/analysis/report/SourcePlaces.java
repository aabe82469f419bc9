package io.github.surefoot.analysis.report;

import io.github.surefoot.core.Failure;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source files that stack traces on the page lead to. */
final class SourcePlaces {
    /** A frame as {@link Throwable#printStackTrace()} writes it: class, method, file and line. */
    private static final Pattern FRAME = Pattern.compile(
            "^\\s*at (?:[^\\s(]*/)?([\\w.$]+)\\.[^.\\s(]+\\((\\w[\\w$-]*\\.\\w+):\\d+\\)", Pattern.MULTILINE);

    private final SourceRoots roots;
    private final Map<String, String> files = new TreeMap<>();

    SourcePlaces(SourceRoots roots) {
        this.roots = roots;
    }

    /** Looks up what a stack trace leads to. */
    void lookUp(Failure failure) {
        if (!roots.isKnown()) {
            return;
        }
        Matcher frame = FRAME.matcher(failure.stackTrace());
        while (frame.find()) {
            String className = frame.group(1);
            int dot = className.lastIndexOf('.');
            String path = (dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/')) + frame.group(2);
            roots.find(path).ifPresent(file -> files.put(path, file));
        }
    }

    /** Returns the path of each file from the module, by its package and name. */
    Map<String, String> files() {
        return files;
    }
}
