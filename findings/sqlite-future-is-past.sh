#!/usr/bin/env bash
# Guess: a row dated 2099 is not before current_timestamp.
# Seen: it is, if its date was set as a Timestamp. sqlite-jdbc stores that as a number of milliseconds,
# current_timestamp is a text, and to SQLite every number is less than every text; so "expired" rows are all rows. A
# LocalDateTime is stored as text.
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
import java.time.LocalDateTime;

class Main {
    public static void main(String[] args) throws Exception {
        LocalDateTime future = LocalDateTime.of(2099, 1, 1, 0, 0);
        for (String url : new String[] {"jdbc:sqlite::memory:", "jdbc:h2:mem:"}) {
            for (Object date : new Object[] {Timestamp.valueOf(future), future}) {
                System.out.println(url + " " + date.getClass().getSimpleName() + ": past " + isPast(url, date));
            }
        }
    }

    static boolean isPast(String url, Object date) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("create table t (expires timestamp)");
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
                insert.setObject(1, date);
                insert.execute();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from t where expires < current_timestamp")) {
                row.next();
                return row.getInt(1) == 1;
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite::memory: Timestamp: past true
jdbc:sqlite::memory: LocalDateTime: past false
jdbc:h2:mem: Timestamp: past false
jdbc:h2:mem: LocalDateTime: past false
EOF
echo "still so"
