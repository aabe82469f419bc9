package io.github.surefoot.worker.database.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A script of SQLite's SQL.
 *
 * @param name how messages call it: its file
 * @param text its content
 */
public record SqlScript(String name, String text) {

    /**
     * Takes the script apart.
     *
     * @throws SqlScriptException if a literal, comment, quoted name or trigger does not end
     */
    public List<SqlStatement> statements() throws SqlScriptException {
        return new SqlSplitter(name, text).split();
    }

    /**
     * Runs every statement, each in a transaction of its own unless the script begins one.
     *
     * @throws SqlScriptException at the first statement that fails, or if the script leaves a transaction open
     */
    public void run(Connection connection) throws SqlScriptException {
        List<SqlStatement> statements = statements();
        for (SqlStatement statement : statements) {
            run(connection, statement);
        }
        if (!statements.isEmpty() && transactionOpen(connection)) {
            throw new SqlScriptException(
                    name,
                    statements.get(statements.size() - 1).line(),
                    "the script ends inside a transaction; end it with COMMIT");
        }
    }

    private void run(Connection connection, SqlStatement statement) throws SqlScriptException {
        if (statement.text().startsWith(".")) {
            throw new SqlScriptException(
                    name,
                    statement.line(),
                    "'" + statement.summary() + "' is a command of the sqlite3 shell, not SQL; remove the line");
        }
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.text());
        } catch (SQLException e) {
            throw new SqlScriptException(name, statement, e);
        }
    }

    /** SQLite has no transaction inside a transaction, so a refused BEGIN tells that one is open. */
    private static boolean transactionOpen(Connection connection) {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute("BEGIN");
            jdbc.execute("ROLLBACK");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
