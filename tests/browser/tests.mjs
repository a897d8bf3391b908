// What is true of the page in every browser: [sentence, test]. A test throws when it is not, and may return a
// remark (a measured figure).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

function check(truth, what) {
  if (!truth) throw new Error(what);
}

function same(found, expected, what) {
  check(found === expected, `${what}: found ${JSON.stringify(String(found).slice(0, 120))}, expected ${
    JSON.stringify(String(expected).slice(0, 120))}`);
}

// A page that is ready at 1280 x 720; its requests are counted.
async function opened({ browser, address }, at = address) {
  const page = await browser.newPage();
  page.requested = [];
  page.on('request', request => page.requested.push(request.url()));
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(at);
  await page.bringToFront();
  // Nothing is drawn while hidden, and what is drawn before the wanted size has come moves afterwards.
  await page.waitForFunction(() => !document.hidden && innerWidth === 1280 && innerHeight === 720);
  await page.evaluate(() => window.fulcrum.ready);
  await fulcrum.idle(page);
  return page;
}

const fulcrum = {
  read: (page, name, ...args) => page.evaluate((n, a) => window.fulcrum[n](...a), name, args),
  idle: page => page.evaluate(() => window.fulcrum.idle()),
  errors: page => page.evaluate(() => window.fulcrum.errors),
};

async function middle(page, key) {
  const box = await fulcrum.read(page, 'rect', key);
  check(box, `no control ${key} on the screen`);
  return [box.x + box.w / 2, box.y + box.h / 2];
}

async function click(page, key) {
  const [x, y] = await middle(page, key);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await fulcrum.idle(page);
}

// The first assumption of the document whose slider is a plain key.
const firstAssumption = page => page.evaluate(() => {
  const found = JSON.parse(window.fulcrum.document()).assumptions.find(a => !a.known && a.low !== undefined);
  return found.id;
});

// The middle of the thumb's travel, then by pixels to the right, in steps.
//   'at once'      nothing waits for anything, as when a hand is faster than the screen
//   'in one frame' and no frame is drawn before the last event has come
//   'slowly'       each step is on the screen before the next
async function drag(page, key, by, pace = 'at once') {
  const [x, y] = await middle(page, key);
  const steps = [() => page.mouse.move(x, y), () => page.mouse.down(),
    ...[1, 2, 3, 4, 5].map(step => () => page.mouse.move(x + by * step / 5, y)), () => page.mouse.up()];
  if (pace === 'slowly') {
    for (const step of steps) {
      await step();
      await fulcrum.idle(page);
    }
    return;
  }
  if (pace === 'in one frame') await holdFrames(page);
  await Promise.all(steps.map(step => step()));
  if (pace === 'in one frame') await releaseFrames(page);
  await fulcrum.idle(page);
}

const holdFrames = page => page.evaluate(() => {
  const request = window.requestAnimationFrame, held = [];
  window.requestAnimationFrame = frame => held.push(frame);
  window.releaseFrames = () => {
    window.requestAnimationFrame = request;
    held.forEach(frame => request(frame));
  };
});
const releaseFrames = page => page.evaluate(() => window.releaseFrames());

async function colours(page) {
  const png = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(async data => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    return new Set(pixels).size;
  }, png);
}

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'fulcrum-page-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What tests/golden prints in this browser: a line for each document, the last for all.
async function goldenLines(browser, root) {
  const page = await browser.newPage();
  const lines = [];
  const complete = new Promise(done => page.on('console', message => {
    lines.push(message.text());
    if (message.text().startsWith('all ')) done();
  }));
  const folder = mkdtempSync(join(tmpdir(), 'fulcrum-golden-'));
  const program = pathToFileURL(join(root, 'build/web/tests/golden/fulcrum_hash_page.js')).href;
  writeFileSync(join(folder, 'golden.html'), `<!doctype html><title>Golden</title><script src="${program}"></script>`);
  await page.goto(pathToFileURL(join(folder, 'golden.html')).href);
  await complete;
  rmSync(folder, { recursive: true });
  return lines;
}

export const tests = [
  ['the golden documents give the results that they give everywhere, to the bit', async ({ browser, root }) => {
    const expected = readFileSync(join(root, 'tests/golden/hashes.txt'), 'utf8').trim();
    const found = (await goldenLines(browser, root)).join('\n');
    same(found, expected, 'the checksums');
    return `${expected.split('\n').length - 1} documents`;
  }],

  ['opened from disk, it becomes ready without an error', async context => {
    const page = await opened(context);
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
    const first = await page.evaluate(() => performance.getEntriesByName('fulcrum-first-frame')[0].startTime);
    return `first frame after ${Math.round(first)} ms`;
  }],

  ['opened a second time, the first frame stands within 1 s', async context => {
    const times = [];
    for (let run = 0; run < 3; run++) {
      const page = await opened(context);
      times.push(await page.evaluate(() => performance.getEntriesByName('fulcrum-first-frame')[0].startTime));
      await page.close();
    }
    const best = Math.round(Math.min(...times));
    check(best <= 1000 || context.name !== 'chromium', `${best} ms`);
    return `${best} ms`;
  }],

  ['the file has at most 600 KB, and 430 KB gzipped', async ({ address }) => {
    const bytes = readFileSync(fileURLToPath(address));
    const zipped = gzipSync(bytes, { level: 9 }).length;
    const said = `${(bytes.length / 1000).toFixed(1)} KB, ${(zipped / 1000).toFixed(1)} KB gzipped`;
    // The promise is 600 KB and 430 KB; these bounds follow the file down until it is kept, and never up.
    check(bytes.length <= 600e3 && zipped <= 430e3, said);
    return said;
  }],

  ['the canvas shows a picture and the static text is hidden', async context => {
    const page = await opened(context);
    const seen = await colours(page);
    check(seen > 50, `only ${seen} colours`);
    check(await page.evaluate(() => document.getElementById('static').hidden), 'the static text still shows');
    return `${seen} colours`;
  }],

  ['the static text says the verdict before any script runs', async ({ address }) => {
    const html = readFileSync(fileURLToPath(address), 'utf8');
    const verdict = /<p id="verdict">([^<]+)<\/p>/.exec(html);
    check(verdict && verdict[1].trim().length > 30, 'no verdict in the file');
  }],

  ['dragging a slider with the mouse changes results and verdict, and is one step to undo', async context => {
    const page = await opened(context);
    const key = await firstAssumption(page);
    const before = await fulcrum.read(page, 'results');
    const verdict = await fulcrum.read(page, 'text', 'verdict');
    await drag(page, key, 60);
    const after = await fulcrum.read(page, 'results');
    check(after !== before, 'results are as before');
    check(await fulcrum.read(page, 'text', 'verdict') !== verdict, 'the verdict is as before');
    await click(page, 'undo');
    same(await fulcrum.read(page, 'results'), before, 'results after Undo');
    await click(page, 'redo');
    same(await fulcrum.read(page, 'results'), after, 'results after Redo');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['a drag faster than the screen ends where the same drag made slowly ends, every one of 60 times', async context => {
    const page = await opened(context);
    const key = await firstAssumption(page);
    const before = await fulcrum.read(page, 'results');
    const dragged = async (by, pace) => {
      await drag(page, key, by, pace);
      const results = await fulcrum.read(page, 'results');
      await fulcrum.read(page, 'undo');
      await fulcrum.idle(page);
      same(await fulcrum.read(page, 'results'), before, 'results after Undo');
      return results;
    };
    for (const by of [60, -50, 25, -20, 12]) {
      const slowly = await dragged(by, 'slowly');
      check(slowly !== before, `${by} px, slowly: results are as before`);
      for (let run = 0; run < 12; run++) {
        const pace = run % 2 ? 'in one frame' : 'at once';
        const quickly = await dragged(by, pace);
        check(quickly !== before, `${by} px, ${pace}: results are as before`);
        same(quickly, slowly, `${by} px, ${pace}: results`);
      }
    }
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['a pointer that is cancelled lets go of the slider where it was', async context => {
    const page = await opened(context);
    const key = await firstAssumption(page);
    await drag(page, key, 60);
    const expected = await fulcrum.read(page, 'results');
    await fulcrum.read(page, 'undo');
    await fulcrum.idle(page);
    const [x, y] = await middle(page, key);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y);
    await page.evaluate(() => document.getElementById('canvas').dispatchEvent(
      new PointerEvent('pointercancel', { pointerType: 'mouse', isPrimary: true })));
    await page.mouse.move(x, y);
    await fulcrum.idle(page);
    same(await fulcrum.read(page, 'results'), expected, 'results');
    await page.mouse.up();
  }],

  ['Ctrl+Z takes a drag back, Ctrl+Y and Ctrl+Shift+Z bring it again', async context => {
    const page = await opened(context);
    const before = await fulcrum.read(page, 'document');
    await drag(page, await firstAssumption(page), -50);
    const after = await fulcrum.read(page, 'document');
    check(after !== before, 'the drag changed nothing');
    const press = async (...keys) => {
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.reverse()) await page.keyboard.up(key);
      await fulcrum.idle(page);
    };
    await press('Control', 'z');
    same(await fulcrum.read(page, 'document'), before, 'after Ctrl+Z');
    await press('Control', 'y');
    same(await fulcrum.read(page, 'document'), after, 'after Ctrl+Y');
    await press('Control', 'z');
    await press('Control', 'Shift', 'Z');
    same(await fulcrum.read(page, 'document'), after, 'after Ctrl+Shift+Z');
  }],

  ['Esc while dragging gives the value back', async context => {
    const page = await opened(context);
    const before = await fulcrum.read(page, 'document');
    const [x, y] = await middle(page, await firstAssumption(page));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y);
    await fulcrum.idle(page);
    check(await fulcrum.read(page, 'document') !== before, 'nothing changed while dragging');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await fulcrum.idle(page);
    same(await fulcrum.read(page, 'document'), before, 'after Esc');
  }],

  ['a value that is typed is taken, and nonsense is said and changes nothing', async context => {
    const page = await opened(context);
    const key = await firstAssumption(page);
    const value = () => page.evaluate(id => JSON.parse(window.fulcrum.document()).assumptions
      .find(a => a.id === id).base, key);
    const before = await value();
    await click(page, `${key}/value`);
    await page.keyboard.type('=2*3+1');
    await page.keyboard.press('Enter');
    await fulcrum.idle(page);
    const typed = await value();
    check(typed !== before, `the value is still ${typed}`);
    await click(page, `${key}/value`);
    await page.keyboard.type('seven');
    await page.keyboard.press('Enter');
    await fulcrum.idle(page);
    same(await value(), typed, 'the value after nonsense');
    check((await fulcrum.read(page, 'notice')).includes('seven'), 'nothing is said about it');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['arrow keys move the slider that has the focus', async context => {
    const page = await opened(context);
    const key = await firstAssumption(page);
    await click(page, key);
    const before = await fulcrum.read(page, 'document');
    await page.keyboard.press('ArrowRight');
    await fulcrum.idle(page);
    check(await fulcrum.read(page, 'document') !== before, 'nothing changed');
  }],

  ['a click on a tab shows another view', async context => {
    const page = await opened(context);
    const before = await fulcrum.read(page, 'text');
    await fulcrum.read(page, 'view', 'money');
    await fulcrum.idle(page);
    check(await fulcrum.read(page, 'text') !== before, 'the view is as before');
  }],

  ['the wheel scrolls the view', async context => {
    const page = await opened(context);
    const before = await colours(page);
    const shot = () => page.screenshot({ encoding: 'base64' });
    const first = await shot();
    await page.mouse.move(900, 500);
    await page.mouse.wheel({ deltaY: 300 });
    await new Promise(done => setTimeout(done, 200));
    await fulcrum.idle(page);
    check(await shot() !== first && before > 1, 'the picture is as before');
  }],

  ['a copied link, opened, gives the same results to the byte', async context => {
    const page = await opened(context);
    await drag(page, await firstAssumption(page), 40);
    const results = await fulcrum.read(page, 'results'), link = await fulcrum.read(page, 'link');
    const fragment = link.slice(link.indexOf('#'));
    check(/^#[A-Za-z0-9._-]+$/.test(fragment), `the fragment has other letters: ${fragment.slice(0, 60)}`);
    const other = await opened(context, context.address + fragment);
    same(await fulcrum.read(other, 'results'), results, 'results');
    same(JSON.stringify(await fulcrum.errors(other)), '[]', 'errors');
    return `${fragment.length} characters`;
  }],

  ['a saved page, opened, gives the same results and saves itself with the same bytes', async context => {
    const page = await opened(context);
    await drag(page, await firstAssumption(page), 40);
    const results = await fulcrum.read(page, 'results'), html = await fulcrum.read(page, 'page');
    check(html.startsWith('<!doctype html>'), 'no page');
    await inFolder(async folder => {
      const file = join(folder, 'saved.html');
      writeFileSync(file, html);
      const other = await opened(context, pathToFileURL(file).href);
      same(await fulcrum.read(other, 'results'), results, 'results');
      same(await fulcrum.read(other, 'page'), html, 'the page saved again');
      same(JSON.stringify(await fulcrum.errors(other)), '[]', 'errors');
    });
  }],

  ['results are the bytes that the program in the terminal prints, as opened and with a value moved', async context => {
    const page = await opened(context);
    const id = await firstAssumption(page);
    const value = await page.evaluate(wanted => JSON.parse(window.fulcrum.document()).assumptions
      .find(a => a.id === wanted).base * 1.25, id);
    const printed = (...more) => execFileSync(join(context.root, 'build/release/fulcrum'),
      ['report', join(context.root, 'assets/phase0.json'), '--format', 'json', ...more],
      { encoding: 'utf8', maxBuffer: 1 << 26 });
    same(await fulcrum.read(page, 'results'), printed(), 'results as opened');
    same(await fulcrum.read(page, 'set', id, String(value)), '', 'set');
    same(await fulcrum.read(page, 'results'), printed('--set', `${id}=${value}`), `results with ${id} = ${value}`);
  }],

  ['an unchanged page saves the bytes that the build made', async context => {
    const page = await opened(context);
    same(await fulcrum.read(page, 'page'), readFileSync(fileURLToPath(context.address), 'utf8'), 'page()');
  }],

  ['Ctrl+S hands the page to the downloads', async context => {
    if (context.name !== 'chromium') return 'read from page() elsewhere';
    return inFolder(async folder => {
      const page = await opened(context);
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await page.keyboard.down('Control');
      await page.keyboard.press('s');
      await page.keyboard.up('Control');
      for (let wait = 0; wait < 100 && !readdirSync(folder).some(name => name.endsWith('.html')); wait++)
        await new Promise(done => setTimeout(done, 100));
      const saved = readdirSync(folder).find(name => name.endsWith('.html'));
      check(saved, 'nothing was downloaded');
      same(readFileSync(join(folder, saved), 'utf8'), await fulcrum.read(page, 'page'), 'the download');
    });
  }],

  ['Copy link says "copied" or shows the link selected', async context => {
    const page = await opened(context);
    await click(page, 'copy_link');
    await new Promise(done => setTimeout(done, 500));
    await fulcrum.idle(page);
    const said = await fulcrum.read(page, 'notice');
    const selected = await page.evaluate(() => {
      const area = document.querySelector('dialog textarea');
      return area ? area.value.slice(area.selectionStart, area.selectionEnd) : null;
    });
    const link = await fulcrum.read(page, 'link');
    check(/^Link copied/.test(said) ? selected === null : selected === link, `said "${said}", selected ${selected}`);
    return selected === null ? 'copied' : 'shown selected';
  }],

  ['a bad link and a bad file say so and change nothing', async context => {
    const page = await opened(context, context.address + '#f0.cut');
    const before = await fulcrum.read(page, 'document');
    check((await fulcrum.read(page, 'notice')).length > 20, 'nothing is said about the link');
    const said = await fulcrum.read(page, 'open', '{"format": 0');
    check(said.length > 20, 'nothing is said about the file');
    same(await fulcrum.read(page, 'document'), before, 'the document');
    await click(page, 'notice/close');
    same(await fulcrum.read(page, 'notice'), '', 'the notice after closing');
  }],

  ['a new fragment in the address opens its decision', async context => {
    const page = await opened(context);
    const before = await fulcrum.read(page, 'document');
    await drag(page, await firstAssumption(page), 40);
    const changed = await fulcrum.read(page, 'document'), link = await fulcrum.read(page, 'link');
    await click(page, 'undo');
    same(await fulcrum.read(page, 'document'), before, 'after Undo');
    await page.evaluate(hash => { location.hash = hash; }, link.slice(link.indexOf('#')));
    await new Promise(done => setTimeout(done, 300));
    same(await fulcrum.read(page, 'document'), changed, 'the document of the link');
  }],

  ['nothing is requested after the file itself', async context => {
    const page = await opened(context);
    await fulcrum.read(page, 'view', 'risk');
    await drag(page, await firstAssumption(page), 30);
    const others = page.requested.filter(url => !url.startsWith('file:') && !url.startsWith('blob:') && !url.startsWith('data:'));
    check(others.length === 0 && page.requested.length <= 1, page.requested.join(' '));
  }],

  ['idle, it draws no frame in 2 s', async context => {
    const page = await opened(context);
    await fulcrum.idle(page);
    await new Promise(done => setTimeout(done, 300));
    const before = await page.evaluate(() => window.fulcrum.frames);
    await new Promise(done => setTimeout(done, 2000));
    same(await page.evaluate(() => window.fulcrum.frames), before, 'frames');
  }],

  ['where WebAssembly has no SIMD, a sentence says so above the comparison', async ({ browser, address }) => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => { WebAssembly.validate = () => false; });
    await page.goto(address);
    await page.evaluate(() => window.fulcrum.ready);
    await fulcrum.idle(page);
    const said = await page.evaluate(() => document.getElementById('sentence').innerText);
    check(said.includes('WebAssembly SIMD'), `said "${said}"`);
    check(await page.evaluate(() => !document.getElementById('static').hidden), 'the comparison is hidden');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['a graphics context that is lost comes back with the same picture', async context => {
    const page = await opened(context);
    await fulcrum.idle(page);
    const before = await page.screenshot({ encoding: 'base64' });
    await page.evaluate(async () => {
      const extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      extension.loseContext();
      await new Promise(done => setTimeout(done, 100));
      extension.restoreContext();
      await new Promise(done => setTimeout(done, 300));
      await window.fulcrum.idle();
    });
    check(await page.screenshot({ encoding: 'base64' }) === before, 'another picture');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],
];
