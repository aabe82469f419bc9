#!/usr/bin/env bash
# Guess: a driver that takes a URL and throws an SQLException has refused it; the caller gets that exception.
# Seen: DriverManager asks the next driver, and the caller gets its connection and never hears of the refusal. Only an
# exception that is no SQLException ends the search. So a guard against connections has to throw a RuntimeException.
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
import java.sql.*;
import java.util.*;
import java.util.logging.Logger;

class Main {
    public static void main(String[] args) throws Exception {
        List<Driver> others = Collections.list(DriverManager.getDrivers());
        for (Exception veto : List.of(new SQLException("not here"), new IllegalStateException("not here"))) {
            others.forEach(Main::remove);
            Guard guard = new Guard(veto);
            DriverManager.registerDriver(guard);
            for (Driver other : others) {
                DriverManager.registerDriver(other);
            }
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
                System.out.println(veto + ": connected all the same");
            } catch (Exception refused) {
                System.out.println(veto + ": refused");
            }
            remove(guard);
        }
    }

    static void remove(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    record Guard(Exception veto) implements Driver {
        public Connection connect(String url, Properties info) throws SQLException {
            if (veto instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw (SQLException) veto;
        }

        public boolean acceptsURL(String url) {
            return true;
        }

        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        public int getMajorVersion() {
            return 1;
        }

        public int getMinorVersion() {
            return 0;
        }

        public boolean jdbcCompliant() {
            return false;
        }

        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
java.sql.SQLException: not here: connected all the same
java.lang.IllegalStateException: not here: refused
EOF
echo "still so"
