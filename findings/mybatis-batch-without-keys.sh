#!/usr/bin/env bash
# Guess: useGeneratedKeys sets the id of each inserted object, with every executor; where a driver cannot, it is an
# error.
# Seen: on SQLite a BATCH session leaves every id null, and an insert of three rows gives the last id to the first
# object and nothing to the others. No error. On H2 the same mapper sets all ids.
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

jars org.mybatis:mybatis:3.5.19 org.xerial:sqlite-jdbc:3.54.1.0 com.h2database:h2:2.4.240

cat >Main.java <<'EOF'
import java.util.List;
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.*;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

public class Main {
    public static class Person {
        public Integer id;
        public String name = "Ann";
    }

    public interface People {
        @Insert("insert into person (name) values (#{name})")
        @Options(useGeneratedKeys = true, keyProperty = "id")
        int add(Person person);

        @Insert("insert into person (name) values (#{list[0].name}), (#{list[1].name}), (#{list[2].name})")
        @Options(useGeneratedKeys = true, keyProperty = "id")
        int addThree(@Param("list") List<Person> people);

        @Update("${sql}")
        int sql(String sql);
    }

    public static void main(String[] args) throws Exception {
        run("org.sqlite.JDBC", "jdbc:sqlite:a.db", "integer primary key");
        run("org.h2.Driver", "jdbc:h2:./a", "int auto_increment primary key");
    }

    static void run(String driver, String url, String key) {
        Configuration configuration = new Configuration(
                new Environment("e", new JdbcTransactionFactory(), new UnpooledDataSource(driver, url, null, null)));
        configuration.addMapper(People.class);
        SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(configuration);
        try (SqlSession session = factory.openSession()) {
            session.getMapper(People.class).sql("create table person (id " + key + ", name varchar(9))");
            session.commit();
        }
        List<Person> batch = List.of(new Person(), new Person(), new Person());
        try (SqlSession session = factory.openSession(ExecutorType.BATCH)) {
            batch.forEach(session.getMapper(People.class)::add);
            session.commit();
        }
        System.out.println(driver + " batch of three: " + batch.stream().map(person -> person.id).toList());
        List<Person> three = List.of(new Person(), new Person(), new Person());
        try (SqlSession session = factory.openSession()) {
            session.getMapper(People.class).addThree(three);
            session.commit();
        }
        System.out.println(driver + " three in one insert: " + three.stream().map(person -> person.id).toList());
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
org.sqlite.JDBC batch of three: [null, null, null]
org.sqlite.JDBC three in one insert: [6, null, null]
org.h2.Driver batch of three: [1, 2, 3]
org.h2.Driver three in one insert: [4, 5, 6]
EOF
echo "still so"
