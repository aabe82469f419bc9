#!/usr/bin/env bash
# Guess: of two statements in one execute a driver runs both, or says that it takes only one.
# Seen: sqlite-jdbc runs the first and says nothing of the second. MyBatis' ScriptRunner hands over what stands on one
# line as one, and with sendFullScript the whole file: on SQLite rows are missing afterwards, on H2 none.
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

jars org.xerial:sqlite-jdbc:3.54.1.0 com.h2database:h2:2.4.240 org.mybatis:mybatis:3.5.19

cat >Main.java <<'EOF'
import java.io.StringReader;
import java.sql.*;
import org.apache.ibatis.jdbc.ScriptRunner;

class Main {
    public static void main(String[] args) throws Exception {
        for (String url : new String[] {"jdbc:sqlite::memory:", "jdbc:h2:mem:"}) {
            System.out.println(url + " execute: " + rows(url, connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("insert into t values (1); insert into t values (2)");
                }
            }));
            System.out.println(url + " a line of a script: " + rows(url, connection -> {
                runner(connection).runScript(new StringReader("insert into t values (1); insert into t values (2);\n"));
            }));
            System.out.println(url + " a whole script: " + rows(url, connection -> {
                ScriptRunner runner = runner(connection);
                runner.setSendFullScript(true);
                runner.runScript(new StringReader("insert into t values (1);\ninsert into t values (2);\n"));
            }));
        }
    }

    interface Step {
        void run(Connection connection) throws Exception;
    }

    static ScriptRunner runner(Connection connection) {
        ScriptRunner runner = new ScriptRunner(connection);
        runner.setStopOnError(true);
        runner.setLogWriter(null);
        return runner;
    }

    static String rows(String url, Step step) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int)");
            String said = "no error";
            try {
                step.run(connection);
            } catch (Exception refused) {
                said = "an error";
            }
            try (ResultSet row = statement.executeQuery("select count(*) from t")) {
                row.next();
                return row.getInt(1) + " of 2 rows, " + said;
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite::memory: execute: 1 of 2 rows, no error
jdbc:sqlite::memory: a line of a script: 1 of 2 rows, no error
jdbc:sqlite::memory: a whole script: 1 of 2 rows, no error
jdbc:h2:mem: execute: 2 of 2 rows, no error
jdbc:h2:mem: a line of a script: 2 of 2 rows, no error
jdbc:h2:mem: a whole script: 2 of 2 rows, no error
EOF
echo "still so"
