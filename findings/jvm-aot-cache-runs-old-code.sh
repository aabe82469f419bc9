#!/usr/bin/env bash
# Guess: a JVM that is given an AOT cache checks, as with class data archives, that the jars are those it was made from.
# Seen: a jar that was built again, at another time, with other code, is not noticed: the old code runs, without a
# warning, exit code 0. An archive (-XX:ArchiveClassesAtExit) of the same JVM sees it and runs the new code.
# Needs a JDK 25: its folder in JAVA25_HOME, unless it is where Debian's packages put one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for candidate in ${JAVA25_HOME:-} /usr/lib/jvm/*-25-*; do
  [ -x "$candidate/bin/javac" ] && home=$candidate && break
done
PATH=${home:?no JDK 25 found, set JAVA25_HOME}/bin:$PATH
java -version 2>&1 | sed -n 2p

build() { # VALUE TIME
  mkdir -p classes
  echo "public class App { public static void main(String[] args) { System.out.println(\"$1\"); } }" >App.java
  javac -d classes App.java
  jar --create --file app.jar -C classes .
  touch -d "$2" app.jar
}

{
  build old 2024-01-01
  java -XX:AOTCacheOutput=app.aot -cp app.jar App >first 2>log
  java -XX:ArchiveClassesAtExit=app.jsa -cp app.jar App >>first 2>>log
  build new 2024-02-02
  echo "no cache: $(java -cp app.jar App)"
  echo "AOT cache: $(java -XX:AOTCache=app.aot -cp app.jar App 2>&1)"
  echo "archive: $(java -XX:SharedArchiveFile=app.jsa -cp app.jar App 2>log | tail -n 1)"
} | tee seen

diff -u - seen <<'EOF'
no cache: new
AOT cache: old
archive: new
EOF
echo "still so"
