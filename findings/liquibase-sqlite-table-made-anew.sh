#!/usr/bin/env bash
# Guess: a change that Liquibase accepts on SQLite does there what it does elsewhere, and only that: what it cannot do
# it refuses, as addUniqueConstraint, which is not supported.
# Seen: addColumn makes the table anew without the unique and check constraints and the triggers it had, though the new
# column alone was asked for; dropColumn does so too, and does not drop the column. Both report success. On H2 the same
# change log takes away nothing but the column.
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
    <createTable tableName="account">
      <column name="id" type="int"><constraints primaryKey="true"/></column>
      <column name="name" type="varchar(9)"><constraints unique="true" uniqueConstraintName="one_name"/></column>
      <column name="note" type="varchar(9)"/>
    </createTable>
    <sql>create table balance (amount int check (amount >= 0), note varchar(9))</sql>
    <sql dbms="sqlite" splitStatements="false">create trigger sums after insert on balance begin select 1; end</sql>
  </changeSet>
  <changeSet id="2" author="a">
    <addColumn tableName="account"><column name="mail" type="varchar(9)"/></addColumn>
    <addColumn tableName="balance"><column name="mail" type="varchar(9)"/></addColumn>
  </changeSet>
  <changeSet id="3" author="a">
    <dropColumn tableName="account" columnName="note"/>
    <dropColumn tableName="balance" columnName="note"/>
  </changeSet>
</databaseChangeLog>
EOF
cat >Main.java <<'EOF'
import java.nio.file.Path;
import java.sql.*;
import java.util.List;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

class Main {
    public static void main(String[] args) throws Exception {
        for (String url : List.of("jdbc:sqlite::memory:", "jdbc:h2:mem:")) {
            try (Connection connection = DriverManager.getConnection(url)) {
                Liquibase liquibase = new Liquibase(
                        "changes.xml",
                        new DirectoryResourceAccessor(Path.of(".")),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
                String name = connection.getMetaData().getDatabaseProductName();
                for (String step : List.of("created", "addColumn", "dropColumn")) {
                    liquibase.update(1, "");
                    System.out.println(name + ", " + step
                            + ": same name twice "
                            + accepted(connection, "insert into account (id, name) values (1, 'a'), (2, 'a')")
                            + ", amount -1 " + accepted(connection, "insert into balance (amount) values (-1)")
                            + ", note " + accepted(connection, "select note from account")
                            + (name.equals("SQLite") ? ", trigger " + accepted(connection, "drop trigger sums") : ""));
                }
            }
        }
    }

    /** Whether the database takes it, without keeping it. */
    static String accepted(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "accepted";
        } catch (SQLException refused) {
            return "refused";
        } finally {
            connection.rollback();
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | grep -E '^(SQLite|H2), ' | tee seen

diff -u - seen <<'EOF'
SQLite, created: same name twice refused, amount -1 refused, note accepted, trigger accepted
SQLite, addColumn: same name twice accepted, amount -1 accepted, note accepted, trigger refused
SQLite, dropColumn: same name twice accepted, amount -1 accepted, note accepted, trigger refused
H2, created: same name twice refused, amount -1 refused, note accepted
H2, addColumn: same name twice refused, amount -1 refused, note accepted
H2, dropColumn: same name twice refused, amount -1 refused, note refused
EOF
echo "still so"
