// tally.mjs JUNIT.xml: what ctest found. Prints each failed test with its output, and "N passed, N failed" last;
// a doctest program counts by its cases.
import { readFileSync } from 'node:fs';

const plain = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'")
  .replace(/&amp;/g, '&');
let text = '';
try {
  text = readFileSync(process.argv[2], 'utf8');
} catch {
  console.log('ctest left no result');
}

let passed = 0;
let failed = 0;
for (const [, attributes, content] of text.matchAll(/<testcase ([^>]*[^/])>(.*?)<\/testcase>/gs)) {
  const name = /(?:^| )name="([^"]*)"/.exec(attributes)[1];
  const ok = /(?:^| )status="run"/.test(attributes);
  const output = plain(/<system-out>(.*?)<\/system-out>/s.exec(content)?.[1] ?? '');
  const cases = /test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed/.exec(output);
  if (cases) {
    passed += Number(cases[1]);
    failed += ok ? 0 : Math.max(1, Number(cases[2]));
  } else if (ok) passed += 1;
  else failed += 1;
  if (!ok) console.log(`FAILED ${name}\n${output.trimEnd().replace(/^/gm, '    ')}`);
}
if (passed + failed === 0) {
  console.log('no test was run');
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
