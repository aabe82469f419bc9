#!/usr/bin/env bash
# Guess: @DefaultLocale leaves no trace: when its test is over the JVM has the locale it had before, as its manual says.
# Seen: it remembers one locale of the JVM's three. Where the one for formats is another than the default, as with English
# menus and German numbers, all three are the default afterwards, and a test formats otherwise behind it than before it,
# for the rest of the JVM. Where all three are German they are so again, and @DefaultTimeZone changes none.
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
cat >src/test/java/FormatTest.java <<'EOF'
import java.util.Locale;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.util.*;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormatTest {
    @Test
    @Order(1)
    void before() {
        formats("at first");
    }

    @Test
    @Order(2)
    @DefaultTimeZone("CET")
    void zone() {}

    @Test
    @Order(3)
    void behindZone() {
        formats("behind a zone");
    }

    @Test
    @Order(4)
    @DefaultLocale("fr-FR")
    void locale() {}

    @Test
    @Order(5)
    void behindLocale() {
        formats("behind a locale");
    }

    static void formats(String when) {
        System.out.println("seen " + when + ": " + String.format("%.1f", 1.5) + ", for formats "
                + Locale.getDefault(Locale.Category.FORMAT) + ", default " + Locale.getDefault());
    }
}
EOF
english='-Duser.language=en -Duser.country=US'
for locale in '-Duser.language=de -Duser.country=DE' \
  "$english -Duser.language.format=de -Duser.country.format=DE"; do
  echo "$locale"
  mvn -B -ntp $compile $plugins:maven-surefire-plugin:3.6.1:test "-DargLine=$locale" >log
  sed -n 's/.*seen /  /p' log
done | tee seen

diff -u - seen <<'EOF'
-Duser.language=de -Duser.country=DE
  at first: 1,5, for formats de_DE, default de_DE
  behind a zone: 1,5, for formats de_DE, default de_DE
  behind a locale: 1,5, for formats de_DE, default de_DE
-Duser.language=en -Duser.country=US -Duser.language.format=de -Duser.country.format=DE
  at first: 1,5, for formats de_DE, default en_US
  behind a zone: 1,5, for formats de_DE, default en_US
  behind a locale: 1.5, for formats en_US, default en_US
EOF
echo "still so"
