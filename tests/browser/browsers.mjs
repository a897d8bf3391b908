// Real browsers, as this machine has them. A missing one is an error, never a silent skip.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { miniBrowsers, webkit } from './webkit.mjs';

const chromiumFlags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

const firefoxPrefs = {
  'webgl.force-enabled': true,
  'security.sandbox.content.level': 0,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
};

const found = paths => paths.find(path => existsSync(path));

function required(name, paths, places = paths.join(', ')) {
  const path = found(paths);
  if (!path) throw new Error(`${name} is missing (looked for ${places}). Run tools/test, which installs it.`);
  return path;
}

// Each gives { browser, downloads: the folder that these go to, close }.
export const browsers = {
  async chromium() {
    const profile = mkdtempSync(join(tmpdir(), 'fulcrum-chromium-')), downloads = join(profile, 'downloads');
    const browser = await puppeteer.launch({
      executablePath:
        required('Chromium', ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']),
      headless: true, args: chromiumFlags, userDataDir: profile, timeout: 120000, protocolTimeout: 300000,
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    });
    return {
      browser, downloads,
      close: async () => { await browser.close(); rmSync(profile, { recursive: true, force: true }); },
    };
  },
  async firefox() {
    if (!process.env.DISPLAY) throw new Error('Firefox needs a display for WebGL: run under xvfb-run');
    const downloads = mkdtempSync(join(tmpdir(), 'fulcrum-firefox-'));
    const browser = await puppeteer.launch({
      browser: 'firefox', headless: false,
      executablePath: required('Firefox', ['/usr/bin/firefox-esr', '/usr/bin/firefox']),
      extraPrefsFirefox: { ...firefoxPrefs, 'browser.download.folderList': 2, 'browser.download.dir': downloads },
      timeout: 120000, protocolTimeout: 300000,
    });
    return {
      browser, downloads,
      close: async () => { await browser.close(); rmSync(downloads, { recursive: true, force: true }); },
    };
  },
  async webkit() {
    if (!process.env.DISPLAY) throw new Error('WebKit needs a display: run under xvfb-run');
    return webkit(required('WebKitWebDriver', ['/usr/bin/WebKitWebDriver']),
      required("WebKit's MiniBrowser", miniBrowsers(), '/usr/lib/*/webkit2gtk-*/MiniBrowser'));
  },
};
