package io.github.surefoot.worker.database.sql;

/** A script that cannot be read or run; the message names file, line and statement. */
public final class SqlScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with a line of a script. */
    public SqlScriptException(String script, int line, String what) {
        super(script + ":" + line + ": " + what);
    }

    /** Says which statement failed. */
    public SqlScriptException(String script, SqlStatement statement, Throwable cause) {
        super(
                script + ":" + statement.line() + ": " + cause.getMessage() + System.lineSeparator()
                        + "    in the statement: " + statement.summary(),
                cause);
    }
}
