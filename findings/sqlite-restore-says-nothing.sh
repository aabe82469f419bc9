#!/usr/bin/env bash
# Guess: the driver's command "restore from FILE" puts back what the file holds, or fails.
# Seen: while another connection is in the middle of reading, it returns as always, no error, no warning, and the rows
# that it should have replaced are all there.
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

jars org.xerial:sqlite-jdbc:3.54.1.0

cat >Main.java <<'EOF'
import java.sql.*;

class Main {
    public static void main(String[] args) throws Exception {
        String url = "jdbc:sqlite:a.db?busy_timeout=100";
        try (Connection connection = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                Statement reader = other.createStatement()) {
            statement.execute("create table t (x int)");
            statement.execute("backup to clean.db");
            statement.execute("insert into t values (1), (2)");
            try (ResultSet reading = reader.executeQuery("select x from t")) {
                reading.next();
                System.out.println("restore beside a reader: " + restore(statement));
            }
            System.out.println("restore alone: " + restore(statement));
        }
    }

    static String restore(Statement statement) throws SQLException {
        String said;
        try {
            said = "returned " + statement.executeUpdate("restore from clean.db") + ", warning " + statement.getWarnings();
        } catch (SQLException refused) {
            said = "an error";
        }
        try (ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return said + ", rows left " + row.getInt(1);
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
restore beside a reader: returned 0, warning null, rows left 2
restore alone: returned 0, warning null, rows left 0
EOF
echo "still so"
