#!/usr/bin/env bash
# Guess: a property that failed is tried again with its seed and sample until it passes. A run in which it does not take
# part leaves them alone.
# Seen: any run takes them away, that of one other property, and even that of one test of Jupiter, beside which jqwik
# merely stands: its engine writes its file anew with what failed in this run, nothing. The property then draws other
# values. It keeps them when it is run again, alone or with others, and when the run between has a file of its own.
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

pom \
  net.jqwik:jqwik:1.9.3 \
  org.junit.jupiter:junit-jupiter:5.12.2

mkdir -p src/test/java
cat >src/test/java/FailingTest.java <<'EOF'
import net.jqwik.api.*;

class FailingTest {
    @Property
    boolean never(@ForAll int any) {
        return false;
    }
}
EOF
cat >src/test/java/PropertyTest.java <<'EOF'
import net.jqwik.api.*;

class PropertyTest {
    @Property
    boolean always(@ForAll int any) {
        return true;
    }
}
EOF
cat >src/test/java/JupiterTest.java <<'EOF'
import org.junit.jupiter.api.Test;

class JupiterTest {
    @Test
    void passes() {}
}
EOF
run() { # TESTS [ARGUMENT]
  mvn -B -ntp $compile $plugins:maven-surefire-plugin:3.6.1:test -Dmaven.test.failure.ignore "-Dtest=$1" "${@:2}" >log
  grep -q '^\[[A-Z]*\] Tests run: [1-9]' log
}
seed() {
  run FailingTest
  sed -n '/FailingTest:never/,$s/^seed = \([^ ]*\).*/\1/p' log | grep . | head -n 1
}
own=-Djqwik.database=target/another
for between in FailingTest 'FailingTest,PropertyTest' PropertyTest JupiterTest "JupiterTest $own"; do
  rm -f .jqwik-database
  first=$(seed)
  run $between
  second=$(seed)
  if [ "$first" = "$second" ]; then seeds='the same seed'; else seeds='another seed'; fi
  echo "behind $between: $seeds"
done | tee seen

diff -u - seen <<'EOF'
behind FailingTest: the same seed
behind FailingTest,PropertyTest: the same seed
behind PropertyTest: another seed
behind JupiterTest: another seed
behind JupiterTest -Djqwik.database=target/another: the same seed
EOF
echo "still so"
