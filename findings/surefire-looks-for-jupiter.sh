#!/usr/bin/env bash
# Guess: in a project of JUnit 4 alone, Surefire has no business with Jupiter; if it does look for a class of it, it does so
# once in a JVM.
# Seen: twice before and twice after each test it asks the class loader for Jupiter's @DisplayName. Where there is none, that
# is a search through all jars and an exception with the whole stack of the test: 402 of them for a hundred tests that do
# nothing, and none where Jupiter is on the class path.
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

mkdir -p src/test/java
{
  echo "public class ManyTest {"
  for i in $(seq 100); do
    echo "    @org.junit.Test public void t$i() {}"
  done
  echo "}"
} >src/test/java/ManyTest.java

# searches ARTEFACT... says how many exceptions a JVM of tests throws for want of that class
searches() {
  pom "$@" >&2
  rm -rf target thrown.jfr
  mvn -B -ntp -q $plugins:maven-compiler-plugin:3.14.1:testCompile $plugins:maven-surefire-plugin:3.6.1:test \
    "-DargLine=-XX:StartFlightRecording:filename=$work/thrown.jfr,settings=default,exceptions=all" >log 2>&1
  grep -q 'tests="100"' target/surefire-reports/TEST-ManyTest.xml
  jfr print --events jdk.JavaExceptionThrow thrown.jfr | grep -c 'message = "org.junit.jupiter.api.DisplayName"' || true
}

{
  echo "JUnit 4: $(searches junit:junit:4.13.2)"
  echo "with Jupiter: $(searches junit:junit:4.13.2 org.junit.jupiter:junit-jupiter-api:5.13.4 org.junit.vintage:junit-vintage-engine:5.13.4)"
} | tee seen

diff -u - seen <<'EOF'
JUnit 4: 402
with Jupiter: 0
EOF
echo "still so"
