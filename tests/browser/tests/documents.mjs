// The decision on its way out and in: links, saved pages, files, results.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, click, drag, firstAssumption, fulcrum, inFolder, opened, same } from '../page.mjs';

// Until the browser has put this page into the folder, whole.
function downloaded(folder, html) {
  return new Promise((done, fail) => {
    const pages = () => existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.html')) : [];
    const poll = setInterval(() => {
      if (!pages().some(name => readFileSync(join(folder, name), 'utf8') === html)) return;
      clearInterval(poll);
      clearTimeout(limit);
      done();
    }, 50);
    const limit = setTimeout(() => {
      clearInterval(poll);
      fail(new Error(pages().length ? 'the download is another page' : 'nothing was downloaded in 10 s'));
    }, 10000);
  });
}

// The colours of the pixels in stretches of the screen.
async function coloursIn(page, boxes) {
  const png = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(async (data, wanted) => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pen.drawImage(bitmap, 0, 0);
    return wanted.map(({ x, y, width, height }) => {
      const { data: pixels } = pen.getImageData(x, y, width, height);
      return Array.from({ length: pixels.length / 4 }, (_, at) => Array.from(pixels.subarray(4 * at, 4 * at + 3)));
    });
  }, png, boxes);
}

export const documents = [
  ['a title in any script shows: ideographs of an em each, emoji in their colours', async context => {
    const page = await opened(context);
    const document = JSON.parse(await fulcrum.read(page, 'document'));
    document.title = '東東京 🚀';
    same(await fulcrum.read(page, 'open', JSON.stringify(document)), '', 'opened');
    await fulcrum.idle(page);
    const [first, again, other, rocket] = await coloursIn(page,
      [32, 52, 72, 97].map(x => ({ x, y: 12, width: 20, height: 32 })));
    const key = JSON.stringify;
    check(new Set(first.map(key)).size > 4, 'there is nothing where the first ideograph should be');
    same(key(again), key(first), 'the same ideograph again');
    check(key(other) !== key(first), 'two ideographs look the same');
    const isVivid = pixel => Math.max(...pixel) - Math.min(...pixel) > 60;
    check(!first.some(isVivid), 'an ideograph has a colour');
    check(rocket.some(isVivid), 'the rocket has no colour');
    document.options[0].name = 'انتظر ثلاثة أسابيع';
    same(await fulcrum.read(page, 'open', JSON.stringify(document)), '', 'opened');
    check((await fulcrum.read(page, 'notice')).includes('right to left'), 'nothing is said of the order of words');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
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

  ['results("precision") are standard errors, and an analysis that does not exist is said to be undefined', async context => {
    const page = await opened(context);
    const errors = JSON.parse(await fulcrum.read(page, 'results', 'precision'));
    const { objective, options } = JSON.parse(await fulcrum.read(page, 'results'));
    for (const option of options) check(errors.rows[objective][option].mean > 0, `no error of ${objective}@${option}`);
    check('undefined' in JSON.parse(await fulcrum.read(page, 'results', 'nonsense')), 'nonsense has results');
    return `means of ${objective} to ${options.map(option => errors.rows[objective][option].mean.toPrecision(2))}`;
  }],

  ['an unchanged page saves the bytes that the build made', async context => {
    const page = await opened(context);
    same(await fulcrum.read(page, 'page'), readFileSync(fileURLToPath(context.address), 'utf8'), 'page()');
  }],

  ['Ctrl+S hands the page to the downloads', async context => {
    const page = await opened(context);
    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    await downloaded(context.downloads, await fulcrum.read(page, 'page'));
  }],

  ['Copy link says "copied" or shows the link selected', async context => {
    const page = await opened(context);
    await click(page, 'copy_link');
    await page.waitForFunction(() => window.fulcrum.notice() !== '' || document.querySelector('dialog textarea'));
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
    await page.waitForFunction(old => window.fulcrum.document() !== old, {}, before);
    same(await fulcrum.read(page, 'document'), changed, 'the document of the link');
  }],
];
