#!/usr/bin/env bash
# Guess: a time of more than a thousand seconds, with the separator that Surefire's own schema allows, is read or
# refused.
# Seen: 1,234.5 seconds are 1 second to two readers, not a number to a third, a text to a fourth. None complains.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages=(test-results-parser@0.4.6 junitxml-to-javascript@1.1.4 junit-to-ctrf@0.0.14 junit2json@3.1.14)
npm init -y >log
npm install --save-exact --no-audit --no-fund "${packages[@]}" >log 2>&1
echo "with: ${packages[*]} on Node $(node --version)"

cat >report.xml <<'EOF'
<testsuite name="a.B" tests="1" failures="0" errors="0" skipped="0" time="1,234.5">
  <testcase classname="a.B" name="slow" time="1,234.5"/>
</testsuite>
EOF
cat >read.mjs <<'EOF'
import fs from 'fs';
import parser from 'test-results-parser';
import Parser from 'junitxml-to-javascript';
import { parse } from 'junit2json';
const tell = (name, time) => console.log(`${name}: ${time} (${typeof time})`);
const first = parser.parse({ type: 'junit', files: ['report.xml'] });
tell('test-results-parser, ms', first.suites[0].cases[0].duration);
tell('junitxml-to-javascript, s', (await new Parser().parseXMLFile('report.xml')).testsuites[0].testCases[0].duration);
tell('junit-to-ctrf, ms', JSON.parse(fs.readFileSync('ctrf.json')).results.tests[0].duration);
tell('junit2json, s', (await parse(fs.readFileSync('report.xml', 'utf8'))).testcase[0].time);
EOF
npx junit-to-ctrf report.xml -o ctrf.json >log
node read.mjs | tee seen

diff -u - seen <<'EOF'
test-results-parser, ms: NaN (number)
junitxml-to-javascript, s: 1 (number)
junit-to-ctrf, ms: 1000 (number)
junit2json, s: 1,234.5 (string)
EOF
echo "still so"
