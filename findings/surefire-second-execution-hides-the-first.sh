#!/usr/bin/env bash
# Guess: a class that runs in two executions of Surefire, once for each mode say, has two reports, or one with both.
# Seen: one report, that of the last execution. The failure of the first is gone from target/surefire-reports before any
# CI server has read it; with testFailureIgnore, or a server that goes by reports, the build is green.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'EOF'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>f</groupId>
  <artifactId>f</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <version>6.1.3</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.6.1</version>
        <executions>
          <execution>
            <id>old-mode</id>
            <configuration>
              <systemPropertyVariables><mode>old</mode></systemPropertyVariables>
            </configuration>
          </execution>
          <execution>
            <id>new-mode</id>
            <configuration>
              <systemPropertyVariables><mode>new</mode></systemPropertyVariables>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
EOF
echo "with: junit-jupiter 6.1.3 $(mvn -B -v | sed -n 's/^[^A]*\(Apache Maven [^ ]*\).*/on \1/p')"

mkdir -p src/test/java
cat >src/test/java/ModeTest.java <<'EOF'
class ModeTest {
    @org.junit.jupiter.api.Test
    void works() {
        org.junit.jupiter.api.Assertions.assertEquals("new", System.getProperty("mode"));
    }
}
EOF
{
  mvn -B -ntp -Dmaven.test.failure.ignore=true \
    org.apache.maven.plugins:maven-compiler-plugin:3.14.1:testCompile surefire:test@old-mode surefire:test@new-mode >log
  sed -n 's/^\[[A-Z]*\] \(Tests run: [^,]*, Failures: [^,]*\), .* in ModeTest$/console: \1/p' log
  echo "reports: $(find target/surefire-reports -name '*.xml' -printf '%f ')"
  echo "failures in them: $(grep -c '<failure' target/surefire-reports/*.xml || true)"
} | tee seen

diff -u - seen <<'EOF'
console: Tests run: 1, Failures: 1
console: Tests run: 1, Failures: 0
reports: TEST-ModeTest.xml 
failures in them: 0
EOF
echo "still so"
