#!/usr/bin/env bash
# Guess: a statement that failed for a key can run again with other values, as with every driver; it is closed by close(), or
# with its connection.
# Seen: DuckDB's driver closes the statement with any error of the database. A loop that goes on after a row that is there
# already inserts none of those behind, without a word if it takes each SQLException for that. The next use is an error of
# class 08, so HikariCP takes the connection for broken and closes it: of a database in memory all is gone after one bad
# row. H2, HSQLDB and SQLite take the rows behind, in the pool too.
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
  org.duckdb:duckdb_jdbc:2.0.0.1 \
  com.h2database:h2:2.4.240 \
  org.hsqldb:hsqldb:2.7.4 \
  org.xerial:sqlite-jdbc:3.54.1.0 \
  com.zaxxer:HikariCP:7.0.2 \
  org.slf4j:slf4j-nop:2.0.17

cat >Main.java <<'EOF'
import com.zaxxer.hikari.HikariDataSource;
import java.sql.*;
import java.util.StringJoiner;

class Main {
    interface Step {
        void run() throws SQLException;
    }

    public static void main(String[] args) throws Exception {
        for (String[] driver : new String[][] {
            {"DuckDB", "jdbc:duckdb:"},
            {"H2", "jdbc:h2:mem:"},
            {"HSQLDB", "jdbc:hsqldb:mem:m"},
            {"SQLite", "jdbc:sqlite::memory:"}
        }) {
            String name = driver[0];
            try (Connection connection = DriverManager.getConnection(driver[1]);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table t (x int primary key)");
                System.out.println(name + ", closed by a bad row: " + closedBy(statement, () -> {
                    statement.execute("insert into t values (1)");
                    statement.execute("insert into t values (1)");
                }));
            }
            try (Connection connection = DriverManager.getConnection(driver[1]);
                    Statement statement = connection.createStatement()) {
                System.out.println(name + ", closed by a wrong name: "
                        + closedBy(statement, () -> statement.execute("delete from other")));
            }
            try (Connection connection = DriverManager.getConnection(driver[1])) {
                insert(connection);
                System.out.println(name + ", rows: " + rows(connection));
            }
            try (HikariDataSource pool = new HikariDataSource()) {
                pool.setJdbcUrl(driver[1]);
                pool.setMaximumPoolSize(1);
                try (Connection connection = pool.getConnection()) {
                    insert(connection);
                    System.out.println(name + ", HikariCP, closed: " + connection.isClosed());
                }
                try (Connection connection = pool.getConnection()) {
                    System.out.println(name + ", HikariCP, rows: " + rows(connection));
                }
            }
        }
    }

    static boolean closedBy(Statement statement, Step step) throws SQLException {
        try {
            step.run();
        } catch (SQLException expected) {
            return statement.isClosed();
        }
        throw new IllegalStateException("no error");
    }

    /** Makes the table anew and inserts 1, 1, 2 and 3, leaving out what is there already. */
    static void insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists t");
            statement.execute("create table t (x int primary key)");
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into t values (?)")) {
            for (int x : new int[] {1, 1, 2, 3}) {
                try {
                    statement.setInt(1, x);
                    statement.executeUpdate();
                } catch (SQLException thereAlready) {
                    // the next one
                }
            }
        }
    }

    static String rows(Connection connection) {
        StringJoiner rows = new StringJoiner(" ");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select x from t order by x")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows.toString();
        } catch (SQLException e) {
            return "no table";
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
DuckDB, closed by a bad row: true
DuckDB, closed by a wrong name: true
DuckDB, rows: 1
DuckDB, HikariCP, closed: true
DuckDB, HikariCP, rows: no table
H2, closed by a bad row: false
H2, closed by a wrong name: false
H2, rows: 1 2 3
H2, HikariCP, closed: false
H2, HikariCP, rows: 1 2 3
HSQLDB, closed by a bad row: false
HSQLDB, closed by a wrong name: false
HSQLDB, rows: 1 2 3
HSQLDB, HikariCP, closed: false
HSQLDB, HikariCP, rows: 1 2 3
SQLite, closed by a bad row: false
SQLite, closed by a wrong name: false
SQLite, rows: 1 2 3
SQLite, HikariCP, closed: false
SQLite, HikariCP, rows: 1 2 3
EOF
echo "still so"
