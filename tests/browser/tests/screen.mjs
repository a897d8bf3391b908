// The screen and what touches it: pixel ratios, lost contexts, fingers, and the keys that are the browser's.
import { check, fulcrum, middle, opened, same } from '../page.mjs';

// A page on another screen; WebKit's driver cannot make one.
const canEmulate = ({ name }) => name !== 'webkit';

const documentOf = async page => JSON.parse(await fulcrum.read(page, 'document'));
const base = async (page, id) => (await documentOf(page)).assumptions.find(a => a.id === id).base;

// What the fingers of a test do, in Chromium's own words.
async function touched(page, steps) {
  const session = await page.createCDPSession();
  for (const [type, x, y] of steps) {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
    await page.evaluate(() => new Promise(done => requestAnimationFrame(done)));
  }
  await fulcrum.idle(page);
}

async function onPhone(context) {
  const page = await opened(context);
  await page.setViewport({ width: 390, height: 664, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(done)));
  await fulcrum.idle(page);
  return page;
}

export const screen = [
  ['the picture has a pixel for every pixel of the screen, at every pixel ratio', async context => {
    if (!canEmulate(context)) return 'its driver knows one ratio';
    const page = await opened(context);
    for (const ratio of [1, 1.25, 1.5, 2, 2.625, 3]) {
      await page.setViewport({ width: 1000, height: 600, deviceScaleFactor: ratio });
      await page.waitForFunction(wanted => devicePixelRatio === wanted && innerWidth === 1000, {}, ratio);
      await fulcrum.idle(page);
      const [width, height] = await page.$eval('#canvas', canvas => [canvas.width, canvas.height]);
      check(Math.abs(width - Math.round(1000 * ratio)) <= 1 && Math.abs(height - Math.round(600 * ratio)) <= 1,
        `at ${ratio}: ${width} x ${height}`);
    }
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['100 times in a row a lost graphics context comes back within 1 s, and nothing is lost', async context => {
    const page = await opened(context);
    await fulcrum.read(page, 'set', 'price', '61');
    await fulcrum.idle(page);
    const document_ = await fulcrum.read(page, 'document');
    const picture = await page.screenshot({ encoding: 'base64' });
    const longest = await page.evaluate(async () => {
      const canvas = document.getElementById('canvas');
      const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      const happened = name => new Promise(done =>
        canvas.addEventListener(name, () => setTimeout(done), { once: true }));
      let most = 0;
      for (let times = 0; times < 100; ++times) {
        const lost = happened('webglcontextlost');
        extension.loseContext();
        await lost;
        const restored = happened('webglcontextrestored');
        const begin = performance.now();
        extension.restoreContext();
        await restored;
        await window.fulcrum.idle();
        most = Math.max(most, performance.now() - begin);
      }
      return most;
    });
    check(longest < 1000, `the picture came back after ${longest} ms`);
    check(await page.screenshot({ encoding: 'base64' }) === picture, 'another picture');
    same(await fulcrum.read(page, 'document'), document_, 'document');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
    return `${Math.round(longest)} ms at most`;
  }],

  ['a finger taps, drags a slider along it and scrolls across it; nothing stays under it', async context => {
    if (context.name !== 'chromium') return 'asked of Chromium, whose driver has fingers';
    const page = await onPhone(context);
    const tap = async key => {
      const [x, y] = await middle(page, key);
      await touched(page, [['touchStart', x, y], ['touchEnd']]);
    };
    await tap('views/money');
    check((await fulcrum.read(page, 'text')).includes('Net value over 12 months'), 'a tap opens no view');
    const [x, y] = await middle(page, 'price');
    const before = await base(page, 'price');
    await touched(page, [['touchStart', x, y], ['touchMove', x + 12, y], ['touchMove', x + 30, y], ['touchEnd']]);
    const dragged = await base(page, 'price');
    check(dragged > before, `dragged along it, the slider stands at ${dragged}`);
    await fulcrum.read(page, 'undo');
    const place = await fulcrum.read(page, 'rect', 'price');
    const moves = [20, 60, 90].map(by => ['touchMove', x, y - by]);
    await touched(page, [['touchStart', x, y], ...moves, ['touchEnd']]);
    same(await base(page, 'price'), before, 'the slider after a scroll across it');
    check((await fulcrum.read(page, 'rect', 'price')).y < place.y, 'the assumptions did not scroll');
    // What has the focus is whole in sight.
    const small = await page.evaluate(async () => {
      const found = [];
      const some = '#form [data-key^="price"]:not(:disabled), #form button[data-key]:not(:disabled)';
      for (const node of document.querySelectorAll(some)) {
        node.focus();
        await window.fulcrum.idle();
        const { w, h } = window.fulcrum.rect(node.dataset.key);
        if (Math.min(w, h) < 43.9) found.push(`${node.dataset.key} ${w} x ${h}`);
      }
      return found;
    });
    same(small.join(', '), '', 'targets of less than 44 px');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['a field opens the keyboard where it stands, and what an input method composes is taken', async context => {
    if (context.name !== 'chromium') return 'asked of Chromium, whose driver composes';
    const page = await onPhone(context);
    const [x, y] = await middle(page, 'price/value');
    await touched(page, [['touchStart', x, y], ['touchEnd']]);
    const field = await page.evaluate(() => {
      const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(document.activeElement).fontSize);
      return { key: document.activeElement.dataset.key, left, top, right, bottom, size };
    });
    same(field.key, 'price/value', 'focus');
    check(field.size >= 16, `a field of ${field.size} px makes the phone magnify the page`);
    check(field.left < x && x < field.right && field.top < y && y < field.bottom, 'the field is elsewhere');
    const session = await page.createCDPSession();
    await page.evaluate(() => document.activeElement.select());
    await session.send('Input.imeSetComposition', { text: '5', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: '57', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: '57' });
    await page.keyboard.press('Enter');
    await fulcrum.idle(page);
    same(await base(page, 'price'), 57, 'the value');
  }],

  ['a value may be typed with a decimal comma, with K and M, in per cent, and as a sum', async context => {
    const page = await opened(context);
    for (const [text, value] of [['62,5', 62.5], ['62.5', 62.5], ['0,06K', 60], ['=3*20', 60], ['= 120 / 2', 60]]) {
      same(await fulcrum.read(page, 'set', 'price', text), '', `"${text}"`);
      same(await base(page, 'price'), value, `"${text}"`);
    }
  }],

  ['text in a field is selected, copied, cut and pasted by the browser\'s own keys', async context => {
    const page = await opened(context);
    const chord = async key => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    await page.evaluate(() => document.querySelector('#form [data-key="price/value"]').focus());
    await fulcrum.idle(page);
    await chord('a');
    await page.keyboard.type('61');
    await chord('a');
    await chord('x');
    same(await page.evaluate(() => document.activeElement.value), '', 'the field after cutting');
    await chord('v');
    await chord('v');
    same(await page.evaluate(() => document.activeElement.value), '6161', 'the field after pasting twice');
    await page.keyboard.press('Escape');
    await fulcrum.idle(page);
    same(await base(page, 'price'), 50, 'the value after Escape');
  }],

  ['the keys that are the browser\'s stay the browser\'s', async context => {
    const page = await opened(context);
    const taken = await page.evaluate(() => {
      const wanted = [['f', { ctrlKey: true }], ['p', { ctrlKey: true }], ['F5', {}], ['F11', {}], ['Tab', {}],
        ['r', { ctrlKey: true }], ['l', { ctrlKey: true }], ['t', { ctrlKey: true }]];
      const isTaken = ([key, more]) =>
        !document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
      const wheel = new WheelEvent('wheel', { ctrlKey: true, deltaY: 100, bubbles: true, cancelable: true });
      const magnifies = document.getElementById('canvas').dispatchEvent(wheel);
      return [...wanted.filter(isTaken).map(([key]) => key), ...(magnifies ? [] : ['Ctrl+wheel'])];
    });
    same(taken.join(' '), '', 'taken by the page');
  }],
];
