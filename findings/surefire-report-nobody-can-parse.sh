#!/usr/bin/env bash
# Guess: characters that XML forbids are left out of Surefire's report or written in another way, so that the report of
# a failed test can always be read. The control characters are.
# Seen: U+FFFF, as a message of a failed comparison may hold, is written as it is. The JDK's parser refuses the whole
# file.
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
cat >src/test/java/TextTest.java <<'EOF'
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void text() {
        Assertions.fail("seen: " + (char) Integer.getInteger("character").intValue());
    }
}
EOF
cat >Read.java <<'EOF'
class Read {
    public static void main(String[] args) throws Exception {
        var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        try {
            builder.parse(args[0]);
            System.out.println("read");
        } catch (org.xml.sax.SAXParseException refused) {
            System.out.println("refused");
        }
    }
}
EOF
for character in 1 65535; do
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:3.6.1:test -Dmaven.test.failure.ignore \
    -Dcharacter=$character >log
  echo "character $character: $(java Read.java target/surefire-reports/TEST-TextTest.xml 2>&1)"
done | tee seen

diff -u - seen <<'EOF'
character 1: read
character 65535: refused
EOF
echo "still so"
