package io.github.surefoot.worker.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.engine.sqlite.SqliteFile;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Everything a test may ask for is the same database, whichever way it is asked for. */
@WorkerDatabase
class JupiterTest {
    private final TestDatabase ofConstructor;

    JupiterTest(TestDatabase database) {
        ofConstructor = database;
    }

    @BeforeAll
    static void once(TestDatabase database, CartMapper carts) {
        assertThat(database).isSameAs(TestDatabase.current());
        carts.add("by beforeAll");
    }

    @BeforeEach
    void each(TestDatabase database) {
        assertThat(database).isSameAs(ofConstructor).isSameAs(TestDatabase.current());
    }

    @Test
    void all_ways_lead_to_one_database(
            TestDatabase database,
            DataSource dataSource,
            Connection connection,
            SqlSessionFactory factory,
            SqlSession session,
            CartMapper carts)
            throws SQLException {
        carts.add("by mapper");
        session.getMapper(CartMapper.class).add("by session");
        try (SqlSession own = factory.openSession()) {
            own.getMapper(CartMapper.class).add("by factory");
            own.commit();
        }
        add(connection, "by connection");
        try (Connection own = dataSource.getConnection()) {
            add(own, "by data source");
        }
        try (Connection own = DriverManager.getConnection(database.url())) {
            add(own, "by url");
        }
        try (Connection own = DriverManager.getConnection(System.getProperty("surefoot.database.url"))) {
            add(own, "by property");
        }
        assertThat(carts.names())
                .containsExactly(
                        "first; of two",
                        "it's -- the second",
                        "by beforeAll",
                        "by mapper",
                        "by session",
                        "by factory",
                        "by connection",
                        "by data source",
                        "by url",
                        "by property");
        assertThat(Files.exists(SqliteFile.of(database))).isTrue();
    }

    private static void add(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO cart (name) VALUES ('" + name + "')");
            try (ResultSet rows = statement.executeQuery("SELECT 1")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getStatement().getConnection()).isSameAs(connection);
            }
        }
    }

    @Nested
    class Inner {
        @Test
        void shares_the_database_of_the_class_around_it(TestDatabase database) {
            assertThat(database).isSameAs(ofConstructor);
        }
    }
}
