// Drags, keys, typed values, the wheel.
import { check, click, drag, firstAssumption, fulcrum, middle, opened, same } from '../page.mjs';

export const gestures = [
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

  ['a drag faster than the screen ends where the same drag made slowly ends, every time', async context => {
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
    const times = context.all ? 12 : 4;
    for (const by of [60, -50, 25, -20, 12]) {
      const slowly = await dragged(by, 'slowly');
      check(slowly !== before, `${by} px, slowly: results are as before`);
      for (let run = 0; run < times; run++) {
        const pace = run % 2 ? 'in one frame' : 'at once';
        const quickly = await dragged(by, pace);
        check(quickly !== before, `${by} px, ${pace}: results are as before`);
        same(quickly, slowly, `${by} px, ${pace}: results`);
      }
    }
    same(JSON.stringify(await fulcrum.errors(page)), '[]', 'errors');
    return `${5 * times} times`;
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
    await click(page, 'views/money');
    check(await fulcrum.read(page, 'text') !== before, 'the view is as before');
  }],

  ['the wheel scrolls the view', async context => {
    const page = await opened(context);
    const shot = () => page.screenshot({ encoding: 'base64' });
    await page.mouse.move(900, 500);
    await fulcrum.idle(page);
    const first = await shot(), frames = await page.evaluate(() => window.fulcrum.frames);
    await page.mouse.wheel({ deltaY: 300 });
    await page.waitForFunction(before => window.fulcrum.frames > before, {}, frames);
    await fulcrum.idle(page);
    check(await shot() !== first, 'the picture is as before');
  }],
];
