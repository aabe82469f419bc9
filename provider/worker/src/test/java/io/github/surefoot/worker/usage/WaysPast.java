package io.github.surefoot.worker.usage;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.javax.SQLiteConnectionPoolDataSource;

/** Every way to a connection by the driver's own classes. */
public final class WaysPast {
    /** One of them. */
    public interface Way {
        /** Opens a connection. */
        Object open(String url) throws SQLException;
    }

    private WaysPast() {}

    /** Returns all of them. */
    public static List<Way> all() {
        return List.of(
                url -> new JDBC().connect(url, new Properties()),
                url -> {
                    Driver driver = new JDBC();
                    return driver.connect(url, new Properties());
                },
                url -> JDBC.createConnection(url, new Properties()),
                url -> new SQLiteConfig().createConnection(url),
                url -> {
                    SQLiteDataSource source = new SQLiteDataSource();
                    source.setUrl(url);
                    return source.getConnection();
                },
                url -> {
                    SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig());
                    source.setUrl(url);
                    DataSource any = source;
                    return any.getConnection();
                },
                url -> {
                    SQLiteConnectionPoolDataSource source = new SQLiteConnectionPoolDataSource();
                    source.setUrl(url);
                    return source.getPooledConnection();
                });
    }

    /** A data source that is made here and used elsewhere. */
    public static final class Maker {
        private Maker() {}

        /** Makes it. */
        public static DataSource make() {
            return new SQLiteDataSource();
        }
    }

    /** Opens nothing itself. */
    public static final class Caller {
        private Caller() {}

        /** Has it opened. */
        public static Connection open() throws SQLException {
            return Maker.make().getConnection();
        }
    }
}
