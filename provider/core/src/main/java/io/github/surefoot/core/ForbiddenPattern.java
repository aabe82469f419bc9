package io.github.surefoot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A message that may not occur: an entry of {@code surefoot.forbidden}.
 *
 * @param text the entry as the user wrote it: a text, found whatever its case, or a regular expression between slashes
 * @param pattern what is searched for
 */
public record ForbiddenPattern(String text, Pattern pattern) {
    /** The setting. */
    public static final String SETTING = "surefoot.forbidden";

    /** An expression between slashes may hold commas; any other entry ends at one. */
    private static final Pattern ENTRY = Pattern.compile("\\s*(/[^\n]+?/(?=\\s*(?:[,\n]|$))|[^,\n]+)");

    /**
     * Reads the setting: entries between commas or line breaks.
     *
     * @throws IllegalArgumentException if an expression cannot be used, with the setting, the expression and the mend
     */
    public static List<ForbiddenPattern> parse(String setting) {
        List<ForbiddenPattern> result = new ArrayList<>();
        Matcher entries = ENTRY.matcher(setting);
        while (entries.find()) {
            String text = entries.group(1).strip();
            if (!text.isEmpty()) {
                result.add(new ForbiddenPattern(text, compile(text)));
            }
        }
        return result;
    }

    private static Pattern compile(String text) {
        boolean expression = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        if (!expression) {
            return Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
        }
        try {
            return Pattern.compile(text.substring(1, text.length() - 1));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    SETTING + " has the expression '" + text + "', but " + e.getDescription()
                            + " at index " + e.getIndex()
                            + ". Mend the expression, or leave the slashes out to search for the text itself.",
                    e);
        }
    }

    /** Tells whether the message occurs in a text. */
    public boolean occursIn(CharSequence where) {
        return pattern.matcher(where).find();
    }
}
