// What the tests do with a page: open it, read its seam, act on it by real events.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function check(truth, what) {
  if (!truth) throw new Error(what);
}

export function same(found, expected, what) {
  check(found === expected, `${what}: found ${JSON.stringify(String(found).slice(0, 120))}, expected ${
    JSON.stringify(String(expected).slice(0, 120))}`);
}

// Waits for a promise of the page's seam; one that is not kept says how the page stands.
async function settled(page, name) {
  const found = await page.evaluate(async what => {
    const seam = window.fulcrum, patience = 60000;
    let timer = 0;
    const late = new Promise(done => {
      timer = setTimeout(() => done(JSON.stringify({ hidden: document.hidden, frames: seam.frames, errors: seam.errors })),
        patience);
    });
    const kept = Promise.resolve(what === 'idle' ? seam.idle() : seam.ready).then(() => '');
    const first = await Promise.race([kept, late]);
    clearTimeout(timer);
    return first;
  }, name);
  check(found === '', `${name}: not after 60 s, ${found}`);
}

// A page that is ready at 1280 x 720; its requests are counted.
export async function opened({ browser, address }, at = address) {
  const page = await browser.newPage();
  page.requested = [];
  page.on('request', request => page.requested.push(request.url()));
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(at);
  await page.bringToFront();
  // Nothing is drawn while hidden, and what is drawn before the wanted size has come moves afterwards.
  await page.waitForFunction(() => !document.hidden && innerWidth === 1280 && innerHeight === 720);
  await settled(page, 'ready');
  same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors of the start');  // else the next ones hide them
  await fulcrum.idle(page);
  return page;
}

export const fulcrum = {
  read: (page, name, ...args) => page.evaluate((n, a) => window.fulcrum[n](...a), name, args),
  idle: page => settled(page, 'idle'),
  errors: page => page.evaluate(() => window.fulcrum.errors),
};

export async function middle(page, key) {
  const box = await fulcrum.read(page, 'rect', key);
  check(box, `no control ${key} on the screen`);
  return [box.x + box.w / 2, box.y + box.h / 2];
}

export async function click(page, key) {
  const [x, y] = await middle(page, key);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await fulcrum.idle(page);
}

// The first assumption of the document whose slider is a plain key.
export const firstAssumption = page => page.evaluate(() => {
  const found = JSON.parse(window.fulcrum.document()).assumptions.find(a => !a.known && a.low !== undefined);
  return found.id;
});

// The middle of the thumb's travel, then by pixels to the right, in steps.
//   'at once'      nothing waits for anything, as when a hand is faster than the screen
//   'in one frame' and no frame is drawn before the last event has come
//   'slowly'       each step is on the screen before the next
export async function drag(page, key, by, pace = 'at once') {
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

export async function colours(page) {
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

export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'fulcrum-page-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
