#!/usr/bin/env bash
# Guess: an assumption decides whether a test runs. In @AfterEach it is too late: the test has passed.
# Seen: the test that ran to its end and passed is skipped in the report, as if it had never run. One that failed stays
# failed; and one that was left by an assumption fails if @AfterEach does.
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

pom org.junit.jupiter:junit-jupiter:6.1.3

mkdir -p src/test/java
cat >src/test/java/LateTest.java <<'EOF'
import org.junit.jupiter.api.*;

class LateTest {
    @Test
    void passes() {
        System.out.println("ran to its end");
    }

    @Test
    void fails() {
        throw new AssertionError("wrong");
    }

    @Test
    void isLeft() {
        Assumptions.abort("not here");
    }

    @AfterEach
    void after(TestInfo test) {
        if (test.getDisplayName().startsWith("isLeft")) {
            throw new IllegalStateException("clean-up failed");
        }
        Assumptions.abort("nothing to clean up");
    }
}
EOF
mvn -B -ntp $compile $plugins:maven-surefire-plugin:3.6.1:test -Dmaven.test.failure.ignore >log
{
  grep -o 'ran to its end' log
  for method in passes fails isLeft; do
    echo "$method: $(sed -n "/testcase name=\"$method\"/,/<\/testcase/p" target/surefire-reports/TEST-LateTest.xml |
      grep -oE '<(skipped|failure|error)' | tr -d '<')"
  done
} | tee seen

diff -u - seen <<'EOF'
ran to its end
passes: skipped
fails: failure
isLeft: error
EOF
echo "still so"
