package io.github.surefoot.worker.database.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A script of SQL.
 *
 * @param name how messages call it: its file
 * @param text its content
 * @param dialect whose SQL it is
 */
public record SqlScript(String name, String text, ScriptDialect dialect) {

    /**
     * Takes the script apart.
     *
     * @throws SqlScriptException if a literal, comment, quoted name or body does not end
     */
    public List<SqlStatement> statements() throws SqlScriptException {
        return dialect.split(name, text);
    }

    /**
     * Runs every statement, each in a transaction of its own unless the script begins one.
     *
     * @throws SqlScriptException at the first statement that fails, or if the script leaves a transaction open
     */
    public void run(Connection connection) throws SqlScriptException {
        List<SqlStatement> statements = statements(connection);
        for (SqlStatement statement : statements) {
            run(connection, statement);
        }
        if (!statements.isEmpty()) {
            refuseOpenTransaction(connection, statements.get(statements.size() - 1));
        }
    }

    private List<SqlStatement> statements(Connection connection) throws SqlScriptException {
        try {
            return dialect.split(name, text, connection);
        } catch (SQLException e) {
            throw new SqlScriptException(name, 1, "the server does not say how to read it: " + e.getMessage());
        }
    }

    private void run(Connection connection, SqlStatement statement) throws SqlScriptException {
        Optional<String> command = dialect.shellCommand(statement);
        if (command.isPresent()) {
            throw new SqlScriptException(
                    name,
                    statement.line(),
                    "'" + statement.summary() + "' is " + command.get() + ", not SQL; remove the line");
        }
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.text());
        } catch (SQLException e) {
            throw new SqlScriptException(name, statement, e);
        }
    }

    private void refuseOpenTransaction(Connection connection, SqlStatement last) throws SqlScriptException {
        try {
            if (dialect.insideTransaction(connection)) {
                throw new SqlScriptException(
                        name, last.line(), "the script ends inside a transaction; end it with COMMIT");
            }
        } catch (SQLException e) {
            throw new SqlScriptException(name, last, e);
        }
    }
}
