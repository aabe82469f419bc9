package io.github.surefoot.worker.database.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What users hold instead of the driver's connection. */
final class ConnectionHandler implements InvocationHandler {
    private final TrackedConnection connection;
    private final JdbcHandler gated;

    ConnectionHandler(TrackedConnection connection) {
        this.connection = connection;
        this.gated = new JdbcHandler(connection, connection.raw(), "", null);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> close();
            case "abort" -> abort();
            case "isClosed" -> connection.gate().isShut() || connection.raw().isClosed();
            case "isValid" ->
                !connection.gate().isShut() && Boolean.TRUE.equals(gated.invoke(proxy, method, arguments));
            default -> gated.invoke(proxy, method, arguments);
        };
    }

    private @Nullable Object close() throws SQLException {
        connection.close();
        return null;
    }

    /** The driver's own abort does nothing. */
    private @Nullable Object abort() throws SQLException {
        connection.owner().abort(connection);
        return null;
    }
}
