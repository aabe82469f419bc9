package ${package}.store;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Keeps moments as milliseconds since 1970, since SQLite has no type for them. */
public final class InstantTypeHandler extends BaseTypeHandler<Instant> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Instant moment, JdbcType type)
            throws SQLException {
        statement.setLong(index, moment.toEpochMilli());
    }

    @Override
    public Instant getNullableResult(ResultSet row, String column) throws SQLException {
        return nullable(row.getLong(column), row.wasNull());
    }

    @Override
    public Instant getNullableResult(ResultSet row, int column) throws SQLException {
        return nullable(row.getLong(column), row.wasNull());
    }

    @Override
    public Instant getNullableResult(CallableStatement call, int column) throws SQLException {
        return nullable(call.getLong(column), call.wasNull());
    }

    private static Instant nullable(long millis, boolean wasNull) {
        return wasNull ? null : Instant.ofEpochMilli(millis);
    }
}
