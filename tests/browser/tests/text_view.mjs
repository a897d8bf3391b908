// The page as native elements: everything that the drawn page says and does.
import axe from 'axe-core';
import { check, click, fulcrum, opened, same } from '../page.mjs';

const inForm = (page, selector, read) => page.$eval(`#form ${selector}`, read);
const isShown = page => page.evaluate(() => !document.documentElement.classList.contains('live'));
const text = (page, selector = '') => inForm(page, selector, element => element.innerText);

export async function asText(page) {
  await click(page, 'text_view');
  check(await isShown(page), 'the text view is not shown');
  return page;
}

async function noViolation(page, where) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run(document).then(run =>
    run.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(' | ')}`)));
  check(found.length === 0, `${where}: ${found.join('\n')}`);
}

const withoutWebGL = () => {
  HTMLCanvasElement.prototype.getContext = () => null;
};

export const textView = [
  ['the text view says what the drawn page says, and goes back to the same picture', async context => {
    const page = await opened(context);
    const before = await page.screenshot({ encoding: 'base64' });
    await asText(page);
    const seen = await text(page);
    for (const said of ['leads: best in', 'Chance of being best', 'Revenue per user', 'Undo'])
      check(seen.includes(said), `it does not say "${said}"`);
    await page.click('#switch');
    await fulcrum.idle(page);
    await page.mouse.move(0, 0);
    await fulcrum.idle(page);
    check(await page.screenshot({ encoding: 'base64' }) === before, 'another picture');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['the first Tab offers the text view, and keys alone move an assumption there', async context => {
    const page = await opened(context);
    await page.keyboard.press('Tab');
    same(await page.evaluate(() => document.activeElement.id), 'switch', 'focus');
    await page.keyboard.press('Enter');
    await fulcrum.idle(page);
    const before = { verdict: await text(page, '#form-verdict'), document: await fulcrum.read(page, 'document') };
    await page.focus('#form input[type="range"][data-key="price"]');
    await page.keyboard.press('End');
    await fulcrum.idle(page);
    const held = await page.evaluate(() => document.activeElement.dataset.key);
    same(held, 'price', 'focus after the change');
    check(await text(page, '#form-verdict') !== before.verdict, 'the verdict is as before');
    check(await fulcrum.read(page, 'document') !== before.document, 'the document is as before');
    await page.click('#form button[data-key="undo"]');
    await fulcrum.idle(page);
    same(await fulcrum.read(page, 'document'), before.document, 'document after one undo');
    same(await text(page, '#form-verdict'), before.verdict, 'verdict after undo');
  }],

  ['a typed value is taken, a wrong one is refused with a sentence and stays to be mended', async context => {
    const page = await asText(await opened(context));
    const type = async value => {
      const field = await page.$('#form input[data-key="price/value"]');
      await field.focus();
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await field.type(value);
      await page.keyboard.press('Enter');
      await fulcrum.idle(page);
      return field.evaluate(element => element.value);
    };
    same(await type('=6*10'), '60', 'the field');
    same(JSON.parse(await fulcrum.read(page, 'document')).assumptions.find(a => a.id === 'price').base, 60, 'base');
    same(await type('sixty'), 'sixty', 'the field');
    check((await text(page, '#form-notice')).includes('not a number'), 'no sentence says why');
    same(JSON.parse(await fulcrum.read(page, 'document')).assumptions.find(a => a.id === 'price').base, 60, 'base');
  }],

  ['pins, folds and tabs of the text view work, and a rounded display is never written back', async context => {
    const page = await asText(await opened(context));
    const document = await fulcrum.read(page, 'document');
    await page.click('#form input[data-key="price/known"]');
    await fulcrum.idle(page);
    check(JSON.parse(await fulcrum.read(page, 'document')).assumptions.find(a => a.id === 'price').known, 'not pinned');
    await page.click('#form input[data-key="price/known"]');
    await page.click('#form button[data-key="views/money"]');
    await fulcrum.idle(page);
    check((await text(page, '#form-money')).includes('Net value over 12 months'), 'not the view Money');
    const fold = '#form details[data-key="assumptions/market"]';
    await page.$eval(`${fold} summary`, summary => summary.click());
    await fulcrum.idle(page);
    check(!await page.$eval(fold, details => details.open), 'not folded');
    for (const field of await page.$$('#form input[type="text"]')) await field.focus();
    await fulcrum.idle(page);
    same(await fulcrum.read(page, 'document'), document, 'document');
  }],

  ['without WebGL the page is the text view, live', async ({ browser, address }) => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(withoutWebGL);
    await page.goto(address);
    await page.evaluate(() => window.fulcrum.ready);
    await fulcrum.idle(page);
    check((await text(page, '#form-notice')).includes('no WebGL'), 'it does not say why');
    const before = await text(page, '#form-verdict');
    await page.focus('#form input[type="range"][data-key="price"]');
    await page.keyboard.press('Home');
    await fulcrum.idle(page);
    check(await text(page, '#form-verdict') !== before, 'the verdict is as before');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['3 s without a graphics context, the text view stands in; the picture comes back with it', async context => {
    const page = await opened(context);
    await page.evaluate(() => {
      window.lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.lose.loseContext();
    });
    await page.waitForFunction(() => !document.documentElement.classList.contains('live'), { timeout: 6000 });
    check((await text(page)).includes('leads: best in'), 'the text view is empty');
    await page.evaluate(() => window.lose.restoreContext());
    await page.waitForFunction(() => document.documentElement.classList.contains('live'), { timeout: 6000 });
    await fulcrum.idle(page);
    check(!await isShown(page), 'the text view still stands in');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['axe finds no violation in any view of the text view, behind the picture, nor before scripts run', async context => {
    const page = await opened(context);
    await noViolation(page, 'behind the picture');
    await asText(page);
    for (const view of ['compare', 'money', 'risk', 'flips', 'map', 'rules', 'tree', 'audit']) {
      await fulcrum.read(page, 'view', view);
      await fulcrum.idle(page);
      await noViolation(page, view);
    }
    const still = await context.browser.newPage();
    await still.evaluateOnNewDocument(() => { WebAssembly.validate = () => false; });
    await still.goto(context.address);
    await still.evaluate(() => window.fulcrum.ready);
    await noViolation(still, 'static');
  }],

  ['the verdict is said to those who hear it, once a second at most', async context => {
    const page = await opened(context);
    const said = () => page.$eval('#said[role="status"]', status => status.textContent);
    await page.waitForFunction(() => document.getElementById('said').textContent !== '');
    const before = await said();
    check(before.includes('leads: best in'), `said "${before}"`);
    await fulcrum.read(page, 'set', 'price', '400');
    await page.waitForFunction(old => document.getElementById('said').textContent !== old, {}, before);
  }],

  ['charts stand in the text view as pictures in the colours of the options', async context => {
    const page = await asText(await opened(context));
    for (const view of ['compare', 'money', 'risk', 'flips', 'map', 'tree']) {
      await fulcrum.read(page, 'view', view);
      await fulcrum.idle(page);
      const found = await page.$$eval('#form figure svg', all => all.map(svg => ({
        marks: svg.querySelectorAll('path, rect, circle, text').length, wide: svg.getBoundingClientRect().width,
        colour: getComputedStyle(svg.querySelector('.o1')).color, name: svg.getAttribute('aria-label') })));
      check(found.length > 0, `no chart in ${view}`);
      for (const chart of found) {
        check(chart.marks > 5 && chart.wide > 200 && chart.name, `${view}: ${JSON.stringify(chart)}`);
        same(chart.colour, 'rgb(171, 70, 0)', `${view}: the second option`);
      }
    }
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['printed, it is a report of 2 to 6 pages with the verdict, changed values marked, and page numbers', async context => {
    const page = await opened(context);
    await fulcrum.read(page, 'set', 'price', '62');
    await fulcrum.idle(page);
    const report = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const { textContent } = document.getElementById('report');
      const marked = [...document.querySelectorAll('#report dd b')].map(mark => mark.textContent);
      const said = { textContent, marked, charts: document.querySelectorAll('#report svg').length };
      dispatchEvent(new Event('afterprint'));
      return said;
    });
    for (const words of ['leads: best in', 'Net value over 12 months', 'Risk profile', 'As of '])
      check(report.textContent.includes(words), `the report does not say "${words}"`);
    check(report.marked.length === 1 && report.marked[0].includes('62'), `marked as changed: ${report.marked}`);
    check(report.charts > 2, `${report.charts} charts`);
    if (context.name !== 'chromium') return 'its pages are counted in Chromium';
    const pdf = Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g).length;
    check(pages >= 2 && pages <= 6, `${pages} pages`);
    check(!await page.$('#report'), 'the report is still there');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
    return `${pages} pages`;
  }],
];
