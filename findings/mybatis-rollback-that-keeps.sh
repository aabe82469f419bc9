#!/usr/bin/env bash
# Guess: what ran in a session is undone by its rollback(), or by closing it without commit().
# Seen: only if a mapper's insert, update or delete ran. MyBatis takes a @Select with RETURNING, and SQL on the
# session's own connection, for reading: rollback() does nothing, and close() turns auto-commit on again, which commits.
# With affectData = true on the @Select (3.5.12 and later) it is undone.
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

jars org.mybatis:mybatis:3.5.19 org.xerial:sqlite-jdbc:3.54.1.0

cat >Main.java <<'EOF'
import java.sql.Statement;
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.*;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

public class Main {
    public interface Things {
        @Insert("insert into t values (1)")
        int insert();

        @Select("insert into t values (1) returning x")
        int returning();

        @Select(value = "insert into t values (1) returning x", affectData = true)
        int returningAndSaid();

        @Select("select count(*) from t")
        int count();

        @Update("create table t (x int)")
        int create();

        @Delete("delete from t")
        int clear();
    }

    interface Step {
        void run(SqlSession session, Things things) throws Exception;
    }

    static SqlSessionFactory factory;

    public static void main(String[] args) throws Exception {
        Configuration configuration = new Configuration(new Environment("e", new JdbcTransactionFactory(),
                new UnpooledDataSource("org.sqlite.JDBC", "jdbc:sqlite:a.db", null, null)));
        configuration.addMapper(Things.class);
        factory = new SqlSessionFactoryBuilder().build(configuration);
        try (SqlSession session = factory.openSession()) {
            session.getMapper(Things.class).create();
            session.commit();
        }
        run("@Insert", (session, things) -> things.insert());
        run("@Select with returning", (session, things) -> things.returning());
        run("the same with affectData", (session, things) -> things.returningAndSaid());
        run("the session's connection", (session, things) -> {
            try (Statement statement = session.getConnection().createStatement()) {
                statement.execute("insert into t values (1)");
            }
        });
    }

    static void run(String what, Step step) throws Exception {
        try (SqlSession session = factory.openSession()) {
            step.run(session, session.getMapper(Things.class));
            session.rollback();
        }
        try (SqlSession session = factory.openSession()) {
            Things things = session.getMapper(Things.class);
            System.out.println(what + ": rows after rollback and close " + things.count());
            things.clear();
            session.commit();
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
@Insert: rows after rollback and close 0
@Select with returning: rows after rollback and close 1
the same with affectData: rows after rollback and close 0
the session's connection: rows after rollback and close 1
EOF
echo "still so"
