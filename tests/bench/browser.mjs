// The page in headless Chromium: how soon it stands, and what a frame of a drag costs.
import { pathToFileURL } from 'node:url';
import { browsers } from '../browser/browsers.mjs';
import { measureDrags } from './drag.mjs';
import { measureFlips } from './flips.mjs';
import { page } from './programs.mjs';
import { median } from './statistics.mjs';
import { section, table } from './tables.mjs';

// The page at 1280 x 720, ready and idle.
async function opened(browser) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 720 });
  await tab.goto(pathToFileURL(page).href);
  await tab.bringToFront();
  await tab.waitForFunction(() => !document.hidden && innerWidth === 1280);
  await tab.evaluate(() => window.fulcrum.ready);
  await tab.evaluate(() => window.fulcrum.idle());
  return tab;
}

const firstFrame = tab =>
  tab.evaluate(() => performance.getEntriesByName('fulcrum-first-frame')[0].startTime);

// cold: a browser just started, with an empty profile; warm: opened again in it. In ms.
async function firstFrames(runs) {
  const cold = [], warm = [];
  for (let run = 0; run < runs; run++) {
    const { browser, close } = await browsers.chromium();
    try {
      for (const times of [cold, warm]) {
        const tab = await opened(browser);
        times.push(await firstFrame(tab));
        await tab.close();
      }
    } finally {
      await close();
    }
  }
  return { cold, warm };
}

// returns   {first_frame: {cold: [ms], warm: [ms]}, drags: see drag.mjs, flips: see flips.mjs}
export async function measureInBrowser({ quick, tell }) {
  tell('first frame');
  const first_frame = await firstFrames(quick ? 1 : 5);
  const { browser, close } = await browsers.chromium();
  try {
    const tab = await opened(browser), drags = await measureDrags(tab, { quick, tell });
    return { first_frame, drags, flips: await measureFlips(tab, { quick, tell }) };
  } finally {
    await close();
  }
}

export function firstFrameText({ first_frame: { cold, warm } }) {
  const row = (what, times) => [what, ...[median(times), Math.min(...times), Math.max(...times)].map(Math.round)];
  return section('First frame in headless Chromium (pictures drawn by the processor), ms from the start of navigation',
    table(['', 'median', 'least', 'most'], [row('browser just started', cold), row('opened again', warm)]));
}
