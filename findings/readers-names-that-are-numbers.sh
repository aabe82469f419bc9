#!/usr/bin/env bash
# Guess: the name of a test is a text, and a reader gives it as it is written.
# Seen: two readers take names that look like numbers for numbers: 007 and 7, as two invocations of a parameterized test
# may be called, become one name, and 1e3 is 1 to the one and 1000 to the other. A third leaves them alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(test-results-parser@0.4.6 junit2json@3.1.14 junitxml-to-javascript@1.1.4)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

cat >report.xml <<'EOF'
<testsuite name="a.B" tests="3" failures="0" errors="0" skipped="0" time="3">
  <testcase classname="a.B" name="007" time="1"/>
  <testcase classname="a.B" name="7" time="1"/>
  <testcase classname="a.B" name="1e3" time="1"/>
</testsuite>
EOF
cat >read.mjs <<'EOF'
import fs from 'fs';
import parser from 'test-results-parser';
import { parse } from 'junit2json';
import Parser from 'junitxml-to-javascript';
const tell = (name, cases) => console.log(`${name}: ${cases.map((one) => one.name).join(', ')}`);
tell('test-results-parser', parser.parse({ type: 'junit', files: ['report.xml'] }).suites[0].cases);
tell('junit2json', (await parse(fs.readFileSync('report.xml', 'utf8'))).testcase);
tell('junitxml-to-javascript', (await new Parser().parseXMLFile('report.xml')).testsuites[0].testCases);
EOF
node read.mjs | tee seen

diff -u - seen <<'EOF'
test-results-parser: 7, 7, 1000
junit2json: 7, 7, 1
junitxml-to-javascript: 007, 7, 1e3
EOF
echo "still so"
