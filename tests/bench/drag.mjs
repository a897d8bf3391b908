// What a frame of a drag costs in the page: time in the engine and the analyses, and the whole frame's work.
import { percentile } from './statistics.mjs';
import { section, table } from './tables.mjs';

const required = { median: 6, p95: 10 };  // ms of engine and analysis at 16,384 draws

const idle = tab => tab.evaluate(() => window.fulcrum.idle());
const ask = (tab, name, ...words) => tab.evaluate((n, w) => window.fulcrum[n](...w), name, words);

// Ids of uncertain assumptions, spread over the document.
async function draggable(tab, count) {
  const { assumptions } = JSON.parse(await ask(tab, 'document'));
  const uncertain = assumptions.filter(a => !a.known && a.low !== undefined && a.high !== undefined).map(a => a.id);
  const step = Math.max(1, Math.floor(uncertain.length / count));
  return uncertain.filter((_, k) => k % step === 0).slice(0, count);
}

// One gesture: `moves` pointer moves there and back around the middle of the slider, each drawn before the next.
// returns   the frames' timings from the first move to the last
async function drag(tab, key, moves) {
  const box = await ask(tab, 'rect', key);
  if (!box) throw new Error(`no slider ${key} on the screen`);
  const x = box.x + box.w / 2, y = box.y + box.h / 2, reach = box.w * 0.3;
  await tab.mouse.move(x, y);
  await tab.mouse.down();
  await idle(tab);
  const before = await tab.evaluate(() => window.fulcrum.frames);
  for (let move = 1; move <= moves; move++) {
    await tab.mouse.move(x + reach * Math.sin(move * 2 * Math.PI / moves), y);
    await idle(tab);
  }
  const frames = await tab.evaluate(since =>
    window.fulcrum.timings().slice(-(window.fulcrum.frames - since)), before);
  await tab.mouse.up();
  await idle(tab);
  await ask(tab, 'undo');
  await idle(tab);
  return frames.filter(frame => frame.engine > 0);  // a frame in which nothing moved costs nothing
}

// returns   {draws, assumptions: [id], views: {id: {frames, engine: [ms], whole: [ms]}}}
export async function measureDrags(tab, { quick, tell }) {
  const assumptions = await draggable(tab, quick ? 1 : 4), views = {};
  for (const view of ['compare', 'money', 'risk']) {
    await ask(tab, 'view', view);
    await idle(tab);
    const frames = [];
    for (const id of assumptions) {
      tell(`dragging ${id} in view ${view}`);
      frames.push(...await drag(tab, id, quick ? 20 : 64));
    }
    views[view] = { engine: frames.map(f => f.engine), whole: frames.map(f => f.whole) };
  }
  const draws = JSON.parse(await ask(tab, 'results')).draws;
  return { draws, assumptions, views };
}

export function dragText({ draws, assumptions, views }) {
  const three = times => [0.5, 0.95, 1].map(p => percentile(times, p));
  const rows = Object.entries(views).map(([view, { engine, whole }]) => {
    const [middle, high, most] = three(engine);
    return [view, engine.length, ...[middle, high, most].map(ms => ms.toFixed(1)),
      middle <= required.median && high <= required.p95 ? 'yes' : 'NO',
      ...three(whole).map(ms => ms.toFixed(1))];
  });
  return section(`A frame of a drag in headless Chromium, built-in decision, ${draws.toLocaleString('en')} draws, ms`,
    table(['view', 'frames', 'engine median', 'p95', 'most', 'met', 'whole frame median', 'p95', 'most'], rows),
    `Required of engine and analysis: median ${required.median}, p95 ${required.p95}. Dragged: ${assumptions.join(', ')}.\n` +
    'Wall time, in steps of the browser\'s clock (0.1 ms); the whole frame is all that the page\'s program does, drawing\n' +
    'by the processor included.');
}
