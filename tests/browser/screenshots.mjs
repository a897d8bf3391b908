// A picture of each view, to be looked at.
import { join } from 'node:path';

const sizes = [[1280, 720], [1920, 1080], [390, 664]];

export async function screenshots(browser, address, folder) {
  for (const theme of ['light', 'dark']) {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.goto(address);
    await page.evaluate(() => window.fulcrum.ready);
    for (const [width, height] of sizes) {
      await page.setViewport({ width, height });
      for (const view of ['compare', 'money', 'risk']) {
        await page.evaluate(async id => { window.fulcrum.view(id); await window.fulcrum.idle(); }, view);
        await page.screenshot({ path: join(folder, `${view}-${width}x${height}-${theme}.png`) });
      }
    }
    await page.$eval('#switch', button => button.click());
    for (const [width, height] of sizes) {
      await page.setViewport({ width, height });
      await page.evaluate(() => window.fulcrum.idle());
      await page.screenshot({ path: join(folder, `text-${width}x${height}-${theme}.png`) });
    }
    await page.close();
  }
}
