package io.github.surefoot.worker.database.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Passes a call on through the gate of its connection, and hands out whatever it opens in the same way. */
final class JdbcHandler implements InvocationHandler {
    private static final Set<Class<?>> OPENED = Set.of(
            Statement.class, PreparedStatement.class, CallableStatement.class, ResultSet.class, DatabaseMetaData.class);

    private static final Pattern COMMIT =
            Pattern.compile("\\s*(COMMIT|END)\\b(?!\\s+PREPARED)", Pattern.CASE_INSENSITIVE);

    private final TrackedConnection connection;
    private final Object target;
    private final String sql;
    private final @Nullable Object opener;

    /**
     * Stands for a target.
     *
     * @param sql the statement it belongs to; empty if none
     * @param opener the proxy that opened it; null for the connection itself
     */
    JdbcHandler(TrackedConnection connection, Object target, String sql, @Nullable Object opener) {
        this.connection = connection;
        this.target = target;
        this.sql = sql;
        this.opener = opener;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "tracked " + target;
            case "unwrap" -> unwrap(proxy, (Class<?>) argument(arguments));
            case "isWrapperFor" -> isWrapperFor(proxy, (Class<?>) argument(arguments));
            case "getConnection" -> connection.proxy();
            case "getStatement" -> opener instanceof Statement ? opener : pass(proxy, method, arguments);
            // What belongs to a closed connection is closed with it.
            case "close" -> connection.gate().isShut() ? null : pass(proxy, method, arguments);
            default -> pass(proxy, method, arguments);
        };
    }

    private boolean isWrapperFor(Object proxy, Class<?> asked) {
        return asked.isInstance(proxy) || asked.isInstance(target);
    }

    private static Object argument(Object @Nullable [] arguments) {
        if (arguments == null || arguments[0] == null) {
            throw new IllegalArgumentException("A class is needed");
        }
        return arguments[0];
    }

    private Object unwrap(Object proxy, Class<?> asked) throws SQLException {
        if (asked.isInstance(proxy)) {
            return proxy;
        } else if (asked.isInstance(target)) {
            return target;
        }
        return ((Wrapper) target).unwrap(asked);
    }

    private @Nullable Object pass(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String statement = statement(method, arguments);
        boolean outermost = connection
                .gate()
                .enter(new CallGate.Call(statement.isEmpty() ? method.getName() : statement, running()));
        try {
            if (commits(method, arguments, statement)) {
                connection.committing();
            }
            if (method.getName().startsWith("execute")) {
                connection.runs(statement);
            }
            Object result = method.invoke(target, arguments);
            return result != null && OPENED.contains(method.getReturnType())
                    ? wrap(proxy, method.getReturnType(), result, statement)
                    : result;
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : connection.owner().explained(cause, connection);
        } finally {
            if (outermost) {
                connection.gate().leave();
            }
        }
    }

    private static boolean commits(Method method, Object @Nullable [] arguments, String statement) {
        return switch (method.getName()) {
            case "commit" -> true;
            case "setAutoCommit" -> arguments != null && Boolean.TRUE.equals(arguments[0]);
            case "execute", "executeUpdate" -> COMMIT.matcher(statement).lookingAt();
            default -> false;
        };
    }

    /** A call of a result set may well run its statement on. */
    private @Nullable Statement running() {
        Object of = opener instanceof Statement && Proxy.getInvocationHandler(opener) instanceof JdbcHandler by
                ? by.target
                : target;
        return of instanceof Statement running ? running : null;
    }

    private String statement(Method method, Object @Nullable [] arguments) {
        boolean takesSql = (method.getName().startsWith("execute")
                        || method.getName().startsWith("prepare")
                        || method.getName().equals("addBatch"))
                && arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String;
        return takesSql && arguments != null ? String.valueOf(arguments[0]) : sql;
    }

    private Object wrap(Object proxy, Class<?> type, Object result, String statement) {
        Object openedBy = proxy instanceof Connection ? connection.proxy() : proxy;
        return Proxy.newProxyInstance(
                JdbcHandler.class.getClassLoader(),
                new Class<?>[] {type},
                new JdbcHandler(connection, result, statement, openedBy));
    }
}
