package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a script apart as the client of MariaDB and MySQL would: the delimiter, which {@code DELIMITER} changes, ends a
 * statement unless it is part of a literal, a quoted name or a comment. Beyond the client, a semicolon inside the {@code
 * BEGIN … END} of a routine, trigger or event does not end it either, so that no script needs {@code DELIMITER}.
 *
 * <p>The rules are those of <a href="https://dev.mysql.com/doc/refman/8.0/en/comments.html">MySQL's comments</a>, of
 * which {@code /*!} and {@code /*M!} are part of the statement, and of <a
 * href="https://mariadb.com/kb/en/string-literals/">MariaDB's literals</a>: a quote is escaped by doubling it or by a
 * backslash, in a quoted name by doubling only.
 */
final class MariaSplitter {
    private static final Pattern DELIMITER = Pattern.compile("DELIMITER[ \\t]+(\\S+)[^\\n]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_LINE_END = Pattern.compile("#|--(?=\\s|$)");

    private final String script;
    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final CompoundBody body = new CompoundBody();
    private String delimiter = ";";
    private int at;
    private int line = 1;
    /** Where the current statement begins; -1 between statements. */
    private int start = -1;

    private int startLine;
    private int afterLastToken;

    MariaSplitter(String script, String text) {
        this.script = script;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    List<SqlStatement> split() throws SqlScriptException {
        while (at < text.length()) {
            step();
        }
        if (start >= 0) {
            if (body.isOpen()) {
                throw new SqlScriptException(script, startLine, "the BEGIN or CASE in this statement has no END");
            }
            finishStatement();
        }
        return statements;
    }

    private void step() throws SqlScriptException {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            moveTo(at + 1);
        } else if (here(TO_LINE_END).lookingAt()) {
            int end = text.indexOf('\n', at);
            moveTo(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at) && !isExecuted()) {
            skipTo("*/", at + 2, "comment");
        } else if (start < 0 && here(DELIMITER).lookingAt()) {
            changeDelimiter();
        } else if (text.startsWith(delimiter, at)) {
            delimiter();
        } else {
            token(c);
        }
    }

    private boolean isExecuted() {
        return text.startsWith("!", at + 2) || text.startsWith("M!", at + 2);
    }

    private Matcher here(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void changeDelimiter() {
        Matcher matcher = here(DELIMITER);
        if (matcher.lookingAt()) {
            delimiter = matcher.group(1);
            moveTo(matcher.end());
        }
    }

    private void delimiter() {
        at += delimiter.length();
        if (start < 0) {
            return;
        }
        boolean ends = !delimiter.equals(";") || !body.isOpen();
        if (ends) {
            finishStatement();
        } else {
            body.word("");
            afterLastToken = at;
        }
    }

    private void token(char c) throws SqlScriptException {
        if (start < 0) {
            start = at;
            startLine = line;
            body.reset();
        }
        if (c == '\'' || c == '"') {
            quoted(c, true);
        } else if (c == '`') {
            quoted(c, false);
        } else if (text.startsWith("/*", at)) {
            skipTo("*/", at + 2, "comment");
        } else if (isWord(c)) {
            word();
        } else {
            body.word(c == '.' ? "." : "");
            at++;
        }
        afterLastToken = at;
    }

    private void word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at)) && !text.startsWith(delimiter, at)) {
            at++;
        }
        body.word(text.substring(from, at).toUpperCase(Locale.ROOT));
    }

    private void quoted(char quote, boolean backslashes) throws SqlScriptException {
        body.word("");
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
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
