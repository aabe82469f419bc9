package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.sql.ScriptSplitter;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import java.util.Locale;

/**
 * Takes a script apart as SQLite itself would: a semicolon ends a statement unless it is part of a literal, a quoted
 * name, a comment or the body of a trigger. A trigger ends at {@code ; END ;}, the rule of {@code sqlite3_complete},
 * so that the END of a CASE does not end it.
 *
 * <p>The lexical rules are those of <a href="https://www.sqlite.org/lang_keywords.html">SQLite's keywords</a> and
 * <a href="https://www.sqlite.org/lang_comment.html">comments</a>: block comments do not nest, and a quote is escaped
 * by doubling it.
 */
final class SqliteSplitter extends ScriptSplitter {
    private final TriggerWatch trigger = new TriggerWatch();

    SqliteSplitter(String script, String text) {
        super(script, text);
    }

    @Override
    protected String openBody() {
        return trigger.insideBody() ? "the trigger that begins here has no '; END;': " + rest().summary() : "";
    }

    @Override
    protected void step() throws SqlScriptException {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            moveTo(at + 1);
        } else if (c == '-' && next() == '-') {
            skipLine();
        } else if (c == '/' && next() == '*') {
            skipTo("*/", at + 2, "comment");
        } else if (c == ';') {
            semicolon();
        } else {
            token(c);
        }
    }

    private void semicolon() {
        if (!inStatement()) {
            at++;
        } else if (trigger.semicolonEndsStatement()) {
            finishStatement();
            at++;
        } else {
            at++;
            belongs();
        }
    }

    private void token(char c) throws SqlScriptException {
        if (beginStatement()) {
            trigger.reset();
        }
        if (c == '\'' || c == '"' || c == '`') {
            quoted(c, false);
            trigger.token("");
        } else if (c == '[') {
            skipTo("]", at + 1, "quoted name");
            trigger.token("");
        } else if (isWord(c)) {
            int from = at;
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            trigger.token(text.substring(from, at).toUpperCase(Locale.ROOT));
        } else {
            at++;
            trigger.token("");
        }
        belongs();
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
