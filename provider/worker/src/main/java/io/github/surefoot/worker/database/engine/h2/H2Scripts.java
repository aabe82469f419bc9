package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.sql.ScriptDialect;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import io.github.surefoot.worker.database.sql.StandardSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Scripts of H2's SQL. */
final class H2Scripts implements ScriptDialect {
    @Override
    public List<SqlStatement> split(String script, String text) throws SqlScriptException {
        return new StandardSplitter(script, text).split();
    }

    @Override
    public Optional<String> shellCommand(SqlStatement statement) {
        return Optional.empty();
    }

    /** H2 leaves auto-commit mode at BEGIN. */
    @Override
    public boolean insideTransaction(Connection connection) throws SQLException {
        return !connection.getAutoCommit();
    }
}
