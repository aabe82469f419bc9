#!/usr/bin/env bash
# Guess: an AOT cache that does not fit the command line is put aside, and the JVM does as well as without one.
# Seen: it shares less than without. With one more --add-opens than when the cache was made, not even the JDK's own
# classes are shared, which they are with no cache at all. The exit code is 0.
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

echo 'public class App { public static void main(String[] args) { } }' >App.java
javac -d classes App.java
jar --create --file app.jar -C classes .
java -XX:AOTCacheOutput=app.aot -cp app.jar App >log 2>&1

shared() { # OPTION... tells whether classes come out of a cache
  java "$@" -Xlog:class+load -cp app.jar App >loaded
  local count
  count=$(grep -c 'source: shared objects file' loaded || true)
  echo "$count of $(grep -c 'source:' loaded) classes shared" >&2
  [ "$count" = 0 ] && echo none || echo hundreds
}
opens='--add-opens=java.base/java.lang=ALL-UNNAMED'
{
  echo "cache: $(shared -XX:AOTCache=app.aot)"
  echo "cache, one more flag: $(shared -XX:AOTCache=app.aot $opens)"
  echo "no cache, the flag: $(shared $opens)"
} | tee seen

diff -u - seen <<'EOF'
cache: hundreds
cache, one more flag: none
no cache, the flag: hundreds
EOF
echo "still so"
