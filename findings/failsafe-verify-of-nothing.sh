#!/usr/bin/env bash
# Guess: failsafe:verify fails if it finds no summary: integration-test leaves the verdict to it, and without the
# summary nobody knows one.
# Seen: a test failed, its summary is gone, as after a clean or with another reports folder, and verify passes.
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
cat >src/test/java/SomeIT.java <<'EOF'
class SomeIT {
    @org.junit.jupiter.api.Test
    void some() {
        throw new AssertionError("failed");
    }
}
EOF
failsafe=$plugins:maven-failsafe-plugin:3.6.1
verify() {
  mvn -B -ntp $failsafe:verify >log && echo passes || echo fails
}
{
  mvn -B -ntp $compile $failsafe:integration-test >log
  grep -o 'Tests run: 1, Failures: 1' log | head -n 1
  echo "verify: $(verify)"
  rm target/failsafe-reports/failsafe-summary.xml
  echo "verify without the summary: $(verify)"
} | tee seen

diff -u - seen <<'EOF'
Tests run: 1, Failures: 1
verify: fails
verify without the summary: passes
EOF
echo "still so"
