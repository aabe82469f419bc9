package io.github.surefoot.worker.database.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a script apart by the rules that PostgreSQL and H2 share: a semicolon ends a statement unless it is part of a
 * literal, a quoted name, a comment, a dollar-quoted text or the body of a routine in standard SQL ({@code BEGIN ATOMIC
 * … END}). Block comments nest; a quote is escaped by doubling it, and in {@code E'…'} by a backslash.
 *
 * <p>The rules are those of <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL's
 * lexical structure</a>, and of psql for bodies.
 */
public final class StandardSplitter {
    private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private final String script;
    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final RoutineBody body = new RoutineBody();
    private int at;
    private int line = 1;
    /** Where the current statement begins; -1 between statements. */
    private int start = -1;

    private int startLine;
    private int afterLastToken;

    /**
     * Takes a script.
     *
     * @param script how messages call it: its file
     */
    public StandardSplitter(String script, String text) {
        this.script = script;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Returns its statements.
     *
     * @throws SqlScriptException if a literal, comment, quoted name or body does not end
     */
    public List<SqlStatement> split() throws SqlScriptException {
        while (at < text.length()) {
            step();
        }
        if (start >= 0) {
            if (body.isOpen()) {
                throw new SqlScriptException(script, startLine, "the BEGIN ATOMIC of this routine has no END");
            }
            finishStatement();
        }
        return statements;
    }

    private void step() throws SqlScriptException {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            moveTo(at + 1);
        } else if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            moveTo(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == ';') {
            semicolon();
        } else {
            token(c);
        }
    }

    private void semicolon() {
        at++;
        if (start >= 0 && !body.isOpen()) {
            finishStatement();
        } else if (start >= 0) {
            afterLastToken = at;
        }
    }

    private void token(char c) throws SqlScriptException {
        if (start < 0) {
            start = at;
            startLine = line;
            body.reset();
        }
        Matcher dollar = DOLLAR.matcher(text).region(at, text.length());
        if (c == '\'') {
            quoted(c, false);
        } else if (c == '"') {
            quoted(c, false);
        } else if ((c == 'E' || c == 'e') && text.startsWith("'", at + 1)) {
            at++;
            quoted('\'', true);
        } else if (c == '$' && dollar.lookingAt()) {
            skipTo(dollar.group(), dollar.end(), "dollar-quoted text");
        } else if (isWord(c)) {
            word();
        } else {
            at++;
        }
        afterLastToken = at;
    }

    private void word() {
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '$')) {
            at++;
        }
        body.word(text.substring(from, at).toUpperCase(Locale.ROOT));
    }

    private void quoted(char quote, boolean backslashes) throws SqlScriptException {
        int opened = line;
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (backslashes && c == '\\') {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                i += 2;
            } else {
                moveTo(i + 1);
                return;
            }
        }
        throw unended(opened, quote == '\'' ? "literal" : "quoted name");
    }

    private void comment() throws SqlScriptException {
        int opened = line;
        int depth = 0;
        int i = at;
        while (i < text.length()) {
            if (text.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    moveTo(i);
                    return;
                }
            } else {
                i++;
            }
        }
        throw unended(opened, "comment");
    }

    private void skipTo(String end, int from, String what) throws SqlScriptException {
        int to = text.indexOf(end, from);
        if (to < 0) {
            throw unended(line, what);
        }
        moveTo(to + end.length());
    }

    private void moveTo(int to) {
        line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
        at = to;
    }

    private SqlScriptException unended(int opened, String what) {
        return new SqlScriptException(script, opened, "the " + what + " that begins here does not end");
    }

    private void finishStatement() {
        statements.add(new SqlStatement(startLine, text.substring(start, afterLastToken)));
        start = -1;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127;
    }
}
