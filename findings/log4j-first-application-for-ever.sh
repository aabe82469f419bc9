#!/usr/bin/env bash
# Guess: an application that is loaded by a class loader of its own beside a shared Log4j 2 goes with that loader once its
# logging is shut down, as Log4j's own notes for servers promise: none stays, or all that somebody forgot to shut down.
# Seen: beside 2.25.2 the first one that logs stays for the life of the JVM, and no other. The class that prints stack traces
# keeps one exception, made when the class is first used, whose own stack trace holds the classes of whoever logged then. It
# is used by any pattern, whether anything is thrown or not. Of 2.24.3 none stays.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# jars DIRECTORY GROUP:ARTEFACT:VERSION... puts them and what they need into a directory
jars() {
  local into=$1
  shift
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
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$into" >&2
  echo "with: $* $(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = /on Java /p')"
}

jars old org.apache.logging.log4j:log4j-core:2.24.3
jars new org.apache.logging.log4j:log4j-core:2.25.2

mkdir -p app
cat >app/Shop.java <<'JAVA'
public class Shop implements Runnable {
    @Override
    public void run() {
        org.apache.logging.log4j.LogManager.getLogger(Shop.class).info("open");
        org.apache.logging.log4j.LogManager.shutdown();
    }
}
JAVA
cat >Main.java <<'JAVA'
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class Main {
    public static void main(String[] args) throws Exception {
        List<WeakReference<ClassLoader>> applications = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            applications.add(deploy());
        }
        for (int i = 0; i < 10; i++) {
            System.gc();
        }
        for (int i = 0; i < 3; i++) {
            System.out.println("application " + (i + 1) + ": " + (applications.get(i).get() == null ? "gone" : "there"));
        }
    }

    private static WeakReference<ClassLoader> deploy() throws Exception {
        URL app = Path.of("app").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {app}, Main.class.getClassLoader())) {
            ((Runnable) loader.loadClass("Shop").getConstructor().newInstance()).run();
            return new WeakReference<>(loader);
        }
    }
}
JAVA
cat >log4j2.xml <<'XML'
<Configuration status="off">
  <Appenders><Console name="out"><PatternLayout pattern="logged: %m%n"/></Console></Appenders>
  <Loggers><Root level="info"><AppenderRef ref="out"/></Root></Loggers>
</Configuration>
XML
javac -cp "new/*" -d app app/Shop.java
javac Main.java
for version in old new; do
  echo "$version:"
  # As in servers: a hook of the JVM would be made in the name of the first application, too.
  java -XX:+UseSerialGC -Dlog4j2.shutdownHookEnabled=false -cp "$version/*:." Main
done | tee seen

diff -u - seen <<'TEXT'
old:
logged: open
logged: open
logged: open
application 1: gone
application 2: gone
application 3: gone
new:
logged: open
logged: open
logged: open
application 1: there
application 2: gone
application 3: gone
TEXT
echo "still so"
