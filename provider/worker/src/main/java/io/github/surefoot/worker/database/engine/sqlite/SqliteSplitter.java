package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
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
final class SqliteSplitter {
    private final String script;
    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int at;
    private int line = 1;
    /** Where the current statement begins; -1 between statements. */
    private int start = -1;

    private int startLine;
    private int afterLastToken;
    private final TriggerWatch trigger = new TriggerWatch();

    SqliteSplitter(String script, String text) {
        this.script = script;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    List<SqlStatement> split() throws SqlScriptException {
        while (at < text.length()) {
            step();
        }
        if (start >= 0) {
            if (trigger.insideBody()) {
                throw new SqlScriptException(
                        script, startLine, "the trigger that begins here has no '; END;': " + summaryOfRest());
            }
            finishStatement();
        }
        return statements;
    }

    private void step() throws SqlScriptException {
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '-' && next() == '-') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (c == '/' && next() == '*') {
            skipTo("*/", 2, "comment");
        } else if (c == ';') {
            semicolon();
        } else {
            token(c);
        }
    }

    private void semicolon() {
        if (start < 0) {
            at++;
        } else if (trigger.semicolonEndsStatement()) {
            finishStatement();
            at++;
        } else {
            at++;
            afterLastToken = at;
        }
    }

    private void token(char c) throws SqlScriptException {
        if (start < 0) {
            start = at;
            startLine = line;
            trigger.reset();
        }
        if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
            trigger.token("");
        } else if (c == '[') {
            skipTo("]", 1, "quoted name");
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
        afterLastToken = at;
    }

    private void quoted(char quote) throws SqlScriptException {
        int opened = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
            } else if (c == quote) {
                if (next() != quote) {
                    at++;
                    return;
                }
                at++;
            }
        }
        throw unended(opened, quote == '\'' ? "literal" : "quoted name");
    }

    private void skipTo(String end, int openLength, String what) throws SqlScriptException {
        int to = text.indexOf(end, at + openLength);
        if (to < 0) {
            throw unended(line, what);
        }
        line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
        at = to + end.length();
    }

    private SqlScriptException unended(int opened, String what) {
        return new SqlScriptException(script, opened, "the " + what + " that begins here does not end");
    }

    private void finishStatement() {
        statements.add(new SqlStatement(startLine, text.substring(start, afterLastToken)));
        start = -1;
    }

    private String summaryOfRest() {
        return new SqlStatement(startLine, text.substring(start)).summary();
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
