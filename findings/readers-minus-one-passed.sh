#!/usr/bin/env bash
# Guess: the number of passed tests is never below zero.
# Seen: test-results-parser takes failures and errors away from tests. A test that failed and whose clean-up broke has
# one of each, so of one test minus one passed; so it is with an error of the suite itself, beside a test that passed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(test-results-parser@0.4.6)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

cat >both.xml <<'EOF'
<testsuite name="a.B" tests="1" failures="1" errors="1" skipped="0" time="1">
  <testcase classname="a.B" name="one" time="1"><failure message="wrong"/><error message="clean-up broke"/></testcase>
</testsuite>
EOF
cat >suite.xml <<'EOF'
<testsuite name="a.B" tests="1" failures="0" errors="2" skipped="0" time="1">
  <error message="set-up broke"/>
  <testcase classname="a.B" name="one" time="1"><error message="no connection"/></testcase>
</testsuite>
EOF
for report in both suite; do
  node -p 'const r = require("test-results-parser").parse({ type: "junit", files: [process.argv[1] + ".xml"] });
    `${process.argv[1]}: ${r.total} test, ${r.passed} passed, ${r.failed} failed, ${r.errors} errors`' $report
done | tee seen

diff -u - seen <<'EOF'
both: 1 test, -1 passed, 1 failed, 1 errors
suite: 1 test, -1 passed, 0 failed, 2 errors
EOF
echo "still so"
