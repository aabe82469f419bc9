#!/usr/bin/env bash
# Guess: -Dtest takes a list, and each entry means what it means alone: A is class A with its @Nested classes, whatever
# else is in the list.
# Seen: as soon as another entry names a method, the nested classes of A are left out, and the build passes without them:
# ATest,BTest#one runs neither more nor less of B than asked, and half of A. With ATest$* beside it they run.
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
cat >src/test/java/ATest.java <<'EOF'
import org.junit.jupiter.api.*;

class ATest {
    @Test
    void outer() {
        System.out.println("ran A.outer");
    }

    @Nested
    class Inner {
        @Test
        void inner() {
            System.out.println("ran A.inner");
        }
    }
}
EOF
cat >src/test/java/BTest.java <<'EOF'
import org.junit.jupiter.api.*;

class BTest {
    @Test
    void one() {
        System.out.println("ran B.one");
    }

    @Test
    void two() {
        System.out.println("ran B.two");
    }
}
EOF
for tests in 'ATest' 'ATest,BTest' 'ATest,BTest#one' 'ATest,ATest$*,BTest#one'; do
  mvn -B -ntp -q $compile $plugins:maven-surefire-plugin:3.6.1:test "-Dtest=$tests" >log
  echo "$tests:" $(sed -n 's/.*ran //p' log | sort)
done | tee seen

diff -u - seen <<'EOF'
ATest: A.inner A.outer
ATest,BTest: A.inner A.outer B.one B.two
ATest,BTest#one: A.outer B.one
ATest,ATest$*,BTest#one: A.inner A.outer B.one
EOF
echo "still so"
