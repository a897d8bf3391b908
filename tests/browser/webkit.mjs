// WebKitGTK by WebDriver, behind the part of puppeteer's interface that the tests use.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import { WebKitPage } from './webkit_page.mjs';

const limit = 100000;  // ms that a script of a test, or the opening of a page, may last: less than a test may

// The folder is named after the architecture and WebKit's interface, which differ from machine to machine.
export function miniBrowsers() {
  const named = (folder, pattern) => (existsSync(folder) ? readdirSync(folder) : [])
    .filter(name => pattern.test(name)).map(name => join(folder, name));
  return ['/usr/libexec', '/usr/lib', ...named('/usr/lib', /-linux-gnu/)]
    .flatMap(folder => named(folder, /^webkit2?gtk-\d/)).map(folder => join(folder, 'MiniBrowser'));
}

// WebDriver does not tell what a page requests. Whatever would go to the network comes here instead, and ends here;
// files that it would read beside itself are not heard of.
function listener() {
  const ears = new Set();
  const server = createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', head => {
      const url = String(head).split(' ')[1];
      for (const hear of ears) hear({ url: () => url });
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  });
  return new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', () =>
    done({ ears, place: `127.0.0.1:${server.address().port}`, close: () => server.close() })));
}

// One window is one page: tabs that are not in front would be hidden. A session does one thing after the other, in the
// window that it was last sent to.
class WebKitBrowser {
  constructor(driver, ears, folder) {
    Object.assign(this, { driver, ears, folder, open: [], current: null, last: Promise.resolve() });
  }

  inTurn(work) {
    const turn = this.last.then(work);
    this.last = turn.catch(() => {});
    return turn;
  }

  inWindow(handle, work) {
    return this.inTurn(async () => {
      if (this.current !== handle) await this.driver.switchTo().window(handle);
      this.current = handle;
      return work(this.driver);
    });
  }

  newPage() {
    return this.inWindow(this.open[0].handle, async () => {
      await this.driver.switchTo().newWindow('window');
      return this.entered();
    });
  }

  async entered() {
    this.current = await this.driver.getWindowHandle();
    const page = new WebKitPage(this, this.current);
    this.open.push(page);
    return page;
  }

  left(page) {
    this.open = this.open.filter(other => other !== page);
    this.current = null;
  }

  pages() { return this.open; }

  // A listener that is deaf would let every page pass.
  async checkEars() {
    const heard = [], hear = request => heard.push(request.url());
    this.ears.add(hear);
    await this.open[0].goto('http://fulcrum.invalid/heard');
    this.ears.delete(hear);
    if (!heard.includes('http://fulcrum.invalid/heard')) throw new Error('requests of the page are not heard');
    await this.open[0].goto('about:blank');
  }
}

// The browser may still be writing into it while it ends.
async function removed(folder) {
  for (let left = 50; existsSync(folder); --left) {
    try {
      rmSync(folder, { recursive: true });
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(done => setTimeout(done, 100));
    }
  }
}

// A home of its own, whose downloads are where the tests find them.
function homeIn(home) {
  const folders = { config: join(home, 'config'), cache: join(home, 'cache'), data: join(home, 'data') };
  const downloads = join(home, 'downloads');
  for (const folder of [folders.config, downloads]) mkdirSync(folder);
  writeFileSync(join(folders.config, 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
  return { downloads, environment: { ...process.env, HOME: home,
    XDG_CONFIG_HOME: folders.config, XDG_CACHE_HOME: folders.cache, XDG_DATA_HOME: folders.data } };
}

export async function webkit(driverProgram, miniBrowser) {
  const home = mkdtempSync(join(tmpdir(), 'fulcrum-webkit-'));
  const { downloads, environment } = homeIn(home);
  const network = await listener();
  const service = new DriverService.Builder(driverProgram).setLoopback(true).setEnvironment(environment).build();
  let driver = null;
  const close = async () => {
    if (driver) await driver.quit().catch(() => {});
    await service.kill();
    network.close();
    await removed(home);
  };
  try {
    driver = WebDriver.createSession(new Executor(new HttpClient(await service.start())), new Capabilities({
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      proxy: { proxyType: 'manual', httpProxy: network.place, sslProxy: network.place },
    }));
    await driver.manage().setTimeouts({ script: limit, pageLoad: limit });
    const browser = new WebKitBrowser(driver, network.ears, home);
    await browser.entered();
    await browser.checkEars();
    return { browser, downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}
