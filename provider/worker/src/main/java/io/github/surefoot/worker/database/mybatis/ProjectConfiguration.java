package io.github.surefoot.worker.database.mybatis;

import java.util.Collection;
import org.apache.ibatis.binding.MapperRegistry;
import org.apache.ibatis.cache.Cache;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that knows all mappers of the project from the first moment, whoever asked for which before. To read
 * them all takes its time, and every database has a configuration of its own; so a mapper is read when it is asked for,
 * and all are read when something is asked for that may be of any. Nobody can tell the difference.
 */
public class ProjectConfiguration extends Configuration {
    private @Nullable MapperCatalog catalog;
    private boolean complete;
    /** Held while mappers are read: what MyBatis asks meanwhile is about what it has read so far. */
    private boolean reading;

    /** Is made by MyBatis, too, which needs it public. */
    public ProjectConfiguration() {}

    /** From now on knows the mappers of the project, beside those that were added. */
    synchronized void know(MapperCatalog mappers) {
        catalog = mappers;
    }

    private synchronized void readAll() {
        if (catalog != null && !complete && !reading) {
            reading = true;
            try {
                for (Class<?> type : catalog.annotated()) {
                    readOne(type);
                }
                complete = true;
            } finally {
                reading = false;
            }
        }
    }

    private synchronized void readIfMapper(Class<?> type) {
        if (catalog != null && !reading && !super.hasMapper(type) && MapperTypes.isMapper(type, catalog.loader())) {
            reading = true;
            try {
                readOne(type);
            } finally {
                reading = false;
            }
        }
    }

    private void readOne(Class<?> type) {
        if (!super.hasMapper(type)) {
            addMapper(type);
        }
    }

    @Override
    public boolean hasMapper(Class<?> type) {
        readIfMapper(type);
        return super.hasMapper(type);
    }

    @Override
    public <T> T getMapper(Class<T> type, SqlSession session) {
        readIfMapper(type);
        return super.getMapper(type, session);
    }

    @Override
    public MapperRegistry getMapperRegistry() {
        readAll();
        return super.getMapperRegistry();
    }

    /** A name without its namespace is ambiguous or not by what else there is. */
    private void readAllIfMissing(boolean there, String name) {
        if (!there || name.indexOf('.') < 0) {
            readAll();
        }
    }

    @Override
    public MappedStatement getMappedStatement(String id, boolean validateIncompleteStatements) {
        readAllIfMissing(mappedStatements.containsKey(id), id);
        return super.getMappedStatement(id, validateIncompleteStatements);
    }

    @Override
    public boolean hasStatement(String statementName, boolean validateIncompleteStatements) {
        readAllIfMissing(mappedStatements.containsKey(statementName), statementName);
        return super.hasStatement(statementName, validateIncompleteStatements);
    }

    @Override
    public Collection<MappedStatement> getMappedStatements() {
        readAll();
        return super.getMappedStatements();
    }

    @Override
    public Collection<String> getMappedStatementNames() {
        readAll();
        return super.getMappedStatementNames();
    }

    @Override
    public ResultMap getResultMap(String id) {
        readAllIfMissing(resultMaps.containsKey(id), id);
        return super.getResultMap(id);
    }

    @Override
    public boolean hasResultMap(String id) {
        readAllIfMissing(resultMaps.containsKey(id), id);
        return super.hasResultMap(id);
    }

    @Override
    public Collection<ResultMap> getResultMaps() {
        readAll();
        return super.getResultMaps();
    }

    @Override
    public Cache getCache(String id) {
        readAllIfMissing(caches.containsKey(id), id);
        return super.getCache(id);
    }

    @Override
    public boolean hasCache(String id) {
        readAllIfMissing(caches.containsKey(id), id);
        return super.hasCache(id);
    }

    @Override
    public Collection<Cache> getCaches() {
        readAll();
        return super.getCaches();
    }
}
