#!/usr/bin/env bash
# Guess: a test that TestNG's IRetryAnalyzer repeats until it passes is one test in Surefire's report, flaky, as one
# that Surefire repeats itself is.
# Seen: it is two cases with one name, the failed attempt as skipped, the last as passed. No flakyFailure, so a reader
# that counts flaky tests sees none.
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
cat >src/test/java/AgainTest.java <<'EOF'
import org.testng.*;
import org.testng.annotations.Test;

public class AgainTest {
    public static class Once implements IRetryAnalyzer {
        private int retries;

        @Override
        public boolean retry(ITestResult result) {
            return retries++ < 1;
        }
    }

    private static int calls;

    @Test(retryAnalyzer = Once.class)
    public void flaky() {
        if (calls++ == 0) {
            throw new AssertionError("the first time");
        }
    }
}
EOF
count() { # NAME
  local report=target/surefire-reports/TEST-AgainTest.xml
  echo "$1: cases $(grep -c '<testcase' $report), skipped $(grep -c '<skipped' $report || true)," \
    "flaky $(grep -c '<flaky' $report || true)"
}
{
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:3.6.1:test >log
  count "TestNG's retry"
  sed -i 's/(retryAnalyzer = Once.class)//' src/test/java/AgainTest.java
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:3.6.1:test -Dsurefire.rerunFailingTestsCount=1 >log
  count "Surefire's rerun"
} | tee seen

diff -u - seen <<'EOF'
TestNG's retry: cases 2, skipped 1, flaky 0
Surefire's rerun: cases 1, skipped 0, flaky 1
EOF
echo "still so"
