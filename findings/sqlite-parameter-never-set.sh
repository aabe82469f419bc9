#!/usr/bin/env bash
# Guess: a statement of which one parameter was forgotten is refused.
# Seen: sqlite-jdbc runs it with NULL in that place. H2 refuses it, and names the parameter.
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
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.createStatement().execute("create table t (x int, y int)");
                try (PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)")) {
                    insert.setInt(1, 1);
                    System.out.println(url + ": " + insert.executeUpdate() + " row");
                } catch (SQLException refused) {
                    System.out.println(url + ": refused");
                }
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite::memory:: 1 row
jdbc:h2:mem:: refused
EOF
echo "still so"
