package io.github.surefoot.analysis.evidence.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Threads whose names differ in numbers only, as {@code pool-3-thread-1} and {@code pool-7-thread-2} do: a JVM counts on, and
 * one pool that a test never shuts down has another name in each round.
 */
final class NumberedThreads {
    private static final Pattern NAME = Pattern.compile("(?<=thread ')[^']*\\d[^']*(?=')");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private NumberedThreads() {}

    /** Returns what is told of a thread, with N for each number in its name. */
    static String folded(String what) {
        return NAME.matcher(what)
                .replaceAll(name ->
                        Matcher.quoteReplacement(NUMBER.matcher(name.group()).replaceAll("N")));
    }
}
