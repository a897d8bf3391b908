// node run.mjs [--quick] [--json] [--only PART]...: measures and prints tables, or all figures as JSON. Fails when
// the contenders' outputs disagree. tools/bench builds what this needs. PART: contenders, scaling, analyses, memory, sizes,
// browser.
import { cpus, loadavg } from 'node:os';
import { analysesText, measureAnalyses } from './analyses.mjs';
import { comparisonText, compare } from './contenders.mjs';
import { dragText } from './drag.mjs';
import { flipsText } from './flips.mjs';
import { firstFrameText, measureInBrowser } from './browser.mjs';
import { measureMemory, memoryText } from './memory.mjs';
import { measureScaling, scalingText } from './scaling.mjs';
import { measureSizes, sizesText } from './sizes.mjs';

const parts = {
  contenders: { measure: compare, text: comparisonText },
  scaling: { measure: measureScaling, text: scalingText },
  analyses: { measure: measureAnalyses, text: analysesText },
  memory: { measure: measureMemory, text: memoryText },
  sizes: { measure: measureSizes, text: sizesText },
  browser: { measure: measureInBrowser, text: found =>
    firstFrameText(found) + dragText(found.drags) + flipsText(found.flips) },
};

function optionsOf(words) {
  const options = { quick: false, json: false, only: [] };
  for (let k = 0; k < words.length; k++) {
    if (words[k] === '--quick' || words[k] === '--json') options[words[k].slice(2)] = true;
    else if (words[k] === '--only' && words[k + 1] in parts) options.only.push(words[++k]);
    else throw new Error(`usage: tools/bench [--quick] [--json] [--only ${Object.keys(parts).join('|')}]...`);
  }
  return options;
}

async function main() {
  const { quick, json, only } = optionsOf(process.argv.slice(2));
  const tell = what => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`);
  const machine = { processor: cpus()[0].model, count: cpus().length, load: loadavg()[0] };
  const figures = { machine, quick };
  if (!json) console.log(`${machine.processor}, ${machine.count} processors, load ${machine.load.toFixed(1)}${
    quick ? '; --quick: too few rounds to trust' : ''}`);
  for (const [name, { measure, text }] of Object.entries(parts)) {
    if (only.length && !only.includes(name)) continue;
    figures[name] = await measure({ quick, tell });
    tell('');
    if (!json) console.log(text(figures[name]));
  }
  if (json) console.log(JSON.stringify(figures, null, 2));
  return figures.contenders?.disagreements.length ? 1 : 0;
}

process.exit(await main().catch(error => { console.error(error.message); return 2; }));
