package io.github.surefoot.worker.database.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a script apart. What ends a statement, and what is a literal, a comment or a name, is each database's own; how a
 * quote ends, and in which line something stands, is not.
 */
public abstract class ScriptSplitter {
    /** The script, without a byte order mark. */
    protected final String text;

    /** How much of it is taken apart. */
    protected int at;

    private final String script;
    private final List<SqlStatement> statements = new ArrayList<>();
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
    protected ScriptSplitter(String script, String text) {
        this.script = script;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Returns its statements.
     *
     * @throws SqlScriptException if a literal, comment, quoted name or body does not end
     */
    public final List<SqlStatement> split() throws SqlScriptException {
        while (at < text.length()) {
            step();
        }
        if (inStatement()) {
            String open = openBody();
            if (!open.isEmpty()) {
                throw new SqlScriptException(script, startLine, open);
            }
            finishStatement();
        }
        return statements;
    }

    /** Takes at least one character. */
    protected abstract void step() throws SqlScriptException;

    /** Tells what is wrong if the script ends here within a statement; empty if that is its end. */
    protected abstract String openBody();

    /** Tells whether a statement has begun. */
    protected final boolean inStatement() {
        return start >= 0;
    }

    /** Begins a statement, if none has begun, and tells whether it did. */
    protected final boolean beginStatement() {
        if (inStatement()) {
            return false;
        }
        start = at;
        startLine = line;
        return true;
    }

    /** Returns the statement that has begun, as far as the script goes. */
    protected final SqlStatement rest() {
        return new SqlStatement(startLine, text.substring(start));
    }

    /** Returns the statement that has begun, up to what last belonged to it. */
    protected final String statement() {
        return text.substring(start, afterLastToken);
    }

    /** Has what was taken so far belong to the statement: what is taken after it may be space or a comment. */
    protected final void belongs() {
        afterLastToken = at;
    }

    /** Ends the statement with what last belonged to it. */
    protected final void finishStatement() {
        statements.add(new SqlStatement(startLine, statement()));
        start = -1;
    }

    /** Takes all up to a place, and counts the lines. */
    protected final void moveTo(int to) {
        line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
        at = to;
    }

    /** Takes the rest of the line. */
    protected final void skipLine() {
        int end = text.indexOf('\n', at);
        moveTo(end < 0 ? text.length() : end);
    }

    /**
     * Takes all up to an end, and that.
     *
     * @param from where to look for it
     * @param what what ends there, for a message
     */
    protected final void skipTo(String end, int from, String what) throws SqlScriptException {
        int to = text.indexOf(end, from);
        if (to < 0) {
            throw unended(what);
        }
        moveTo(to + end.length());
    }

    /**
     * Takes what stands in quotes; doubled, they do not end it.
     *
     * @param backslashes whether a backslash keeps them from ending it, too
     */
    protected final void quoted(char quote, boolean backslashes) throws SqlScriptException {
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
        throw unended(quote == '\'' ? "literal" : "quoted name");
    }

    /** Returns the error of something that begins here and does not end. */
    protected final SqlScriptException unended(String what) {
        return new SqlScriptException(script, line, "the " + what + " that begins here does not end");
    }
}
