#!/usr/bin/env bash
# Guess: update() applies what rollback() has taken back, however often update() ran before; whether there is something to
# do is read from the table of changes in the database.
# Seen: an update() that found nothing to do is remembered for the life of the JVM, by the URL and the change log. After a
# rollback, or when the file of the database is put back to an earlier state, update() returns normally and makes no table.
# If update() ran only once before, it works, as it does in a new JVM.
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
  org.liquibase:liquibase-core:4.33.0 \
  org.xerial:sqlite-jdbc:3.54.1.0 \
  com.h2database:h2:2.4.240

cat >changes.xml <<'EOF'
<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                       http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
  <changeSet id="1" author="a">
    <createTable tableName="usual"><column name="id" type="int"/></createTable>
  </changeSet>
  <changeSet id="2" author="a">
    <createTable tableName="account"><column name="id" type="int"/></createTable>
  </changeSet>
</databaseChangeLog>
EOF
cat >Main.java <<'EOF'
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.*;
import java.util.List;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

class Main {
    interface Step {
        void run(Liquibase liquibase) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            for (String url : List.of(h2("rollback2"), sqlite("rollback2"), h2("file2"), sqlite("file2"))) {
                update(url, 1);
                System.out.println("seen: a new JVM, update: " + table(url));
            }
            return;
        }
        for (int updates = 1; updates <= 2; updates++) {
            rollback("H2", h2("rollback" + updates), updates);
            rollback("SQLite", sqlite("rollback" + updates), updates);
            putBack("H2", h2("file" + updates), "file" + updates + ".mv.db", updates);
            putBack("SQLite", sqlite("file" + updates), "file" + updates + ".sqlite", updates);
        }
    }

    static String h2(String name) {
        return "jdbc:h2:./" + name;
    }

    static String sqlite(String name) {
        return "jdbc:sqlite:" + name + ".sqlite";
    }

    static void rollback(String name, String url, int updates) throws Exception {
        update(url, updates);
        with(url, liquibase -> liquibase.rollback(1, ""));
        updateAgain(name + ", " + updates + " x update, rollback", url);
    }

    static void putBack(String name, String url, String file, int updates) throws Exception {
        with(url, liquibase -> liquibase.update(1, ""));
        Files.copy(Path.of(file), Path.of("earlier"), REPLACE_EXISTING);
        update(url, updates);
        Files.copy(Path.of("earlier"), Path.of(file), REPLACE_EXISTING);
        updateAgain(name + ", " + updates + " x update, earlier file", url);
    }

    static void updateAgain(String what, String url) throws Exception {
        String before = table(url);
        update(url, 1);
        System.out.println("seen: " + what + ": " + before + "; update: " + table(url));
    }

    static void update(String url, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            with(url, liquibase -> liquibase.update(""));
        }
    }

    static void with(String url, Step step) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            step.run(new Liquibase(
                    "changes.xml",
                    new DirectoryResourceAccessor(Path.of(".")),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection))));
        }
    }

    static String table(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select * from account");
            return "table";
        } catch (SQLException missing) {
            return "no table";
        }
    }
}
EOF
{
  java -cp "lib/*" Main.java 2>log
  java -cp "lib/*" Main.java again 2>log
} | sed -n 's/^seen: //p' | tee seen

diff -u - seen <<'EOF'
H2, 1 x update, rollback: no table; update: table
SQLite, 1 x update, rollback: no table; update: table
H2, 1 x update, earlier file: no table; update: table
SQLite, 1 x update, earlier file: no table; update: table
H2, 2 x update, rollback: no table; update: no table
SQLite, 2 x update, rollback: no table; update: no table
H2, 2 x update, earlier file: no table; update: no table
SQLite, 2 x update, earlier file: no table; update: no table
a new JVM, update: table
a new JVM, update: table
a new JVM, update: table
a new JVM, update: table
EOF
echo "still so"
