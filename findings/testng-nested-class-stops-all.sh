#!/usr/bin/env bash
# Guess: Surefire leaves nested classes alone, so tests of TestNG's in one of them are not run, and change nothing for others.
# Seen: Surefire 3.5.4 runs those of the outer class and of other classes. 3.6.1, which runs TestNG by its engine for JUnit's
# Platform, fails in the outer class and never comes to the next one. Where a nested test needs another one of its class, both
# run no test of the module at all: 3.5.4 names the two, 3.6.1 only its engine.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# pom GROUP:ARTEFACT:VERSION... writes a project with these, and says so
pom() {
  {
    echo "<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>"
    echo "<properties><maven.compiler.release>17</maven.compiler.release>"
    echo "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties><dependencies>"
    local group artefact version
    for gav; do
      IFS=: read -r group artefact version <<<"$gav"
      echo "<dependency><groupId>$group</groupId><artifactId>$artefact</artifactId>"
      echo "<version>$version</version></dependency>"
    done
    echo "</dependencies></project>"
  } >pom.xml
  echo "with: $* $(mvn -B -v | sed -n 's/^[^A]*\(Apache Maven [^ ]*\).*/on \1/p')"
}
plugins=org.apache.maven.plugins
compile=$plugins:maven-compiler-plugin:3.14.1:testCompile

pom org.testng:testng:7.12.0

mkdir -p src/test/java
cat >src/test/java/PlainTest.java <<'EOF'
import org.testng.annotations.Test;

public class PlainTest {
    @Test
    public void passes() {}
}
EOF
cat >src/test/java/OuterTest.java <<'EOF'
import org.testng.annotations.Test;

public class OuterTest {
    @Test
    public void passes() {}

    public static class Inner {
        @Test
        public void first() {}

        @Test(dependsOnMethods = "first")
        public void second() {}
    }
}
EOF
run() { # NAME SUREFIRE
  rm -rf target/surefire-reports
  local end=passes
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:$2:test >log 2>&1 || end=fails
  local ran
  ran=$(cat target/surefire-reports/TEST-*.xml 2>/dev/null | sed -n 's/.*testcase name="passes" classname="\([^"]*\)".*/\1/p' |
    sort | xargs || true)
  echo "$1, Surefire $2: $end, ran '$ran', $(grep -q 'Inner.second' log && echo 'names the test' || echo 'names no test')"
}
{
  run "a need" 3.5.4
  run "a need" 3.6.1
  sed -i 's/(dependsOnMethods = "first")//' src/test/java/OuterTest.java
  run "no need" 3.5.4
  run "no need" 3.6.1
} | tee seen

diff -u - seen <<'EOF'
a need, Surefire 3.5.4: fails, ran '', names the test
a need, Surefire 3.6.1: fails, ran '', names no test
no need, Surefire 3.5.4: passes, ran 'OuterTest PlainTest', names no test
no need, Surefire 3.6.1: fails, ran 'OuterTest', names no test
EOF
echo "still so"
