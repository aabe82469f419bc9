package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.sql.ScriptDialect;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import io.github.surefoot.worker.database.sql.StandardSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Scripts of PostgreSQL's SQL. */
final class PostgresScripts implements ScriptDialect {
    @Override
    public List<SqlStatement> split(String script, String text) throws SqlScriptException {
        return new StandardSplitter(script, text).split();
    }

    @Override
    public Optional<String> shellCommand(SqlStatement statement) {
        return statement.text().startsWith("\\") ? Optional.of("a command of psql") : Optional.empty();
    }

    @Override
    public boolean insideTransaction(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }
}
