#!/usr/bin/env bash
# Guess: a boolean column into which the text 'true' was written, as by a seed script made for another database, is
# true.
# Seen: SQLite keeps the text, and sqlite-jdbc reads it as the number 0, so getBoolean says false without an error. The
# keyword true without quotes is true. H2 reads both as true.
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
        for (String url : new String[] {"jdbc:sqlite::memory:", "jdbc:h2:mem:"}) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table t (active boolean)");
                statement.execute("insert into t values (true), ('true')");
                try (ResultSet row = statement.executeQuery("select active from t")) {
                    row.next();
                    System.out.print(url + " true: " + row.getBoolean(1));
                    row.next();
                    System.out.println(", 'true': " + row.getBoolean(1));
                }
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite::memory: true: true, 'true': false
jdbc:h2:mem: true: true, 'true': true
EOF
echo "still so"
