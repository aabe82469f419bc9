package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.worker.database.DatabaseExtension;
import io.github.surefoot.worker.database.DatabaseName;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What {@link DatabaseExtension} does. */
public final class DatabaseCallbacks implements DatabaseExtension.Callbacks {
    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);
    private static final Set<Class<?>> TYPES =
            Set.of(TestDatabase.class, DataSource.class, Connection.class, SqlSessionFactory.class, SqlSession.class);

    private final CurrentWorker worker = CurrentWorker.get();

    /** Is made by the {@link java.util.ServiceLoader}. */
    public DatabaseCallbacks() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        CurrentDatabases.publish(worker);
        Scope scope = scope(context);
        if (context.getRequiredTestClass() == scope.owner()) {
            worker.scopes().classStarted(scope.owner());
            worker.scopes().bind(scope);
            context.getStore(NAMESPACE).put("end", new ScopeEnd(() -> worker.finishClass(scope), worker::leaksFail));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Scope scope = scope(context);
        worker.scopes().bind(scope);
        context.getStore(NAMESPACE).put("end", new ScopeEnd(() -> worker.finishTest(scope), worker::leaksFail));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // What is asked for after the test, by JUnit's own callbacks for the class, is the class's.
        worker.scopes().bind(scope(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return TYPES.contains(type)
                || (mayBeMapper(type)
                        && (isCalledMapper(parameter)
                                || database(parameter, context).isMapper(type)));
    }

    /** What is called a mapper and is none gets an error that says why, where JUnit would know no more than its type. */
    private static boolean isCalledMapper(ParameterContext parameter) {
        return parameter.getParameter().getType().getSimpleName().endsWith("Mapper")
                && (parameter.getParameter().getAnnotations().length == 0 || parameter.isAnnotated(DatabaseName.class));
    }

    /** Keeps the database closed as long as nobody asks for anything of it. */
    private static boolean mayBeMapper(Class<?> type) {
        return type.isInterface()
                && type.getClassLoader() != null
                && !type.getName().startsWith("java.")
                && !type.getName().startsWith("org.junit.");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        TestDatabase database = database(parameter, context);
        try {
            return value(type, database, context);
        } catch (SQLException e) {
            throw new ParameterResolutionException("Cannot open a connection to the " + database, e);
        }
    }

    private static Object value(Class<?> type, TestDatabase database, ExtensionContext context) throws SQLException {
        if (type == TestDatabase.class) {
            return database;
        } else if (type == DataSource.class) {
            return database.dataSource();
        } else if (type == SqlSessionFactory.class) {
            return database.sqlSessionFactory();
        } else if (type == SqlSession.class) {
            return closedWith(context, database.openSession());
        } else if (type == Connection.class) {
            return closedWith(context, database.openConnection());
        }
        return database.mapper(type);
    }

    /** JUnit closes what is in a store in the reverse order, so before the database itself. */
    private static <T extends AutoCloseable> T closedWith(ExtensionContext context, T opened) {
        ScopeEnd end = new ScopeEnd(
                () -> {
                    opened.close();
                    return List.of();
                },
                () -> false);
        context.getStore(NAMESPACE).put(opened, end);
        return opened;
    }

    private ScopedDatabase database(ParameterContext parameter, ExtensionContext context) {
        String name = parameter
                .findAnnotation(DatabaseName.class)
                .map(DatabaseName::value)
                .orElse(DatabaseNames.FIRST);
        return CurrentDatabases.open(worker, name).database(scope(context));
    }

    private static Scope scope(ExtensionContext context) {
        String test = context.getTestMethod().isPresent() ? context.getUniqueId() : "";
        return Scope.of(context.getRequiredTestClass(), test);
    }
}
