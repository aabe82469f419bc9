#!/usr/bin/env bash
# Guess: a suite in a suite, as the format has long had them, is read by every reader of JUnit XML, or refused.
# Seen: two of three readers find no test in it and say so nowhere: to one the report with a failure is empty, to the
# other it is a skipped run of no tests. The third sees both cases.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(test-results-parser@0.4.6 junitxml-to-javascript@1.1.4 junit-to-ctrf@0.0.14)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

cat >report.xml <<'EOF'
<testsuites><testsuite name="outer" tests="2" failures="1" errors="0" skipped="0" time="2">
  <testsuite name="inner" tests="2" failures="1" errors="0" skipped="0" time="2">
    <testcase classname="a.B" name="good" time="1"/>
    <testcase classname="a.B" name="bad" time="1"><failure message="broken">at a.B</failure></testcase>
  </testsuite>
</testsuite></testsuites>
EOF
cat >read.js <<'EOF'
const fs = require('fs');
const first = require('test-results-parser').parse({ type: 'junit', files: ['report.xml'] });
console.log(`test-results-parser: ${first.total} tests, ${first.failed} failed, ${first.status}`);
const Parser = require('junitxml-to-javascript');
new Parser().parseXMLFile('report.xml').then((second) => {
  console.log(`junitxml-to-javascript: ${second.testsuites.length} suites`);
  const third = JSON.parse(fs.readFileSync('ctrf.json')).results.summary;
  console.log(`junit-to-ctrf: ${third.tests} tests, ${third.failed} failed`);
});
EOF
npx junit-to-ctrf report.xml -o ctrf.json >log
node read.js | tee seen

diff -u - seen <<'EOF'
test-results-parser: 0 tests, 0 failed, SKIP
junitxml-to-javascript: 0 suites
junit-to-ctrf: 2 tests, 1 failed
EOF
echo "still so"
