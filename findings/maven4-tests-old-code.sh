#!/usr/bin/env bash
# Guess: "mvn -pl app test" tests app with the module beside it as it is now, or fails because that is not built.
# Seen: Maven 4 takes the jar of the last "package", whatever has changed since: the test sees old code and passes.
# Maven 3 refuses. With -am, or the whole build, the new code is seen.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

plugins=org.apache.maven.plugins
mvn -B -ntp -q $plugins:maven-dependency-plugin:3.8.1:unpack \
  -Dartifact=org.apache.maven:apache-maven:4.0.0-rc-6:zip:bin -DoutputDirectory="$work/maven" >log
maven4=$(echo "$work"/maven/apache-maven-*/bin/mvn)
chmod +x "$maven4"
{ "$maven4" -B -v && mvn -B -v; } | grep -o 'Apache Maven [^ ]*'

mkdir -p lib/src/main/java app/src/test/java
for module in lib app; do
  {
    echo "<project><modelVersion>4.0.0</modelVersion><parent><groupId>two</groupId><artifactId>two</artifactId>"
    echo "<version>1</version></parent><artifactId>$module</artifactId>"
    [ $module = lib ] || echo "<dependencies><dependency><groupId>two</groupId><artifactId>lib</artifactId>
      <version>1</version></dependency><dependency><groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId><version>5.14.4</version><scope>test</scope></dependency></dependencies>"
    echo "</project>"
  } >$module/pom.xml
done
cat >pom.xml <<'EOF'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>two</groupId><artifactId>two</artifactId><version>1</version><packaging>pom</packaging>
  <modules><module>lib</module><module>app</module></modules>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <build><pluginManagement><plugins>
    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
  </plugins></pluginManagement></build>
</project>
EOF
lib() { # VALUE
  echo "package two; public class Lib { public static String value() { return \"$1\"; } }" >lib/src/main/java/Lib.java
}
cat >app/src/test/java/LibTest.java <<'EOF'
class LibTest {
    @org.junit.jupiter.api.Test
    void value() {
        System.out.println("the test sees " + two.Lib.value() + " code");
    }
}
EOF
seen() { # COMMAND...
  "$@" >log 2>&1 && grep -o 'the test sees.*' log || echo "refused"
}
{
  lib old
  echo "Maven 4, package: $(seen "$maven4" -B -ntp package)"
  lib new
  echo "Maven 4, -pl app test: $(seen "$maven4" -B -ntp -pl app test)"
  echo "Maven 3, -pl app test: $(seen mvn -B -ntp -pl app test)"
  echo "Maven 4, -pl app -am test: $(seen "$maven4" -B -ntp -pl app -am test)"
} | tee seen

diff -u - seen <<'EOF'
Maven 4, package: the test sees old code
Maven 4, -pl app test: the test sees old code
Maven 3, -pl app test: refused
Maven 4, -pl app -am test: the test sees new code
EOF
echo "still so"
