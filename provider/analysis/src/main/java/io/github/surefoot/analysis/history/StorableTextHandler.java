package io.github.surefoot.analysis.history;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedJdbcTypes;
import org.apache.ibatis.type.MappedTypes;
import org.apache.ibatis.type.StringTypeHandler;
import org.jspecify.annotations.Nullable;

/** Writes and reads every text as {@link StorableText}. Both databases call the type of a text column VARCHAR. */
@MappedTypes(String.class)
@MappedJdbcTypes(value = JdbcType.VARCHAR, includeNullJdbcType = true)
final class StorableTextHandler extends StringTypeHandler {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, String text, @Nullable JdbcType type)
            throws SQLException {
        super.setNonNullParameter(statement, i, StorableText.of(text), type);
    }

    @Override
    public @Nullable String getNullableResult(ResultSet rows, String column) throws SQLException {
        return read(super.getNullableResult(rows, column));
    }

    @Override
    public @Nullable String getNullableResult(ResultSet rows, int column) throws SQLException {
        return read(super.getNullableResult(rows, column));
    }

    @Override
    public @Nullable String getNullableResult(CallableStatement statement, int column) throws SQLException {
        return read(super.getNullableResult(statement, column));
    }

    private static @Nullable String read(@Nullable String stored) {
        return stored == null ? null : StorableText.read(stored);
    }
}
