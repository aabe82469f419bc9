package io.github.surefoot.worker.database.sql;

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
public final class StandardSplitter extends ScriptSplitter {
    private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private final RoutineBody body = new RoutineBody();

    /**
     * Takes a script.
     *
     * @param script how messages call it: its file
     */
    public StandardSplitter(String script, String text) {
        super(script, text);
    }

    @Override
    protected String openBody() {
        return body.isOpen() ? "the BEGIN ATOMIC of this routine has no END" : "";
    }

    @Override
    protected void step() throws SqlScriptException {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            moveTo(at + 1);
        } else if (text.startsWith("--", at)) {
            skipLine();
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
        if (inStatement() && !body.isOpen()) {
            finishStatement();
        } else if (inStatement()) {
            belongs();
        }
    }

    private void token(char c) throws SqlScriptException {
        if (beginStatement()) {
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
        belongs();
    }

    private void word() {
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '$')) {
            at++;
        }
        body.word(text.substring(from, at).toUpperCase(Locale.ROOT));
    }

    private void comment() throws SqlScriptException {
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
        throw unended("comment");
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127;
    }
}
