// node run.mjs [--page FILE] [--browser chromium|firefox|webkit] [--like WORDS] [--all]: the page in real browsers,
// opened from disk. --like: the sentences alone that have these words. --all: what is repeated, more often.
// Prints each test's sentence, closes with "N passed, N failed". Screenshots go to build/screenshots/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browsers } from './browsers.mjs';
import { screenshots } from './screenshots.mjs';
import { tests } from './tests.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const option = name => { const at = process.argv.indexOf(name); return at < 0 ? null : process.argv[at + 1]; };
const file = resolve(option('--page') || join(root, 'dist/fulcrum.html'));
const only = option('--browser');
const like = option('--like');
const all = process.argv.includes('--all');
const wanted = like ? tests.filter(([sentence]) => sentence.includes(like)) : tests;
const count = { passed: 0, failed: 0 };

function tell(browser, sentence, problem = null) {
  const isTrue = problem === null;
  count[isTrue ? 'passed' : 'failed']++;
  console.log(`${isTrue ? 'pass' : 'FAIL'}  ${browser}: ${sentence}${isTrue ? '' : `\n      ${problem}`}`);
}

// Some errors of drivers have no words but their name.
const firstLine = error => error.message.split('\n')[0] || String(error);

const within = (promise, seconds, what) => Promise.race([promise,
  new Promise((_, fail) => setTimeout(() => fail(new Error(`${what}: no answer within ${seconds} s`)), seconds * 1000).unref())]);

// WebKitGTK 2.50 traps or dies now and then in code that it has just compiled, at another place each time: in some 1 of
// 300 openings of the page, and where its engine runs the program without a page too. No other engine does, nor do the
// sanitizers find anything. So there, and for this alone, a test may fail once; the page begins again by itself.
const isAlive = async browser => (await browser.pages())[0].evaluate(() => true).catch(() => false);

async function hasTrapped(name, browser, error) {
  if (name !== 'webkit') return false;
  const said = [error.message];
  for (const page of await browser.pages())
    said.push(await page.evaluate(() => `${history.state?.problem} ${window.fulcrum?.errors}`).catch(() => ''));
  return said.some(text => text.includes('Out of bounds memory access'));
}

// opened   another browser takes its place when it dies
async function runTest(name, opened, [sentence, test]) {
  const closed = async () => {
    for (const page of (await opened.browser.pages()).slice(1)) await page.close().catch(() => {});
  };
  const once = () =>
    within(test({ ...opened, name, address: pathToFileURL(file).href, root, all }), 120, sentence);
  try {
    return await once().catch(async error => {
      const isDead = name === 'webkit' && !await isAlive(opened.browser);
      if (!isDead && !await hasTrapped(name, opened.browser, error)) throw error;
      await closed();
      console.log(`${isDead ? 'dead' : 'trap'}  ${name}: ${sentence}, once more`);
      if (isDead) {
        await opened.close().catch(() => {});
        Object.assign(opened, await within(browsers[name](), 150, `start of ${name}`));
      }
      return once();
    });
  } finally {
    await closed();
  }
}

async function runIn(name) {
  let opened;
  try {
    opened = await within(browsers[name](), 150, `start of ${name}`);
  } catch (error) {
    tell(name, 'the browser starts', firstLine(error));
    return;
  }
  try {
    for (const one of wanted) {
      const [sentence] = one;
      try {
        const remark = await runTest(name, opened, one);
        tell(name, remark ? `${sentence} (${remark})` : sentence);
      } catch (error) {
        tell(name, sentence, firstLine(error));
      }
    }
    const folder = join(root, 'build/screenshots');
    mkdirSync(folder, { recursive: true });
    const taken = !like &&
      await within(screenshots(name, opened.browser, pathToFileURL(file).href, folder), 180, 'screenshots');
    if (taken) tell(name, `${taken} stands in build/screenshots`);
  } catch (error) {
    tell(name, 'the run comes to its end', firstLine(error));
  } finally {
    await within(opened.close(), 30, `end of ${name}`)
      .catch(error => tell(name, 'the browser closes', firstLine(error)));
  }
}

// Firefox has WebGL, and WebKit a window, only with a display.
function runUnderDisplay(name) {
  const run = [fileURLToPath(import.meta.url), '--browser', name, '--page', file, ...(like ? ['--like', like] : []),
    ...(all ? ['--all'] : [])];
  const child = spawnSync('xvfb-run', ['-a', '-s', '-screen 0 1400x1000x24 +extension GLX', process.execPath, ...run],
    { encoding: 'utf8', timeout: 600000 });
  if (child.error) {
    tell(name, 'a display can be made', `xvfb-run: ${child.error.message}. Run tools/test, which installs it.`);
    return;
  }
  const closing = /(\d+) passed, (\d+) failed\s*$/.exec(child.stdout);
  process.stdout.write(child.stdout.replace(/\n?\d+ passed, \d+ failed\s*$/, '\n'));
  if (!closing) {
    tell(name, 'the run comes to its end', child.stderr.trim().split('\n').pop());
    return;
  }
  count.passed += Number(closing[1]);
  count.failed += Number(closing[2]);
}

if (!existsSync(file)) {
  console.log(`FAIL  ${file} is missing. Run tools/run --no-serve, which makes it.`);
  count.failed++;
} else if (only === null) {
  await runIn('chromium');
  runUnderDisplay('firefox');
  runUnderDisplay('webkit');
} else if (only in browsers) {
  await runIn(only);
} else {
  tell(only, 'the browser is one of these', Object.keys(browsers).join(', '));
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
