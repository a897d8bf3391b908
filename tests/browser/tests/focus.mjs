// The keyboard and screen readers, while the picture is shown: the focus is in the elements of the form.
import { check, click, fulcrum, middle, opened, same } from '../page.mjs';

const focused = page => page.evaluate(() => document.activeElement.closest('[data-key]')?.dataset.key
  ?? document.activeElement.id);
const document_ = page => fulcrum.read(page, 'document').then(JSON.parse);
const base = async (page, id) => (await document_(page)).assumptions.find(a => a.id === id).base;
const focusOn = (page, key) => page.evaluate(wanted =>
  document.querySelector(`#form [data-key="${CSS.escape(wanted)}"]`).focus(), key);

export const focus = [
  ['Tab goes through the elements of the form, and the picture shows where it is', async context => {
    const page = await opened(context);
    const still = await page.screenshot({ encoding: 'base64' });
    const seen = [];
    for (let step = 0; step < 8; ++step) {
      await page.keyboard.press('Tab');
      await fulcrum.idle(page);
      seen.push(await focused(page));
    }
    same(seen.slice(0, 2).join(), 'switch,skip', 'the first stops');
    check(seen.includes('open_file') && seen.includes('views/compare'), `the stops: ${seen}`);
    check(await page.screenshot({ encoding: 'base64' }) !== still, 'no ring in the picture');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    same(await focused(page), seen.at(-2), 'one back');
  }],

  ['the second stop skips to the assumptions', async context => {
    const page = await opened(context);
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await fulcrum.idle(page);
    check((await focused(page)).startsWith('assumptions/'), `focus on ${await focused(page)}`);
    await page.keyboard.press('Tab');
    await fulcrum.idle(page);
    check(await page.evaluate(() => !!document.activeElement.closest('#form-assumptions')), 'Tab does not go on there');
  }],

  ['every stop of Tab is a control of the picture, which it scrolls into sight', async context => {
    const page = await opened(context);
    const keys = await page.evaluate(() => [...document.querySelectorAll('#form [data-key]')]
      .filter(node => !node.disabled).map(node => node.dataset.key));
    check(keys.length > 100, `${keys.length} controls only`);
    const none = await page.evaluate(all => all.filter(key => !window.fulcrum.rect(key)), keys);
    same(none.join(' '), '', 'not in the picture');
  }],

  ['arrows on a focused slider are one gesture, and its element says the new value', async context => {
    const page = await opened(context);
    const before = await fulcrum.read(page, 'document');
    await focusOn(page, 'price');
    for (let times = 0; times < 3; ++times) await page.keyboard.press('ArrowRight');
    await fulcrum.idle(page);
    const now = await base(page, 'price');
    check(now > 50, `the value is ${now}`);
    const said = await page.$eval('#form [data-key="price"]',
      range => [range.value, range.getAttribute('aria-valuetext')]);
    same(Number(said[0]), now, 'the range of the form');
    check(said[1].startsWith(String(now)), `it says ${said[1]}`);
    same(await focused(page), 'price', 'focus');
    for (let times = 0; times < 3; ++times) await fulcrum.read(page, 'undo');
    await fulcrum.idle(page);
    same(await fulcrum.read(page, 'document'), before, 'document after undo');
  }],

  ['a field that gets the focus is typed into where it stands, and Tab goes on from there', async context => {
    const page = await opened(context);
    await focusOn(page, 'price/value');
    await fulcrum.idle(page);
    const box = await fulcrum.read(page, 'rect', 'price/value');
    const field = await page.$eval('#form [data-key="price/value"]', node => {
      const { x, y } = node.getBoundingClientRect();
      return { x, y };
    });
    check(Math.abs(field.x - box.x) < 2 && Math.abs(field.y - box.y) < 2, `the field is at ${field.x}, ${field.y}`);
    await page.keyboard.type('62');
    await page.keyboard.press('Tab');
    await fulcrum.idle(page);
    same(await base(page, 'price'), 62, 'the value');
    same(await focused(page), 'price/known', 'focus');
    await page.keyboard.press(' ');
    await fulcrum.idle(page);
    check((await document_(page)).assumptions.find(a => a.id === 'price').known, 'a space does not pin it');
  }],

  ['what is clicked in the picture has the focus in the form', async context => {
    const page = await opened(context);
    await click(page, 'price');
    same(await focused(page), 'price', 'focus after a click on a slider');
    await click(page, 'views/money');
    same(await focused(page), 'views/money', 'focus after a click on a tab');
    await click(page, 'price/value');
    same(await focused(page), 'price/value', 'focus after a click into a field');
    await page.keyboard.press('Escape');
    await fulcrum.idle(page);
    same(await focused(page), 'price', 'focus after Escape');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['behind the picture the form follows a drag within 100 ms, and what it changes is drawn', async context => {
    const page = await opened(context);
    const [x, y] = await middle(page, 'price');
    await page.mouse.move(x, y);
    await page.mouse.down();
    // From the event to the form's own text.
    await page.evaluate(() => {
      let began = 0;
      addEventListener('pointermove', () => { began = performance.now(); }, { once: true });
      window.lag = new Promise(done => new MutationObserver(() => done(performance.now() - began))
        .observe(document.getElementById('form'), { characterData: true, attributes: true, subtree: true }));
    });
    await page.mouse.move(x + 60, y);
    const lag = await page.evaluate(() => window.lag);
    await page.mouse.up();
    await fulcrum.idle(page);
    const now = await base(page, 'price');
    same(Number(await page.$eval('#form [data-key="price"]', range => range.value)), now, 'the range of the form');
    // What a screen reader does with a native slider.
    await page.$eval('#form [data-key="price"]', range => {
      range.value = '55';
      range.dispatchEvent(new Event('input', { bubbles: true }));
      range.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await fulcrum.idle(page);
    same(await base(page, 'price'), 55, 'the value that the form was given');
    return `${Math.round(lag)} ms`;
  }],
];
