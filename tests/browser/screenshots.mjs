// A picture of each view, to be looked at.
import { join } from 'node:path';

async function pictures(browser, address, sizes, theme, pathOf) {
  const page = await browser.newPage();
  if (theme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(address);
  await page.evaluate(() => window.fulcrum.ready);
  for (const [width, height] of sizes) {
    await page.setViewport({ width, height });
    for (const view of ['compare', 'money', 'risk', 'flips', 'map', 'rules', 'tree', 'audit']) {
      await page.evaluate(async id => { window.fulcrum.view(id); await window.fulcrum.idle(); }, view);
      await page.screenshot({ path: pathOf(view, width, height) });
    }
  }
  await page.$eval('#switch', button => button.click());
  for (const [width, height] of sizes) {
    await page.setViewport({ width, height });
    await page.evaluate(() => window.fulcrum.idle());
    await page.screenshot({ path: pathOf('text', width, height) });
  }
  await page.close();
}

const taken = {
  async chromium(browser, address, folder) {
    for (const theme of ['light', 'dark'])
      await pictures(browser, address, [[1280, 720], [1920, 1080], [390, 664]], theme,
        (view, width, height) => join(folder, `${view}-${width}x${height}-${theme}.png`));
    return 'a screenshot of each view at three sizes, light and dark,';
  },
  // Its window has no theme but the system's.
  async webkit(browser, address, folder) {
    await pictures(browser, address, [[1280, 720]], null,
      (view, width, height) => join(folder, `webkit-${view}-${width}x${height}.png`));
    return 'a screenshot of each view';
  },
};

// returns what was taken, or nothing
export const screenshots = (name, ...where) => taken[name]?.(...where);
