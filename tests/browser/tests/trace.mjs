// Where a figure comes from: pressed in the picture and in the text view, its draws as a file.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { check, click, fulcrum, opened, same } from '../page.mjs';
import { asText } from './text_view.mjs';

const figure = 'compare/headline/expected/C';
const said = page => fulcrum.read(page, 'text', 'compare');

// The first file that comes into the folder and begins so.
async function arrived(folder, begin) {
  for (let times = 0; times < 200; ++times) {
    const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.csv')) : [];
    const texts = files.map(file => readFileSync(join(folder, file), 'utf8'));
    const found = texts.find(text => text.startsWith(begin) && text.endsWith('\r\n'));
    if (found) return found;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('no table was downloaded in 10 s');
}

export const trace = [
  ['a figure pressed shows its formula, in the picture and in the text view, and closes again', async context => {
    const page = await opened(context);
    await click(page, figure);
    check((await said(page)).includes('Formula: at(impact, 12) - cost'), 'no formula');
    await click(page, 'trace/feeds/cost@C');
    check((await said(page)).includes('Formula: upfront + maintenance'), 'no way down');
    await click(page, 'trace/back');
    await click(page, figure);
    check(!(await said(page)).includes('Formula: '), 'it is still open');
    await asText(page);
    const button = `#form button[data-key="${figure}"]`;
    await page.click(button);
    await fulcrum.idle(page);
    same(await page.$eval(button, node => node.getAttribute('aria-expanded')), 'true', 'the button');
    check(await page.$eval('#form', form => form.innerText.includes('Formula: at(impact, 12) - cost')), 'no formula in text');
    await page.focus(button);
    await page.keyboard.press('Enter');
    await fulcrum.idle(page);
    check(await page.$eval('#form', form => !form.innerText.includes('Formula: ')), 'it is still open in text');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['the verdict is asked where its figures come from, and says what options are compared by', async context => {
    const page = await opened(context);
    const answer = 'Net value over 12 months, of all options';
    await click(page, 'verdict/from/0');
    check((await said(page)).includes(answer), 'no answer');
    await click(page, 'trace/feeds/C');
    check((await said(page)).includes('Formula: at(impact, 12) - cost'), 'no way down');
    await click(page, 'trace/close');
    await asText(page);
    await page.click('#form button[data-key="verdict/from/0"]');
    await fulcrum.idle(page);
    check((await page.$eval('#form', form => form.innerText)).includes(answer), 'no answer in text');
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
  }],

  ['the draws of a figure come as a table whose mean is that of the results', async context => {
    const page = await opened(context);
    await click(page, figure);
    await click(page, 'trace/save');
    const lines = (await arrived(context.downloads, 'draw,net_12@C,')).trimEnd().split('\r\n');
    const results = JSON.parse(await fulcrum.read(page, 'results'));
    same(lines.length, results.draws + 1, 'lines');
    const sum = lines.slice(1).reduce((all, line) => all + Number(line.split(',')[1]), 0);
    const mean = results.rows.net_12.C.mean;
    check(Math.abs(sum / results.draws - mean) < 1e-9 * Math.abs(mean), `mean ${sum / results.draws}, not ${mean}`);
    const longest = Math.max(...await fulcrum.read(page, 'slices'));
    check(longest < 50, `a slice of ${longest} ms`);
    return `slices of at most ${longest.toFixed(1)} ms`;
  }],
];
