#!/usr/bin/env bash
# Guess: Surefire's runOrder is about test classes. Methods of a Jupiter class keep their order, whatever the seed.
# Seen: with 3.6.1 runOrder=random hands its seed to Jupiter, and the methods run in another order for another seed; a
# parameter of the build that says nothing of methods moves them. With 3.5.6 only the classes move.
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
{
  echo 'import org.junit.jupiter.api.Test; class OrderTest {'
  for method in a b c d e f; do
    echo "@Test void $method() { System.out.println(\"ran $method\"); }"
  done
  echo '}'
} >src/test/java/OrderTest.java
run() { # VERSION SEED
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:$1:test -Dsurefire.runOrder=random \
    -Dsurefire.runOrder.random.seed=$2 >log
  sed -n 's/.*ran //p' log | tr -d '\n'
}
for version in 3.5.6 3.6.1; do
  first=$(run $version 1) second=$(run $version 2) again=$(run $version 1)
  echo "Surefire $version, seeds 1, 2, 1: $first $second $again" >&2
  echo "$version: another seed, $([ "$first" = "$second" ] && echo same || echo another) order;" \
    "same seed, $([ "$first" = "$again" ] && echo same || echo another) order"
done | tee seen

diff -u - seen <<'EOF'
3.5.6: another seed, same order; same seed, same order
3.6.1: another seed, another order; same seed, same order
EOF
echo "still so"
