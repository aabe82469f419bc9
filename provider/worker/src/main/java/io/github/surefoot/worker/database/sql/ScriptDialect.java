package io.github.surefoot.worker.database.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What differs between the scripts of one engine and another. */
public interface ScriptDialect {

    /**
     * Takes a script apart, as the engine itself would.
     *
     * @param script how messages call it: its file
     * @throws SqlScriptException if a literal, comment or quoted name does not end
     */
    List<SqlStatement> split(String script, String text) throws SqlScriptException;

    /** Takes a script apart that is to be run by a connection, whose settings may say what a literal is. */
    default List<SqlStatement> split(String script, String text, Connection connection)
            throws SqlScriptException, SQLException {
        return split(script, text);
    }

    /** Says what a statement is that only a shell understands; none if it is SQL. */
    Optional<String> shellCommand(SqlStatement statement);

    /** Tells whether the connection is inside a transaction that a statement of the script has begun. */
    boolean insideTransaction(Connection connection) throws SQLException;
}
