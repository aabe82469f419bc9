#!/usr/bin/env bash
# Guess: a time limit for tests changes nothing but how long they may take: a stubbing that is not used fails its test
# with the MockitoExtension, whichever thread Jupiter runs the test on.
# Seen: with a limit on a separate thread the mocks of fields stay strict, and nobody looks after those a test makes
# itself: the stubbing that failed the test passes it, and no test was changed. With one on the same thread it fails.
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
  org.junit.jupiter:junit-jupiter:6.1.3 \
  org.mockito:mockito-junit-jupiter:5.20.0

mkdir -p src/test/java
cat >src/test/java/UnusedTest.java <<'EOF'
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
class UnusedTest {
    @Mock
    Supplier<String> field;

    @Test
    void ofField() {
        when(field.get()).thenReturn("never asked for");
    }

    @Test
    void ofOwn() {
        @SuppressWarnings("unchecked")
        Supplier<String> own = mock(Supplier.class);
        when(own.get()).thenReturn("never asked for");
    }
}
EOF
timeout=junit.jupiter.execution.timeout
for mode in none same_thread separate_thread; do
  limit=()
  if [ $mode != none ]; then
    limit=("-D$timeout.default=9m" "-D$timeout.thread.mode.default=$mode")
  fi
  mvn -B -ntp $compile $plugins:maven-surefire-plugin:3.6.1:test -Dmaven.test.failure.ignore "${limit[@]}" >log
  for method in ofField ofOwn; do
    tr '\n' ' ' <target/surefire-reports/TEST-UnusedTest.xml | sed 's/<testcase/\n&/g' |
      grep "^<testcase name=\"$method\"" >case
    echo "limit $mode, $method: $(grep -o 'UnnecessaryStubbingException' case | head -n 1 | grep . || echo passes)"
  done
done | tee seen

diff -u - seen <<'EOF'
limit none, ofField: UnnecessaryStubbingException
limit none, ofOwn: UnnecessaryStubbingException
limit same_thread, ofField: UnnecessaryStubbingException
limit same_thread, ofOwn: UnnecessaryStubbingException
limit separate_thread, ofField: UnnecessaryStubbingException
limit separate_thread, ofOwn: passes
EOF
echo "still so"
