#!/usr/bin/env bash
# Guess: Objenesis, by which mocks and copies are made without a constructor, makes an object of the class it is given.
# Seen: it remembers how to make one by the name of the class. Given a class of the same name from another loader, as where
# an application or its tests are loaded once more, it makes an object of the first one, which the caller cannot cast, and
# the loader of that one stays for as long as Objenesis does.
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

jars org.objenesis:objenesis:3.4

mkdir -p app
cat >app/Order.java <<'EOF'
public class Order implements java.io.Serializable {}
EOF
cat >Main.java <<'EOF'
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Function;
import org.objenesis.Objenesis;
import org.objenesis.ObjenesisHelper;
import org.objenesis.ObjenesisSerializer;
import org.objenesis.ObjenesisStd;

public class Main {
    public static void main(String[] args) throws Exception {
        Objenesis usual = new ObjenesisStd();
        Objenesis forgetful = new ObjenesisStd(false);
        Objenesis serial = new ObjenesisSerializer();
        look("ObjenesisStd", usual::newInstance);
        look("ObjenesisSerializer", serial::newInstance);
        look("ObjenesisHelper", ObjenesisHelper::newInstance);
        look("ObjenesisStd without its cache", forgetful::newInstance);
    }

    private static void look(String name, Function<Class<?>, Object> make) throws Exception {
        Class<?> first = order();
        Class<?> second = order();
        String of = made(make.apply(first), first, second) + ", then " + made(make.apply(second), first, second);
        System.out.println(name + ": asked for the first, then for the second, made one of " + of);
    }

    private static String made(Object object, Class<?> first, Class<?> second) {
        return first.isInstance(object) ? "the first" : second.isInstance(object) ? "the second" : "neither";
    }

    private static Class<?> order() throws Exception {
        URL app = Path.of("app").toUri().toURL();
        return new URLClassLoader(new URL[] {app}, Main.class.getClassLoader()).loadClass("Order");
    }
}
EOF
javac -d app app/Order.java
javac -cp "lib/*" Main.java
java -cp "lib/*:." Main | tee seen

diff -u - seen <<'EOF'
ObjenesisStd: asked for the first, then for the second, made one of the first, then the first
ObjenesisSerializer: asked for the first, then for the second, made one of the first, then the first
ObjenesisHelper: asked for the first, then for the second, made one of the first, then the first
ObjenesisStd without its cache: asked for the first, then for the second, made one of the first, then the second
EOF
echo "still so"
