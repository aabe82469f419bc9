#!/usr/bin/env bash
# Guess: JUnit tells Java Flight Recorder of tests where somebody records, and else has nothing to do with it; in JUnit 5 that
# took a library of its own.
# Seen: JUnit 6 prepares its events in each JVM, though nobody records: more than fifty classes of Flight Recorder are loaded,
# and its own are rewritten, before the first test. JUnit 5 loads none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# jars GROUP:ARTEFACT:VERSION... puts them and what they need into lib/
jars() {
  {
    echo "<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>"
    echo "<dependencies>"
    local group artefact version
    for gav; do
      IFS=: read -r group artefact version <<<"$gav"
      echo "<dependency><groupId>$group</groupId><artifactId>$artefact</artifactId>"
      echo "<version>$version</version></dependency>"
    done
    echo "</dependencies></project>"
  } >pom.xml
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
  echo "with: $* $(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = /on Java /p')"
}

mkdir -p tests
cat >tests/OneTest.java <<'EOF'
public class OneTest {
    @org.junit.jupiter.api.Test
    public void passes() {}
}
EOF
run() { # VERSION
  local console=$1
  rm -rf lib classes
  jars org.junit.platform:junit-platform-console-standalone:$console
  javac -cp "lib/*" -d classes tests/OneTest.java
  java -Xlog:class+load:file=loaded -jar lib/*.jar execute -cp classes -c OneTest >log 2>&1
  local jdk own
  jdk=$(grep -c ' jdk\.jfr\.' loaded || true)
  own=$(grep -c ' org\.junit\.platform\.launcher\.jfr\.' loaded || true)
  echo "$(sed -n 's/^\[ *\([0-9]*\) tests successful.*/\1/p' log) passed;" \
    "classes of Flight Recorder: $([ "$jdk" -gt 50 ] && echo 'more than 50' || echo "$jdk")," \
    "of JUnit for it: $([ "$own" -gt 5 ] && echo 'more than 5' || echo "$own")"
}
{
  run 1.14.1
  run 6.1.3
} | tee seen

grep -v '^with: ' seen | diff -u - <(cat <<'EOF'
1 passed; classes of Flight Recorder: 0, of JUnit for it: 0
1 passed; classes of Flight Recorder: more than 50, of JUnit for it: more than 5
EOF
)
echo "still so"
