// How long after a release every flip is found again, as the verdict says it.
import { percentile } from './statistics.mjs';
import { section, table } from './tables.mjs';

const required = 250;  // ms

// In the text view the verdict's flips are in quiet ink from the release until they are found again.
// returns   ms, or null where the value was taken without a new search
const released = (id, share) => new Promise(done => {
  const slider = document.querySelector(`#form input[type="range"][data-key="${id}"]`);
  const isQuiet = () => document.querySelector('#form-verdict i') !== null;
  const begin = performance.now();
  let sought = false;
  const watch = new MutationObserver(() => {
    sought ||= isQuiet();
    if (sought && !isQuiet()) finish(performance.now() - begin);
  });
  const late = setTimeout(() => finish(null), 5000);
  function finish(time) { clearTimeout(late); watch.disconnect(); done(time); }
  watch.observe(document.querySelector('#form-verdict'), { subtree: true, childList: true, characterData: true, attributes: true });
  slider.value = Number(slider.min) + (slider.max - slider.min) * share;
  slider.dispatchEvent(new Event('change', { bubbles: true }));
});

// tab   the page, ready; afterwards it is the text view
// returns   {times: [ms], missing: releases after which no search was seen}
export async function measureFlips(tab, { quick, tell }) {
  await tab.evaluate(() => document.querySelector('#switch').click());
  await tab.evaluate(() => window.fulcrum.idle());
  const { assumptions } = JSON.parse(await tab.evaluate(() => window.fulcrum.document()));
  const times = [];
  let missing = 0;
  for (const { id } of assumptions.slice(0, quick ? 2 : 10)) {
    for (const share of [0.25, 0.6]) {
      tell(`flips after ${id}`);
      const time = await tab.evaluate(released, id, share);
      if (time === null) missing++;
      else times.push(time);
      await tab.evaluate(() => window.fulcrum.idle());
    }
    await tab.evaluate(() => { window.fulcrum.undo(); window.fulcrum.undo(); return window.fulcrum.idle(); });
  }
  return { times, missing };
}

export function flipsText({ times, missing }) {
  const [middle, high, most] = [0.5, 0.95, 1].map(p => percentile(times, p));
  return section('From a release until all flips are found again, in headless Chromium, built-in decision, ms',
    table(['releases', 'not seen', 'median', 'p95', 'most', 'met'],
      [[times.length, missing, ...[middle, high, most].map(ms => ms.toFixed(0)), middle <= required ? 'yes' : 'NO']]),
    `Required: ${required}. Wall time between the event and the text of the verdict.`);
}
