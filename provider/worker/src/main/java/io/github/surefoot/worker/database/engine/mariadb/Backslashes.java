package io.github.surefoot.worker.database.engine.mariadb;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a backslash escapes in literals: not in the SQL mode {@code NO_BACKSLASH_ESCAPES}, which a script may set, keep in
 * a variable and put back, as dumps do.
 */
final class Backslashes {
    private static final String MODE = "NO_BACKSLASH_ESCAPES";
    private static final int MODE_BIT = 1 << 20;

    /** What sets variables, perhaps in a comment that is run. */
    private static final Pattern SET =
            Pattern.compile("(?:/\\*M?!\\d*\\s*)?SET\\s+(?!STATEMENT\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(GLOBAL\\s+|@@GLOBAL\\.)?(?:@@(?:SESSION\\.|LOCAL\\.)?)?(@[\\w$.]+|\\bSQL_MODE)\\s*:?=\\s*"
                    + "('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\w+\\s*\\([^;]*\\)|[@\\w$.]+)",
            Pattern.CASE_INSENSITIVE);

    private final boolean byDefault;
    private final Map<String, Boolean> kept = new HashMap<>();
    private boolean escape;

    /**
     * Begins a session.
     *
     * @param byDefault whether they escape in the server's own mode
     */
    Backslashes(boolean byDefault) {
        this.byDefault = byDefault;
        this.escape = byDefault;
    }

    /** Returns whether they escape in a mode. */
    static boolean escapeIn(String mode) {
        return !mode.contains(MODE);
    }

    boolean escape() {
        return escape;
    }

    /** Is told of a statement that will have run before the next one. */
    void follow(String statement) {
        if (!SET.matcher(statement).matches()) {
            return;
        }
        Matcher matcher = ASSIGNMENT.matcher(statement);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                continue;
            }
            boolean value = valueOf(matcher.group(3).toUpperCase(Locale.ROOT));
            String name = matcher.group(2).toUpperCase(Locale.ROOT);
            if (name.startsWith("@")) {
                kept.put(name, value);
            } else {
                escape = value;
            }
        }
    }

    private boolean valueOf(String value) {
        if (value.equals("DEFAULT") || value.equals("@@GLOBAL.SQL_MODE")) {
            return byDefault;
        } else if (value.matches("@@(SESSION\\.|LOCAL\\.)?SQL_MODE")) {
            return escape;
        } else if (value.startsWith("@")) {
            return kept.getOrDefault(value, byDefault);
        } else if (value.matches("\\d{1,18}")) {
            return (Long.parseLong(value) & MODE_BIT) == 0;
        } else if (value.startsWith("REPLACE")) {
            return escape || value.contains(MODE);
        } else if (value.contains("SQL_MODE")) {
            // As in CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES').
            return escape && escapeIn(value);
        }
        return escapeIn(value);
    }
}
