#!/usr/bin/env bash
# Guess: a limit for logging in is a limit and nothing else, whether it is the driver's (loginTimeout) or JDBC's
# (DriverManager.setLoginTimeout); a socket factory is called by the thread that asks for the connection, as without one.
# Seen: with the driver's limit each connection is opened on a thread of its own, which has no thread-local value of the
# caller's: a factory, a plug-in for passwords or a tenant that is looked up by thread finds nothing. With JDBC's all is as
# without one.
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

jars org.postgresql:postgresql:42.7.13

cat >Main.java <<'EOF'
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.net.SocketFactory;

public class Main {
    static final ThreadLocal<String> TENANT = new ThreadLocal<>();

    public static class Looking extends SocketFactory {
        @Override
        public Socket createSocket() {
            System.out.println("thread " + Thread.currentThread().getName() + ", tenant " + TENANT.get());
            throw new IllegalStateException("seen enough");
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress from, int fromPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port, java.net.InetAddress from, int fromPort) {
            return createSocket();
        }
    }

    public static void main(String[] args) {
        TENANT.set("north");
        open("no limit", "");
        open("loginTimeout=10", "10");
        DriverManager.setLoginTimeout(10);
        open("DriverManager.setLoginTimeout(10)", "");
        System.exit(0);
    }

    static void open(String how, String limit) {
        Properties properties = new Properties();
        properties.setProperty("user", "me");
        properties.setProperty("socketFactory", Looking.class.getName());
        if (!limit.isEmpty()) {
            properties.setProperty("loginTimeout", limit);
        }
        System.out.print(how + ": ");
        try {
            DriverManager.getConnection("jdbc:postgresql://localhost/any", properties).close();
        } catch (SQLException | RuntimeException e) {
            // No server is needed: the factory refuses.
        }
    }
}
EOF
javac -cp "lib/*" Main.java
java -cp "lib/*:." Main 2>log | tee seen

diff -u - seen <<'EOF'
no limit: thread main, tenant north
loginTimeout=10: thread PostgreSQL JDBC driver connection thread, tenant null
DriverManager.setLoginTimeout(10): thread main, tenant north
EOF
echo "still so"
