#!/usr/bin/env bash
# Guess: a ResultSet has to be moved to its first row before it is read, and a read before or behind the rows fails, as
# JDBC asks for and others do.
# Seen: sqlite-jdbc gives the first row before next(), and behind the last row a 0. A test that forgets next() passes on
# SQLite, and one that reads on compares with 0. H2 refuses both.
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
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select 5")) {
                System.out.print(url + " before: " + read(row));
                row.next();
                System.out.print(", in: " + read(row));
                row.next();
                System.out.println(", behind: " + read(row));
            }
        }
    }

    static String read(ResultSet row) {
        try {
            return "" + row.getInt(1);
        } catch (SQLException refused) {
            return "an error";
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite::memory: before: 5, in: 5, behind: 0
jdbc:h2:mem: before: an error, in: 5, behind: an error
EOF
echo "still so"
