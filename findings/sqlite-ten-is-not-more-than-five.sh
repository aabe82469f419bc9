#!/usr/bin/env bash
# Guess: "having sum(amount) > ?" with the BigDecimal 5 finds a sum of 10.
# Seen: it never does. sqlite-jdbc hands a BigDecimal over as a text, and to SQLite no number is greater than a text.
# Compared with a bare column it is made a number; with a sum, a product or any other expression it is not. With a
# double it works.
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
import java.math.BigDecimal;
import java.sql.*;

class Main {
    public static void main(String[] args) throws Exception {
        for (String url : new String[] {"jdbc:sqlite::memory:", "jdbc:h2:mem:"}) {
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.createStatement().execute("create table t (amount decimal(10, 2))");
                connection.createStatement().execute("insert into t values (10)");
                for (Object five : new Object[] {new BigDecimal("5"), 5.0}) {
                    System.out.println(url + " more than the " + five.getClass().getSimpleName() + " 5: amount "
                            + found(connection, "select amount from t where amount > ?", five) + ", sum "
                            + found(connection, "select sum(amount) from t having sum(amount) > ?", five));
                }
            }
        }
    }

    static boolean found(Connection connection, String sql, Object five) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, five);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
jdbc:sqlite::memory: more than the BigDecimal 5: amount true, sum false
jdbc:sqlite::memory: more than the Double 5: amount true, sum true
jdbc:h2:mem: more than the BigDecimal 5: amount true, sum true
jdbc:h2:mem: more than the Double 5: amount true, sum true
EOF
echo "still so"
