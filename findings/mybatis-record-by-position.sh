#!/usr/bin/env bash
# Guess: as with setters, a column goes to the component of a record that has its name.
# Seen: with records, and other classes that have only a constructor, it goes by position. A select that names its
# columns in another order swaps values of one type without a word. argNameBasedConstructorAutoMapping=true makes it go
# by name.
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
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.*;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

public class Main {
    public record Point(@Param("x") int x, @Param("y") int y) {}

    public static class Bean {
        public int x;
        public int y;
    }

    public interface Points {
        @Select("select 2 as y, 1 as x")
        Point record();

        @Select("select 2 as y, 1 as x")
        Bean bean();
    }

    public static void main(String[] args) throws Exception {
        for (boolean byName : new boolean[] {false, true}) {
            Configuration configuration = new Configuration(new Environment("e", new JdbcTransactionFactory(),
                    new UnpooledDataSource("org.sqlite.JDBC", "jdbc:sqlite::memory:", null, null)));
            configuration.setArgNameBasedConstructorAutoMapping(byName);
            configuration.addMapper(Points.class);
            try (SqlSession session = new SqlSessionFactoryBuilder().build(configuration).openSession()) {
                Points points = session.getMapper(Points.class);
                Bean bean = points.bean();
                System.out.println("by name " + byName + ": y=2 and x=1 are read as " + points.record()
                        + ", by fields as x=" + bean.x + ", y=" + bean.y);
            }
        }
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
by name false: y=2 and x=1 are read as Point[x=2, y=1], by fields as x=1, y=2
by name true: y=2 and x=1 are read as Point[x=1, y=2], by fields as x=1, y=2
EOF
echo "still so"
