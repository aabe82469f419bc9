#!/usr/bin/env bash
# Guess: a property of the POM that is given another value on the command line (-DargLine=...) has that value wherever the POM
# names it, as everywhere in Maven; argLine may say @{argLine}, by which Surefire waits for what other plugins set.
# Seen: @{argLine} takes the value of the POM, or of a plugin, and never that of the command line, where ${argLine} takes that
# of the command line. So in a project that measures coverage the JVM runs without what was asked for, and nothing says so.
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

sed -i 's#</project>#<build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><configuration>\
<argLine>@WAY@</argLine></configuration></plugin></plugins></build></project>#
s#<properties>#&<argLine>-Dspoken=pom</argLine>#' pom.xml
mkdir -p src/test/java
cat >src/test/java/SpokenTest.java <<'EOF'
import org.junit.jupiter.api.Test;

class SpokenTest {
    @Test
    void spoken() {
        System.out.println("seen: " + System.getProperty("spoken"));
    }
}
EOF
run() { # WAY OPTION...
  local way=$1
  shift
  sed "s#@WAY@#$way#" pom.xml >other.xml
  mvn -B -ntp -q -f other.xml $compile $plugins:maven-surefire-plugin:3.6.1:test "$@" >log
  echo "$way $*: $(sed -n 's/.*seen: //p' log)"
}
{
  run '${argLine}'
  run '${argLine}' -DargLine=-Dspoken=user
  run '@{argLine}'
  run '@{argLine}' -DargLine=-Dspoken=user
} | tee seen

diff -u - seen <<'EOF'
${argLine} : pom
${argLine} -DargLine=-Dspoken=user: user
@{argLine} : pom
@{argLine} -DargLine=-Dspoken=user: pom
EOF
echo "still so"
