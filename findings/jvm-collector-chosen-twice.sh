#!/usr/bin/env bash
# Guess: what stands on the command line counts before what JAVA_TOOL_OPTIONS says, whatever it is: of two sizes of the heap the
# one of the command line is taken, and so it is with garbage collectors.
# Seen: of sizes, yes. Of collectors no: a JVM that is told one by the variable and another one on the command line does not start.
# A tool that starts a JVM with -XX:+UseSerialGC fails wherever somebody has set the variable for the whole machine.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = /on Java /p'

ask() {
  local said
  if said=$(java "$@" -XX:+PrintFlagsFinal -version 2>&1); then
    echo "$said" | awk '$2 == "MaxHeapSize" { heap = $4 / 1048576 } $2 == "UseSerialGC" { serial = $4 } END { print heap " MB, serial: " serial }'
  else
    echo "$said" | grep -o "Multiple garbage collectors selected"
  fi
}

{
  echo "sizes: $(JAVA_TOOL_OPTIONS='-Xmx64m -XX:+UseSerialGC' ask -Xmx32m)"
  echo "one collector, twice: $(JAVA_TOOL_OPTIONS='-Xmx64m -XX:+UseSerialGC' ask -XX:+UseSerialGC)"
  echo "two collectors: $(JAVA_TOOL_OPTIONS=-XX:+UseParallelGC ask -XX:+UseSerialGC)"
  echo "the first ruled out: $(JAVA_TOOL_OPTIONS='-Xmx64m -XX:+UseParallelGC' ask -XX:-UseParallelGC -XX:+UseSerialGC)"
} | tee seen

diff -u - seen <<'EOF'
sizes: 32 MB, serial: true
one collector, twice: 64 MB, serial: true
two collectors: Multiple garbage collectors selected
the first ruled out: 64 MB, serial: true
EOF
echo "still so"
