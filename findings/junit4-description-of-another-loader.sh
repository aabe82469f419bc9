#!/usr/bin/env bash
# Guess: a description of a class that JUnit 4 runs knows that class: getTestClass() is the one whose tests run.
# Seen: one made from a name, as JUnit's own runners of suites make it, looks for the class by JUnit's loader. Where
# tests have a loader of their own above JUnit's, as in a server or an IDE, it gives another class of the same name, whose
# static fields are its own, or none at all; and asking keeps that class for as long as JUnit is loaded.
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

jars junit:junit:4.12

mkdir -p tests
cat >tests/CounterTest.java <<'EOF'
public class CounterTest {
    public static int ran;

    @org.junit.Test
    public void counts() {
        ran++;
    }
}
EOF
cat >Main.java <<'EOF'
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.runner.Description;
import org.junit.runner.Result;
import org.junit.runner.JUnitCore;

public class Main {
    public static void main(String[] args) throws Exception {
        URL tests = Path.of("tests").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {tests}, Main.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                // A class of the tests comes from here, whoever else has it too.
                return name.equals("CounterTest") && findLoadedClass(name) == null
                        ? findClass(name)
                        : super.loadClass(name, resolve);
            }
        }) {
            Class<?> type = loader.loadClass("CounterTest");
            Result result = new JUnitCore().run(type);
            Description named = Description.createSuiteDescription("CounterTest");
            Class<?> told = named.getTestClass();
            System.out.println("tests run " + result.getRunCount() + ", ran " + type.getField("ran").getInt(null));
            System.out.println("the description's class is "
                    + (told == null ? "none" : told == type ? "that one"
                            : "another, ran " + told.getField("ran").getInt(null)));
        }
    }
}
EOF
javac -cp "lib/*" -d tests tests/CounterTest.java
javac -cp "lib/*" Main.java

run() {
  echo "with the tests $1:"
  java -cp "$2" Main 2>>log
}
{
  run "in their own loader alone" "lib/*:."
  run "in that of JUnit too" "lib/*:.:tests"
} | tee seen

diff -u - seen <<'EOF'
with the tests in their own loader alone:
tests run 1, ran 1
the description's class is none
with the tests in that of JUnit too:
tests run 1, ran 1
the description's class is another, ran 0
EOF
echo "still so"
