#!/usr/bin/env bash
# Guess: with successPercentage a test passes as a whole if enough of its invocations do; the others are failures in the
# report, or a count of their own.
# Seen: under Surefire the invocations that threw are test cases that passed, four of four, and nothing anywhere tells
# them from the others. A test that fails half of the time looks perfect.
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
cat >src/test/java/HalfTest.java <<'EOF'
import org.testng.annotations.Test;

public class HalfTest {
    private int calls;

    @Test(invocationCount = 4, successPercentage = 50)
    public void half() {
        if (++calls % 2 == 0) {
            throw new AssertionError("thrown in call " + calls);
        }
    }
}
EOF
mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:3.6.1:test >log || true
report=target/surefire-reports/TEST-HalfTest.xml
{
  echo "cases $(grep -c '<testcase' $report), failures $(grep -c '<failure' $report || true)," \
    "errors $(grep -c '<error' $report || true), skipped $(grep -c '<skipped' $report || true)"
  echo "the reports that name what was thrown: $(grep -rl 'thrown in call' target/surefire-reports | wc -l)"
} | tee seen

diff -u - seen <<'EOF'
cases 4, failures 0, errors 0, skipped 0
the reports that name what was thrown: 0
EOF
echo "still so"
