package io.github.surefoot.worker.database.mybatis;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.connection.DatabaseConnections;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.io.VFS;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionManager;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * MyBatis on one database, without a pool. Every database has a configuration of its own: second-level caches live in
 * it, and a shared one would show the rows of another class.
 */
public final class MyBatis {
    private static final String ENVIRONMENT = "surefoot";
    private static final String CONFIGURATION = "mybatis-config.xml";
    private final ProjectConfiguration configuration;
    private final SqlSessionFactory factory;
    private final SqlSessionManager perCall;
    private final ClassLoader loader;

    /**
     * Configures MyBatis.
     *
     * @param catalog the mappers of the project
     * @throws DatabaseException if a setting names what is not there
     */
    public MyBatis(
            MyBatisSettings settings, DataSource dataSource, DatabaseConnections connections, MapperCatalog catalog) {
        this.loader = catalog.loader();
        this.configuration = configuration(settings, loader);
        configuration.setEnvironment(new Environment(ENVIRONMENT, new JdbcTransactionFactory(), dataSource));
        for (String mapper : settings.mappers()) {
            addPackageOrType(mapper);
        }
        for (String location : settings.mapperXml()) {
            addXml(location);
        }
        configuration.know(catalog);
        this.factory = new TrackedSessionFactory(new DefaultSqlSessionFactory(configuration), connections);
        this.perCall = SqlSessionManager.newInstance(factory);
    }

    /** Reads the user's configuration file if there is one; the environments in it are not used. */
    private static ProjectConfiguration configuration(MyBatisSettings settings, ClassLoader loader) {
        String name = settings.configuration().orElse(CONFIGURATION);
        InputStream file = loader.getResourceAsStream(name);
        if (file == null && settings.configuration().isPresent()) {
            throw new DatabaseException("surefoot.database.mybatisConfig names '" + name
                    + "', which is not on the test class path. Write the path of a file there, such as " + CONFIGURATION
                    + ".");
        }
        if (file == null) {
            return new ProjectConfiguration();
        }
        try (file) {
            return (ProjectConfiguration)
                    new XMLConfigBuilder(ProjectConfiguration.class, file, ENVIRONMENT, new Properties()).parse();
        } catch (IOException e) {
            throw new DatabaseException("Cannot read MyBatis's configuration " + name + " on the class path", e);
        }
    }

    private void addPackageOrType(String name) {
        try {
            addMapper(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            addPackage(name, e);
        }
    }

    private void addPackage(String name, ClassNotFoundException noClass) {
        configuration.addMappers(name);
        boolean any = configuration.getMapperRegistry().getMappers().stream()
                .anyMatch(mapper -> mapper.getName().startsWith(name + "."));
        if (!any) {
            throw new DatabaseException(
                    "surefoot.database.mappers names '" + name + "', which is neither a mapper nor a package with"
                            + " mappers on the test class path. Write full names, such as com.acme.shop.CartMapper.",
                    noClass);
        }
    }

    private void addXml(String location) {
        try {
            for (String file : xmlFiles(location)) {
                new XMLMapperBuilder(
                                Resources.getResourceAsStream(loader, file),
                                configuration,
                                file,
                                configuration.getSqlFragments())
                        .parse();
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "surefoot.database.mapperXml names '" + location
                            + "', which cannot be read. Write a file or directory of the class path.",
                    e);
        }
    }

    private static List<String> xmlFiles(String location) throws IOException {
        String path = location.replaceFirst("^classpath:", "").replaceAll("^/+|/+$", "");
        if (path.endsWith(".xml")) {
            return List.of(path);
        }
        List<String> files = new ArrayList<>(VFS.getInstance().list(path));
        files.removeIf(file -> !file.endsWith(".xml"));
        if (files.isEmpty()) {
            throw new IOException("No .xml file in " + path);
        }
        return files;
    }

    /** Adds mappers to those that are known. */
    public synchronized void add(Mappers mappers) {
        mappers.types().forEach(this::addMapper);
        mappers.packages().forEach(configuration::addMappers);
    }

    private void addMapper(Class<?> type) {
        if (!configuration.hasMapper(type)) {
            configuration.addMapper(type);
        }
    }

    /** Returns the factory, whose sessions are tracked. */
    public SqlSessionFactory factory() {
        return factory;
    }

    /** Tells whether the interface is a mapper; one that carries its statements, or its XML, need not be configured. */
    public boolean isMapper(Class<?> type) {
        return configuration.hasMapper(type);
    }

    /** Returns a mapper that opens, commits and closes a session for every call; any thread may use it. */
    public <T> T mapper(Class<T> type) {
        if (!isMapper(type)) {
            throw new DatabaseException(
                    type.getName() + " is no known MyBatis mapper: neither it nor its methods have an"
                            + " annotation of MyBatis's, and there is no " + MapperTypes.xmlOf(type)
                            + " on the test class path."
                            + " Annotate it, put the XML there, or set surefoot.database.mapperXml to where the XML is:"
                            + " in the POM for tests that a goal of Surefoot runs, in surefoot.properties for others.");
        }
        return perCall.getMapper(type);
    }
}
