package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.sql.ScriptDialect;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Scripts of MariaDB's and MySQL's SQL, as their client reads them. */
final class MariaScripts implements ScriptDialect {
    @Override
    public List<SqlStatement> split(String script, String text) throws SqlScriptException {
        return new MariaSplitter(script, text, new Backslashes(true)).split();
    }

    /** The server has a mode of its own, in which the session of a script begins. */
    @Override
    public List<SqlStatement> split(String script, String text, Connection connection)
            throws SqlScriptException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@sql_mode")) {
            row.next();
            return new MariaSplitter(script, text, new Backslashes(Backslashes.escapeIn(row.getString(1)))).split();
        }
    }

    @Override
    public Optional<String> shellCommand(SqlStatement statement) {
        if (statement.text().matches("(?is)USE\\s+\\S+\\s*")) {
            return Optional.of("the way to another database, which all workers would share");
        }
        return statement.text().startsWith("\\") || statement.text().matches("(?is)SOURCE\\s+\\S+\\s*")
                ? Optional.of("a command of the client")
                : Optional.empty();
    }

    /** The server says so by a number that it has only inside. */
    @Override
    public boolean insideTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@in_transaction")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            // MySQL has no such variable. What is left open there ends with the connection.
            return false;
        }
    }
}
