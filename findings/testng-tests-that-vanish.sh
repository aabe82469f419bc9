#!/usr/bin/env bash
# Guess: a method with @Test runs, or the report tells why it did not; a private one does not run, as in JUnit.
# Seen: one that returns a value, and one whose data provider has no rows, are nowhere, neither run nor skipped, and the
# build is green. The private one runs. Jupiter fails the one without rows, and warns of the two that it leaves out.
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

pom org.testng:testng:7.12.0 org.junit.jupiter:junit-jupiter:6.1.3

mkdir -p src/test/java
cat >src/test/java/TestNgTest.java <<'EOF'
import org.testng.annotations.*;

public class TestNgTest {
    @DataProvider
    Object[][] rows() {
        return new Object[0][];
    }

    @Test(dataProvider = "rows")
    public void withoutRows(Object row) {}

    @Test
    public int returnsValue() {
        return 1;
    }

    @Test
    private void isPrivate() {}

    @Test
    public void isUsual() {}
}
EOF
cat >src/test/java/JupiterTest.java <<'EOF'
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JupiterTest {
    static Stream<Object> rows() {
        return Stream.empty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withoutRows(Object row) {}

    @Test
    int returnsValue() {
        return 1;
    }

    @Test
    private void isPrivate() {}

    @Test
    void isUsual() {}
}
EOF
mvn -B -ntp $compile $plugins:maven-surefire-plugin:3.6.1:test -Dmaven.test.failure.ignore >log 2>&1
for framework in TestNg Jupiter; do
  report=target/surefire-reports/TEST-${framework}Test.xml
  for method in withoutRows returnsValue isPrivate isUsual; do
    echo "$framework $method: $(grep -q "testcase name=\"$method" $report && echo in the report || echo nowhere)," \
      "$(grep -q "WARNING.*${framework}Test.*$method" log && echo a warning || echo no warning)"
  done
  echo "$framework: $(grep -oE 'errors="[0-9]+" skipped="[0-9]+" failures="[0-9]+"' $report)"
done | tee seen

diff -u - seen <<'EOF'
TestNg withoutRows: nowhere, no warning
TestNg returnsValue: nowhere, no warning
TestNg isPrivate: in the report, no warning
TestNg isUsual: in the report, no warning
TestNg: errors="0" skipped="0" failures="0"
Jupiter withoutRows: in the report, no warning
Jupiter returnsValue: nowhere, a warning
Jupiter isPrivate: nowhere, a warning
Jupiter isUsual: in the report, no warning
Jupiter: errors="1" skipped="0" failures="0"
EOF
echo "still so"
