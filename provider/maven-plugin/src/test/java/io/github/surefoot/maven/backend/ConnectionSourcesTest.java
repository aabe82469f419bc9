package io.github.surefoot.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSourcesTest {
    @ParameterizedTest
    @CsvSource({
        "java.sql.DriverManager, getConnection, drivermanager",
        "java.sql.Driver, connect, drivermanager",
        "org.jooq.impl.DSL, using, drivermanager",
        "org.apache.ibatis.datasource.unpooled.UnpooledDataSource, <init>, drivermanager",
        "org.springframework.jdbc.datasource.DriverManagerDataSource, <init>, drivermanager",
        "org.apache.commons.dbcp2.BasicDataSource, <init>, pools",
        "org.apache.commons.dbcp.BasicDataSource, <init>, pools",
        "com.mchange.v2.c3p0.ComboPooledDataSource, <init>, pools",
        "org.apache.tomcat.jdbc.pool.DataSource, <init>, pools",
        "org.vibur.dbcp.ViburDBCPDataSource, <init>, pools",
        "org.apache.ibatis.datasource.pooled.PooledDataSource, <init>, pools",
        "org.h2.jdbcx.JdbcConnectionPool, create, pools",
        "org.hsqldb.jdbc.JDBCPool, <init>, pools",
        "org.h2.jdbcx.JdbcDataSource, <init>, embedded",
        "org.hsqldb.jdbc.JDBCDataSource, <init>, embedded",
        "org.apache.derby.jdbc.EmbeddedDataSource, <init>, embedded",
        "org.duckdb.DuckDBDriver, <init>, embedded",
        "io.zonky.test.db.postgres.embedded.EmbeddedPostgres, start, embedded",
        "org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder, <init>, embedded",
        "org.apache.derby.jdbc.ClientDataSource, <init>, drivers",
        "org.sqlite.JDBC, <init>, drivers",
        "org.sqlite.SQLiteDataSource, <init>, drivers",
        "org.postgresql.ds.PGSimpleDataSource, <init>, drivers",
    })
    void whatOpensIsKnown(String owner, String name, String kind) {
        Member member = new Member(owner, name, "(Ljava/lang/String;)Ljava/lang/Object;", !name.startsWith("<"));

        assertThat(ConnectionSources.kindOf(member).map(BypassKind::word)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql.DriverManager, setLoginTimeout",
        "javax.sql.DataSource, getConnection",
        "com.zaxxer.hikari.HikariConfig, <init>",
        "com.zaxxer.hikari.HikariDataSource, close",
        "org.h2x.Driver, <init>",
        "org.sqlite.SQLiteConfig, <init>",
    })
    void whatOpensNothingIsNot(String owner, String name) {
        assertThat(ConnectionSources.kindOf(new Member(owner, name, "()V", false)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "spring.datasource.url=jdbc:h2:~/x", "jdbc:h2:file:/x;PASSWORD=y"})
    void onlyTheBeginningOfAUrlIsTold(String text) {
        assertThat(ConnectionSources.embeddedUrl(text)).contains("jdbc:h2:");
    }

    @Test
    void otherTextsAreNoUrls() {
        assertThat(ConnectionSources.embeddedUrl("jdbc:postgresql://db/h2")).isEmpty();
        assertThat(ConnectionSources.embeddedUrl("jdbc:h2:")).isEmpty();
        assertThat(ConnectionSources.embeddedUrl("")).isEmpty();
    }
}
