package io.github.surefoot.worker.database.mybatis;

import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.connection.OpenSite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** MyBatis's factory, whose sessions are known until they are closed, also those that never asked for a connection. */
final class TrackedSessionFactory implements SqlSessionFactory {
    private final SqlSessionFactory factory;
    private final DatabaseConnections connections;

    /** Tracks the sessions of the factory. */
    TrackedSessionFactory(SqlSessionFactory factory, DatabaseConnections connections) {
        this.factory = factory;
        this.connections = connections;
    }

    @Override
    public SqlSession openSession() {
        return tracked(factory.openSession());
    }

    @Override
    public SqlSession openSession(boolean autoCommit) {
        return tracked(factory.openSession(autoCommit));
    }

    @Override
    public SqlSession openSession(Connection connection) {
        return tracked(factory.openSession(connection));
    }

    @Override
    public SqlSession openSession(TransactionIsolationLevel level) {
        return tracked(factory.openSession(level));
    }

    @Override
    public SqlSession openSession(ExecutorType type) {
        return tracked(factory.openSession(type));
    }

    @Override
    public SqlSession openSession(ExecutorType type, boolean autoCommit) {
        return tracked(factory.openSession(type, autoCommit));
    }

    @Override
    public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
        return tracked(factory.openSession(type, level));
    }

    @Override
    public SqlSession openSession(ExecutorType type, Connection connection) {
        return tracked(factory.openSession(type, connection));
    }

    @Override
    public Configuration getConfiguration() {
        return factory.getConfiguration();
    }

    private SqlSession tracked(SqlSession session) {
        OpenSite site = OpenSite.here();
        connections.sessionOpened(session, site);
        return (SqlSession) Proxy.newProxyInstance(
                TrackedSessionFactory.class.getClassLoader(),
                new Class<?>[] {SqlSession.class},
                (proxy, method, arguments) -> invoke(session, site, proxy, method, arguments));
    }

    private @Nullable Object invoke(
            SqlSession session, OpenSite site, Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("getMapper") && arguments != null && arguments[0] instanceof Class<?> type) {
            // A mapper calls back the session it was made for: this proxy, so that its connection is the session's.
            return session.getConfiguration().getMapper(type, (SqlSession) proxy);
        }
        OpenSite before = connections.enterSession(site);
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        } finally {
            connections.leaveSession(before);
            if (method.getName().equals("close")) {
                connections.sessionClosed(session);
            }
        }
    }
}
