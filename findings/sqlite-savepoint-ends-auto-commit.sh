#!/usr/bin/env bash
# Guess: outside of a transaction setSavepoint is refused, or the connection is back in auto-commit once the savepoint
# is gone; getAutoCommit tells how the connection behaves.
# Seen: sqlite-jdbc says that auto-commit is off from then on. After a release that is not so: each insert is kept at
# once. After a rollback to the savepoint it is: what is inserted later is lost at close, without an error. H2 has no
# such savepoint, says so, and keeps every row.
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

jars org.xerial:sqlite-jdbc:3.54.1.0 com.h2database:h2:2.4.240

cat >Main.java <<'EOF'
import java.sql.*;

class Main {
    public static void main(String[] args) throws Exception {
        for (String url : new String[] {"jdbc:sqlite:", "jdbc:h2:./"}) {
            System.out.println(url + " released: " + run(url + "released", true));
            System.out.println(url + " rolled back: " + run(url + "back", false));
        }
    }

    static String run(String url, boolean release) throws Exception {
        String said = "";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (name varchar(9))");
            Savepoint mark = connection.setSavepoint();
            if (release) {
                connection.releaseSavepoint(mark);
            } else {
                said = rollback(connection, mark);
            }
            said += "auto-commit " + connection.getAutoCommit();
            statement.execute("insert into t values ('later')");
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return said + ", later rows kept " + row.getInt(1);
        }
    }

    static String rollback(Connection connection, Savepoint mark) {
        try {
            connection.rollback(mark);
            return "";
        } catch (SQLException refused) {
            return "(refused) ";
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite: released: auto-commit false, later rows kept 1
jdbc:sqlite: rolled back: auto-commit false, later rows kept 0
jdbc:h2:./ released: auto-commit true, later rows kept 1
jdbc:h2:./ rolled back: (refused) auto-commit true, later rows kept 1
EOF
echo "still so"
