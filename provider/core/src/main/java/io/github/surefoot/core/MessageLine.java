package io.github.surefoot.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says first, on one line. Assertion libraries begin with an empty line or with the description that they
 * were given, and put what was expected and what was found on lines of their own; some go on with a stack trace.
 */
final class MessageLine {
    /** In characters: about two lines of a terminal. */
    static final int LONGEST = 240;

    /** In characters, for each line of a message that is longer than that: those that follow are to be seen too. */
    private static final int LONGEST_PART = 80;

    private static final int MOST_LINES = 200;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{So}]");
    private static final Pattern RULE = Pattern.compile("[-=_*~#+]{3,}");
    private static final Pattern OTHER_SIDE = Pattern.compile("\\bbut(?: was)?:");

    /** A frame of a stack trace, or a thread in a dump of several: from there on the text is none for people. */
    private static final Pattern FRAME = Pattern.compile("at [\\w.$/@<>-]+\\(.*\\).*|\"[^\"]+\" .*\\bprio=\\d.*");

    /** So Mockito says where a call is; what happened instead follows. */
    private static final Pattern PLACE = Pattern.compile("-> at .*");

    private MessageLine() {}

    /** Returns it without line breaks and other control characters; empty if the message says nothing. */
    static String of(String message) {
        List<String> lines = said(message);
        String whole = String.join(" ", lines);
        if (whole.length() <= LONGEST) {
            return whole;
        }
        Matcher other = OTHER_SIDE.matcher(whole);
        if (other.find()) {
            return cut(whole.substring(0, other.start()).strip(), LONGEST / 2) + " "
                    + cut(whole.substring(other.start()), LONGEST / 2 - 1);
        }
        int longest = lines.size() == 1 ? LONGEST : LONGEST_PART;
        return cut(
                String.join(" ", lines.stream().map(line -> cut(line, longest)).toList()), LONGEST);
    }

    /** Returns the first paragraph, and where that leaves it out the one that says what was found. */
    private static List<String> said(String message) {
        List<String> said = new ArrayList<>();
        boolean over = false;
        Iterator<String> lines = message.lines().limit(MOST_LINES).iterator();
        while (lines.hasNext()) {
            String line = SPACES.matcher(lines.next()).replaceAll(" ").strip();
            if (FRAME.matcher(line).matches() && !said.isEmpty()) {
                break;
            }
            over &= !OTHER_SIDE.matcher(line).find();
            if (isSaying(line, said.isEmpty()) && !over) {
                said.add(line);
            } else if (line.isEmpty() && !said.isEmpty()) {
                over |= !isUnfinished(said);
            }
        }
        return said;
    }

    /** Tells whether a line says something; the first one needs a word for that, while a value may be {@code []}. */
    private static boolean isSaying(String line, boolean first) {
        boolean something = first ? WORD.matcher(line).find() : !line.isEmpty();
        return something
                && !RULE.matcher(line).matches()
                && !PLACE.matcher(line).matches()
                && !FRAME.matcher(line).matches();
    }

    /** Tells whether there is but a description so far, or the last line announces what follows. */
    private static boolean isUnfinished(List<String> said) {
        String last = said.get(said.size() - 1);
        return last.endsWith(":") || (said.size() == 1 && last.startsWith("[") && last.endsWith("]"));
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        // Half a character would be none.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
