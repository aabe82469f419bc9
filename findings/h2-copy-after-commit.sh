#!/usr/bin/env bash
# Guess: what was committed is in the file, so a copy made after commit() and opened elsewhere holds the rows; one that
# was made too early cannot be opened.
# Seen: the copy opens without an error and is empty, not even the table is there. H2 writes late; after SHUTDOWN, or a
# CHECKPOINT SYNC, the copy is whole.
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
import java.nio.file.*;
import java.sql.*;
import java.util.*;

class Main {
    public static void main(String[] args) throws Exception {
        Deque<String> ways = new ArrayDeque<>(List.of("commit", "checkpoint sync", "shutdown"));
        int tries = 0; // H2's writer may be quicker once
        while (!ways.isEmpty()) {
            String after = ways.peek();
            Path file = Path.of("from.mv.db");
            Files.deleteIfExists(file);
            try (Connection connection = DriverManager.getConnection("jdbc:h2:./from;FILE_LOCK=NO");
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("create table t (x int)");
                statement.execute("insert into t values (1), (2)");
                connection.commit();
                if (!after.equals("commit")) {
                    statement.execute(after);
                }
                Files.copy(file, Path.of("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
            } catch (SQLException closed) {
                if (!after.equals("shutdown")) {
                    throw closed;
                }
            }
            String found = look();
            if (after.equals("commit") && !found.endsWith("no table") && ++tries < 10) {
                continue;
            }
            ways.remove();
            System.out.println("copied after " + after + ": " + found);
        }
    }

    static String look() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:./copy;IFEXISTS=TRUE");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select row_count_estimate from information_schema.tables"
                        + " where table_name = 'T'")) {
            return "opened, " + (row.next() ? "table with " + row.getInt(1) + " rows" : "no table");
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
copied after commit: opened, no table
copied after checkpoint sync: opened, table with 2 rows
copied after shutdown: opened, table with 2 rows
EOF
echo "still so"
