#!/usr/bin/env bash
# Guess: where a suite does not say how many of its tests failed, which many writers leave out, a reader counts the
# cases.
# Seen: test-results-parser marks the case as failed, counts nothing (not a number), and calls the whole run skipped.
# Two other readers count one failure.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(test-results-parser@0.4.6 junitxml-to-javascript@1.1.4 junit-to-ctrf@0.0.14)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

cat >report.xml <<'EOF'
<testsuite name="a.B">
  <testcase classname="a.B" name="good" time="1"/>
  <testcase classname="a.B" name="bad" time="1"><failure message="broken"/></testcase>
</testsuite>
EOF
cat >read.mjs <<'EOF'
import fs from 'fs';
import parser from 'test-results-parser';
import Parser from 'junitxml-to-javascript';
const first = parser.parse({ type: 'junit', files: ['report.xml'] });
const cases = first.suites[0].cases.map((one) => one.status).join(' ');
console.log(`test-results-parser: cases ${cases}, failed ${first.failed}, status ${first.status}`);
const second = (await new Parser().parseXMLFile('report.xml')).testsuites[0].testCases;
console.log(`junitxml-to-javascript: cases ${second.map((one) => one.result).join(' ')}`);
const third = JSON.parse(fs.readFileSync('ctrf.json')).results.summary;
console.log(`junit-to-ctrf: passed ${third.passed}, failed ${third.failed}`);
EOF
npx junit-to-ctrf report.xml -o ctrf.json >log
node read.mjs | tee seen

diff -u - seen <<'EOF'
test-results-parser: cases PASS FAIL, failed NaN, status SKIP
junitxml-to-javascript: cases succeeded failed
junit-to-ctrf: passed 1, failed 1
EOF
echo "still so"
