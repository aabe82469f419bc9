#!/usr/bin/env bash
# Guess: a TAP subtest that failed makes the run fail for every reader of TAP 13, where subtests are indented lines.
# Seen: only tap-parser says not ok, since it believes the child. prove passes it, exit code 0, and two converters to
# JUnit XML write one passed test: to them the parent's "ok" counts and indented lines are comments.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(tap-parser@18.3.4 tap-junit@5.0.4 tap-xunit@2.4.1)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

command -v prove >log || { echo "prove, of Perl, is needed" && exit 2; }
prove --version
cat >run.tap <<'EOF'
TAP version 13
# Subtest: parent
    not ok 1 - child
    1..1
ok 1 - parent
1..1
EOF
judge() { # NAME COMMAND...
  local name=$1 code=0
  shift
  "$@" <run.tap >out 2>&1 || code=$?
  echo "$name: exit code $code$(grep -o ' failures="[0-9]*"' out | head -n 1 || true)"
}
{
  judge tap-parser node_modules/.bin/tap-parser
  judge prove prove --exec cat run.tap
  judge tap-junit node_modules/.bin/tap-junit
  judge tap-xunit node_modules/.bin/tap-xunit
} | tee seen

diff -u - seen <<'EOF'
tap-parser: exit code 1
prove: exit code 0
tap-junit: exit code 0 failures="0"
tap-xunit: exit code 0 failures="0"
EOF
echo "still so"
