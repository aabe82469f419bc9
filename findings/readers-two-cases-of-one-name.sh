#!/usr/bin/env bash
# Guess: of two cases with one class and name, as repeated and parameterized tests give, both are shown, or at least the
# worse.
# Seen: xunit-viewer keeps one, and the last decides: a failure followed by a pass is one passed test, a pass followed
# by a failure one failed. The same two in junit-to-ctrf are two tests.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(xunit-viewer@10.6.1 junit-to-ctrf@0.0.14)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

failed='<testcase classname="a.B" name="same" time="1"><failure message="broken">at a.B</failure></testcase>'
passed='<testcase classname="a.B" name="same" time="1"/>'
read_both() { # NAME CASES
  echo "<testsuite name='a.B' tests='2' failures='1' errors='0' skipped='0' time='2'>$2</testsuite>" >report.xml
  echo "$1, xunit-viewer: $(npx xunit-viewer -r report.xml -c -n -o out.html | sed 's/\x1b\[[0-9;]*m//g' |
    grep -oE '[0-9]+ (passed|failure).*')"
  npx junit-to-ctrf report.xml -o ctrf.json >log
  node -p 'const s = JSON.parse(fs.readFileSync("ctrf.json")).results.summary;
    process.argv[1] + ", junit-to-ctrf: " + s.passed + " passed, " + s.failed + " failed"' "$1"
}
{
  read_both 'failed, passed' "$failed$passed"
  read_both 'passed, failed' "$passed$failed"
} | tee seen

diff -u - seen <<'EOF'
failed, passed, xunit-viewer: 1 passed
failed, passed, junit-to-ctrf: 1 passed, 1 failed
passed, failed, xunit-viewer: 1 failure
passed, failed, junit-to-ctrf: 1 passed, 1 failed
EOF
echo "still so"
