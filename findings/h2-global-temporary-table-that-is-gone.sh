#!/usr/bin/env bash
# Guess: the definition of a GLOBAL TEMPORARY table belongs to the schema, as in the SQL standard: it is there for every session,
# and again when the database is closed and opened; only its rows are temporary.
# Seen: every session sees the table, and its rows too, as if it were no temporary one. When the last connection has closed the
# database, the table itself is gone, without a word.
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

jars com.h2database:h2:2.4.240

cat >Main.java <<'EOF'
import java.sql.*;

class Main {
    static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:./shop");
    }

    static String look(Connection connection, String table) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1) + " rows";
        } catch (SQLException e) {
            return "error " + e.getErrorCode();
        }
    }

    public static void main(String[] args) throws Exception {
        try (Connection one = open(); Connection two = open(); Statement statement = one.createStatement()) {
            statement.execute("create table usual (x int)");
            statement.execute("create global temporary table basket (x int)");
            statement.execute("insert into basket values (1), (2)");
            System.out.println("the session that made it: " + look(one, "basket"));
            System.out.println("another session: " + look(two, "basket"));
        }
        try (Connection later = open()) {
            System.out.println("opened again, the usual table: " + look(later, "usual"));
            System.out.println("opened again, the temporary one: " + look(later, "basket"));
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
the session that made it: 2 rows
another session: 2 rows
opened again, the usual table: 0 rows
opened again, the temporary one: error 42102
EOF
echo "still so"
