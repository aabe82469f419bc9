package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.sql.ScriptDialect;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Scripts of SQLite's SQL. */
final class SqliteScripts implements ScriptDialect {
    @Override
    public List<SqlStatement> split(String script, String text) throws SqlScriptException {
        return new SqliteSplitter(script, text).split();
    }

    @Override
    public Optional<String> shellCommand(SqlStatement statement) {
        return statement.text().startsWith(".") ? Optional.of("a command of the sqlite3 shell") : Optional.empty();
    }

    /** SQLite has no transaction inside a transaction, so a refused BEGIN tells that one is open. */
    @Override
    public boolean insideTransaction(Connection connection) {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute("BEGIN");
            jdbc.execute("ROLLBACK");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
