package io.github.surefoot.analysis.gate;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person reads in a line: without the stack traces that a text may go on with. The report has the whole. */
final class ShortText {
    private static final int LONGEST = 600;

    /** A frame, the head of a thread, a cause, or what leads over to them. */
    private static final Pattern OF_STACK = Pattern.compile("\\s+(at|\\.\\.\\.) .*|\\s*Caused by: .*|\".*\" [A-Z_]+");

    private static final Pattern LEADS_OVER = Pattern.compile("[^.]*:$");

    private ShortText() {}

    /** Returns a text without stack traces as it is. */
    static String of(String text) {
        if (text.lines().noneMatch(ShortText::isOfStack)) {
            return text;
        }
        String first = text.lines()
                .takeWhile(line -> !isOfStack(line))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        String whole = LEADS_OVER.matcher(first).replaceFirst("").strip();
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }

    private static boolean isOfStack(String line) {
        return OF_STACK.matcher(line).matches();
    }
}
