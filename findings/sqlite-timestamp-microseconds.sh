#!/usr/bin/env bash
# Guess: a text timestamp with six digits after the point is read as it is, cut to what the type can hold, or refused.
# Seen: sqlite-jdbc takes the six digits for milliseconds, so 07:08:09.123456 is two minutes later. No error;
# LocalDateTime is off by the same. So is what PostgreSQL or a log wrote and a test compares.
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
import java.time.LocalDateTime;

class Main {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (at timestamp)");
            statement.execute("insert into t values ('2024-05-06 07:08:09.123'), ('2024-05-06 07:08:09.123456')");
            try (ResultSet row = statement.executeQuery("select at from t")) {
                while (row.next()) {
                    System.out.println(row.getString(1) + " is read as " + row.getTimestamp(1) + ", "
                            + row.getObject(1, LocalDateTime.class));
                }
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
2024-05-06 07:08:09.123 is read as 2024-05-06 07:08:09.123, 2024-05-06T07:08:09.123
2024-05-06 07:08:09.123456 is read as 2024-05-06 07:10:12.456, 2024-05-06T07:10:12.456
EOF
echo "still so"
