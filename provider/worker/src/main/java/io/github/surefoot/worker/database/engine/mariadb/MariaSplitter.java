package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.sql.ScriptSplitter;
import io.github.surefoot.worker.database.sql.SqlScriptException;
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
 * href="https://mariadb.com/kb/en/string-literals/">MariaDB's literals</a>: a quote is escaped by doubling it or, in most
 * {@linkplain Backslashes SQL modes}, by a backslash, in a quoted name by doubling only.
 */
final class MariaSplitter extends ScriptSplitter {
    private static final Pattern DELIMITER = Pattern.compile("DELIMITER[ \\t]+(\\S+)[^\\n]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_LINE_END = Pattern.compile("#|--(?=\\s|$)");

    private final CompoundBody body = new CompoundBody();
    private final Backslashes backslashes;
    private String delimiter = ";";

    /**
     * Takes a script.
     *
     * @param script how messages call it: its file
     * @param backslashes whether they escape where it begins
     */
    MariaSplitter(String script, String text, Backslashes backslashes) {
        super(script, text);
        this.backslashes = backslashes;
    }

    @Override
    protected String openBody() {
        return body.isOpen() ? "the BEGIN or CASE in this statement has no END" : "";
    }

    @Override
    protected void step() throws SqlScriptException {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            moveTo(at + 1);
        } else if (here(TO_LINE_END).lookingAt()) {
            skipLine();
        } else if (text.startsWith("/*", at) && !isExecuted()) {
            skipTo("*/", at + 2, "comment");
        } else if (!inStatement() && here(DELIMITER).lookingAt()) {
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
        if (!inStatement()) {
            return;
        }
        boolean ends = !delimiter.equals(";") || !body.isOpen();
        if (ends) {
            backslashes.follow(statement());
            finishStatement();
        } else {
            body.word("");
            belongs();
        }
    }

    private void token(char c) throws SqlScriptException {
        if (beginStatement()) {
            body.reset();
        }
        if (c == '\'' || c == '"') {
            body.word("");
            quoted(c, backslashes.escape());
        } else if (c == '`') {
            body.word("");
            quoted(c, false);
        } else if (text.startsWith("/*", at)) {
            skipTo("*/", at + 2, "comment");
        } else if (isWord(c)) {
            word();
        } else {
            body.word(c == '.' ? "." : "");
            at++;
        }
        belongs();
    }

    private void word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at)) && !text.startsWith(delimiter, at)) {
            at++;
        }
        body.word(text.substring(from, at).toUpperCase(Locale.ROOT));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
