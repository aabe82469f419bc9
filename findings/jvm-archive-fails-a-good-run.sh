#!/usr/bin/env bash
# Guess: if no archive of class data can be written at the end, that is a warning; the program's exit code is its own.
# Seen: with a directory on the class path, as in every Maven test run (target/classes), a program that did all its work
# ends with exit code 1, so the build is red though every test passed. The same with a jar is 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java -version 2>&1 | sed -n 2p
echo 'public class App { public static void main(String[] args) { System.out.println("all done"); } }' >App.java
javac -d classes App.java
jar --create --file app.jar -C classes .

run() { # CLASS PATH
  local code=0
  java -XX:ArchiveClassesAtExit=app.jsa -cp "$1" App >out 2>&1 || code=$?
  echo "$(head -n 1 out), exit code $code, archive $([ -e app.jsa ] && echo written || echo missing)"
  rm -f app.jsa
}
{
  echo "jar: $(run app.jar)"
  echo "directory: $(run classes)"
} | tee seen

diff -u - seen <<'EOF'
jar: all done, exit code 0, archive written
directory: all done, exit code 1, archive missing
EOF
echo "still so"
