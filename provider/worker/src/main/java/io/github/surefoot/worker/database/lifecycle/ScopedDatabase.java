package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.connection.LeftOpen;
import io.github.surefoot.worker.database.connection.TrackedDataSource;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.mybatis.MapperCatalog;
import io.github.surefoot.worker.database.mybatis.Mappers;
import io.github.surefoot.worker.database.mybatis.MyBatis;
import io.github.surefoot.worker.database.mybatis.MyBatisSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;

/** The database of a scope, on whichever engine. */
public final class ScopedDatabase implements TestDatabase {
    private final String name;
    private final String className;
    private final EngineDatabase database;
    private final DatabaseConnections connections;
    private final DataSource dataSource;
    private final BackEnd backEnd;
    private final MyBatisSettings settings;
    private final MapperCatalog mappers;
    private @Nullable MyBatis myBatis;

    ScopedDatabase(
            String name,
            String className,
            DatabaseConnections connections,
            EngineDatabase database,
            BackEnd backEnd,
            MyBatisSettings settings,
            MapperCatalog mappers) {
        this.name = name;
        this.className = className;
        this.database = database;
        this.connections = connections;
        this.backEnd = backEnd;
        this.settings = settings;
        this.mappers = mappers;
        this.dataSource = new TrackedDataSource(this::openConnection);
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public Connection openConnection() throws SQLException {
        backEnd.checkDirect(this);
        return connections.open();
    }

    /** Opens a connection for the driver manager. */
    public Connection openByUrl(Properties properties) throws SQLException {
        backEnd.checkUrl(this);
        return connections.open(properties);
    }

    @Override
    public SqlSessionFactory sqlSessionFactory() {
        return myBatis().factory();
    }

    @Override
    public SqlSession openSession() {
        return sqlSessionFactory().openSession(true);
    }

    @Override
    public <T> T mapper(Class<T> type) {
        return myBatis().mapper(type);
    }

    /** Adds mappers to those MyBatis knows already. */
    void addMappers(Mappers more) {
        if (!more.equals(Mappers.NONE)) {
            myBatis().add(more);
        }
    }

    /** Tells whether MyBatis knows the mapper. */
    public boolean isMapper(Class<?> type) {
        return myBatis().isMapper(type);
    }

    private synchronized MyBatis myBatis() {
        if (myBatis == null) {
            myBatis = new MyBatis(settings, dataSource, connections, mappers);
        }
        return myBatis;
    }

    String name() {
        return name;
    }

    String className() {
        return className;
    }

    String place() {
        return database.place();
    }

    EngineDatabase engineDatabase() {
        return database;
    }

    List<LeftOpen> leaks() {
        return connections.leaks();
    }

    List<String> openers() {
        return connections.openers();
    }

    List<String> close(Duration limit) throws InterruptedException {
        return connections.closeAll(limit);
    }

    @Override
    public String toString() {
        return "database of " + name + " (" + place() + ")";
    }
}
