#!/usr/bin/env bash
# Guess: an insert that adds no row has no generated key, so getGeneratedKeys is empty.
# Seen: it holds the key of the last row that was inserted before, by whatever statement into whatever table. MyBatis
# sets it on the object, so an ignored duplicate gets the id of another row.
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

jars org.xerial:sqlite-jdbc:3.54.1.0 org.mybatis:mybatis:3.5.19

cat >Main.java <<'EOF'
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.*;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

public class Main {
    public static class Person {
        public Integer id;
        public String name;
    }

    public interface People {
        @Insert("insert or ignore into person (name) values (#{name})")
        @Options(useGeneratedKeys = true, keyProperty = "id")
        int add(Person person);

        @Insert("insert into invoice (id) values (777)")
        int invoice();

        @Update("${sql}")
        int sql(String sql);
    }

    public static void main(String[] args) throws Exception {
        Configuration configuration = new Configuration(new Environment("e", new JdbcTransactionFactory(),
                new UnpooledDataSource("org.sqlite.JDBC", "jdbc:sqlite::memory:", null, null)));
        configuration.addMapper(People.class);
        try (SqlSession session = new SqlSessionFactoryBuilder().build(configuration).openSession()) {
            People people = session.getMapper(People.class);
            people.sql("create table person (id integer primary key, name text unique)");
            people.sql("create table invoice (id integer primary key)");
            add(people);
            people.invoice();
            add(people);
        }
    }

    static void add(People people) {
        Person ann = new Person();
        ann.name = "Ann";
        int added = people.add(ann);
        System.out.println("rows added " + added + ", id " + ann.id);
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
rows added 1, id 1
rows added 0, id 777
EOF
echo "still so"
