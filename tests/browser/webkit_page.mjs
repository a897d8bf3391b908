// A window of WebKit, as far as the tests use puppeteer's Page.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { By } from 'selenium-webdriver';
import { Hands, Keyboard, Mouse } from './webkit_hands.mjs';

class Handle {
  constructor(page, element) {
    Object.assign(this, { page, element });
  }

  evaluate(work, ...args) { return this.page.evaluate(work, this.element, ...args); }

  focus() { return this.evaluate(element => element.focus()); }

  async type(text) {
    await this.focus();
    await this.page.keyboard.type(text);
  }
}

export class WebKitPage {
  constructor(browser, handle) {
    const hands = new Hands(this);
    Object.assign(this, { browser, handle, first: [], ears: [], hearers: [], closed: false,
      mouse: new Mouse(hands), keyboard: new Keyboard(hands) });
  }

  within(work) { return this.browser.inWindow(this.handle, work); }

  // A string is the body of a function. What it promises is waited for.
  evaluate(work, ...args) {
    const script = typeof work === 'string' ? work : `return (${work}).apply(null, arguments)`;
    return this.within(driver => driver.executeScript(script, ...args));
  }

  // WebDriver runs no script before those of the page: a copy of the page is opened instead that begins with it, ahead
  // of the page's policy about scripts. The script leaves no element behind.
  evaluateOnNewDocument(work) { this.first.push(`(${work})()`); }

  copyOf(address) {
    const copy = join(this.browser.folder, 'copy.html');
    const script = `document.currentScript.remove();${this.first.join(';')}`;
    writeFileSync(copy, readFileSync(fileURLToPath(address), 'utf8')
      .replace(/^<!doctype html>/i, type => `${type}<meta charset="utf-8"><script>${script}</script>`));
    return pathToFileURL(copy).href;
  }

  async goto(address) {
    const at = this.first.length ? this.copyOf(address) : address;
    await this.within(driver => driver.get(at));
    if (this.hearers.length) this.hearConsole();
  }

  on(event, hear) {
    if (event === 'request') {
      this.browser.ears.add(hear);
      this.ears.push(hear);
    } else if (event === 'console') {
      this.evaluateOnNewDocument(() => {
        window.saidToConsole = [];
        console.log = (...words) => window.saidToConsole.push(words.join(' '));
      });
      this.hearers.push(hear);
    } else {
      throw new Error(`webkit_page.mjs has no event ${event}`);
    }
  }

  // WebDriver does not tell what the console says: it is asked for, until the page is closed.
  hearConsole() {
    this.browser.driver.wait(async () => {
      if (this.closed) return true;
      for (const text of await this.evaluate(() => window.saidToConsole.splice(0)))
        for (const hear of this.hearers) hear({ text: () => text });
      return false;
    }, 0, undefined, 50);
  }

  // The window is larger than its page by bars that only the window itself tells; it has a least width of its own.
  async setViewport({ width, height }) {
    const bars = await this.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.within(driver => driver.manage().window().setRect({ width: width + bars[0], height: height + bars[1] }));
    await this.waitForFunction((w, h) => innerWidth === w && innerHeight === h, { timeout: 10000 }, width, height);
  }

  bringToFront() { return this.within(() => {}); }

  // Asked with each frame, so that what the frame does next is done when the answer has come.
  async waitForFunction(work, { timeout = 30000 } = {}, ...args) {
    const isTrue = await this.evaluate(`return (async () => {
      const end = performance.now() + ${timeout};
      while (performance.now() < end) {
        if (await (${work}).apply(null, arguments)) return true;
        await new Promise(requestAnimationFrame);
      }
      return false;
    })()`, ...args);
    if (!isTrue) throw new Error(`within ${timeout} ms it never came true: ${work}`);
  }

  async $(selector) { return (await this.$$(selector))[0] ?? null; }

  async $$(selector) {
    const elements = await this.within(driver => driver.findElements(By.css(selector)));
    return elements.map(element => new Handle(this, element));
  }

  $eval(selector, work) { return this.evaluate(`return (${work})(document.querySelector(arguments[0]))`, selector); }

  $$eval(selector, work) {
    return this.evaluate(`return (${work})([...document.querySelectorAll(arguments[0])])`, selector);
  }

  focus(selector) { return this.$eval(selector, element => element.focus()); }

  click(selector) { return this.within(driver => driver.findElement(By.css(selector)).click()); }

  async screenshot({ path } = {}) {
    const png = await this.within(driver => driver.takeScreenshot());
    if (path) writeFileSync(path, png, 'base64');
    return png;
  }

  // A button or key that is still held would be held in the next window.
  async close() {
    this.closed = true;
    for (const hear of this.ears) this.browser.ears.delete(hear);
    try {
      await this.within(async driver => {
        await driver.actions().clear();
        await driver.close();
      });
    } finally {
      this.browser.left(this);
    }
  }
}
