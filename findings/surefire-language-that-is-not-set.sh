#!/usr/bin/env bash
# Guess: user.language in Surefire's systemPropertyVariables runs the tests in that language, as user.timezone there
# does.
# Seen: the property says tr, the locale stays what it was: the JVM read it before. The zone works, because nobody has
# asked for it yet; a zone with a typing error is GMT, without a word. On the JVM's command line (argLine) both work.
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
<systemPropertyVariables><user.language>${language}</user.language><user.timezone>${zone}</user.timezone>\
</systemPropertyVariables></configuration></plugin></plugins></build></project>#' pom.xml
mkdir -p src/test/java
cat >src/test/java/WhereTest.java <<'EOF'
import java.util.*;
import org.junit.jupiter.api.Test;

class WhereTest {
    @Test
    void where() {
        System.out.println("seen: property " + System.getProperty("user.language") + ", locale "
                + Locale.getDefault().getLanguage() + ", zone " + TimeZone.getDefault().getID());
    }
}
EOF
run() { # OPTION...
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:3.6.1:test "$@" >log
  sed -n 's/.*seen: //p' log
}
{
  run -DargLine=-Duser.language=en -Dlanguage=tr -Dzone=Asia/Tokyo
  run -DargLine=-Duser.language=en -Dlanguage=tr -Dzone=Asia/Tokio
  run -DargLine=-Duser.language=tr -Dlanguage=tr -Dzone=Asia/Tokyo
} | tee seen

diff -u - seen <<'EOF'
property tr, locale en, zone Asia/Tokyo
property tr, locale en, zone GMT
property tr, locale tr, zone Asia/Tokyo
EOF
echo "still so"
