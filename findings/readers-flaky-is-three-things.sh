#!/usr/bin/env bash
# Guess: flakyFailure, which Surefire writes for a test that passed in a rerun, is either known to a reader or ignored.
# Seen: one report, three answers: passed and nothing more; passed and marked as flaky; neither passed nor failed, so
# that the passed tests no longer add up.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(test-results-parser@0.4.6 junit-to-ctrf@0.0.14 xunit-viewer@10.6.1)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

cat >report.xml <<'EOF'
<testsuite name="a.B" tests="2" failures="0" errors="0" skipped="0" flakes="1" time="2">
  <testcase classname="a.B" name="steady" time="1"/>
  <testcase classname="a.B" name="flaky" time="1">
    <flakyFailure message="first" type="java.lang.AssertionError"><stackTrace>at a.B</stackTrace></flakyFailure>
  </testcase>
</testsuite>
EOF
npx junit-to-ctrf report.xml -o ctrf.json >log
{
  node -p 'const r = require("test-results-parser").parse({ type: "junit", files: ["report.xml"] });
    const told = JSON.stringify(r).replaceAll("\"name\":\"flaky\"", "").includes("lak");
    `test-results-parser: ${r.passed} passed, flaky named: ${told}`'
  node -p 'const s = JSON.parse(fs.readFileSync("ctrf.json")).results.summary;
    `junit-to-ctrf: ${s.passed} passed, ${s.flaky} flaky`'
  echo "xunit-viewer: $(npx xunit-viewer -r report.xml -c -n -o out.html | sed 's/\x1b\[[0-9;]*m//g' |
    grep -oE '[0-9]+ passed.*')"
} | tee seen

diff -u - seen <<'EOF'
test-results-parser: 2 passed, flaky named: false
junit-to-ctrf: 2 passed, 1 flaky
xunit-viewer: 1 passed, 1 flakyFailure
EOF
echo "still so"
