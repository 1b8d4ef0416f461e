import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as playwright from 'playwright-core';
import * as puppeteer from 'puppeteer-core';
import { expect, onTestFinished } from 'vitest';

/** The browsers that pages are opened in: the two engines that Debian has. */
export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
}

/** A page that is open in a browser, and all that happened in it. */
export interface OpenPage {
  readonly browser: BrowserName;
  /** Calls a function in the page; what it is given and returns is JSON. */
  evaluate<Given, Result>(ask: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>;
  evaluate<Result>(ask: () => Result | Promise<Result>): Promise<Result>;
  /** Runs a script in the page, as its tools do: the page's own policy stays. */
  inject(script: string): Promise<void>;
  /** Waits until a function is true in the page. */
  until(ask: () => boolean): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into what a selector finds. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key as the keyboard names it: Enter, Tab, ArrowDown, a. */
  press(key: string): Promise<void>;
  /** Chooses files for a field. */
  choose(selector: string, paths: readonly string[]): Promise<void>;
  /** The file that is saved when something is done: its name and its bytes. */
  download(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Writes a picture of the whole page, or of as much as is seen. */
  shoot(path: string, isWhole?: boolean): Promise<void>;
  /** Writes the page as it is printed on A4; Chromium alone does. */
  print(path: string): Promise<void>;
  /** What a page that is well does not do: messages on the console, errors, requests. */
  readonly faults: readonly string[];
}

/** Opens a file from the disk; when the test ends, there must have been no message, no error and no request. */
export async function openPage(browser: BrowserName, path: string, look: Look = {}): Promise<OpenPage> {
  const page = await openWatched(browser, path, look);
  onTestFinished(() => expect(page.faults).toEqual([]));
  return page;
}

/** Opens a file from the disk and writes down what it should not do. */
export async function openWatched(browser: BrowserName, path: string, look: Look = {}): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'rmentor-page-'));
  const faults: string[] = [];
  const url = pathToFileURL(path).href;
  const open = browser === 'chromium' ? openInChromium : openInFirefox;
  const { page, close } = await open(url, look, folder, faults);
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { browser, faults, ...page };
}

type Page = Omit<OpenPage, 'browser' | 'faults'>;
type Opened = Promise<{ readonly page: Page; readonly close: () => Promise<void> }>;

const { RMENTOR_CHROMIUM = '/usr/bin/chromium', RMENTOR_FIREFOX = '/usr/bin/firefox-esr' } = process.env;

const CHROMIUM_FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** What is asked for itself, or lies in the page. */
const isOwn = (asked: string, url: string) => asked === url || /^(?:data|blob):/u.test(asked);

async function openInChromium(url: string, look: Look, folder: string, faults: string[]): Opened {
  const { width = 1280, height = 900, isDark = false } = look;
  const context = await playwright.chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: RMENTOR_CHROMIUM,
    args: CHROMIUM_FLAGS,
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const page = context.pages()[0]!;
  page.on('console', message => faults.push(`console: ${message.text()}`));
  page.on('pageerror', error => faults.push(`error: ${error.message}`));
  page.on('request', request => {
    if (!isOwn(request.url(), url)) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return {
    close: () => context.close(),
    page: {
      evaluate: (ask: (given: never) => unknown, given?: unknown) => page.evaluate(ask as never, given) as never,
      inject: async script => void (await page.evaluate(`${script};0`)),
      until: async ask => void (await page.waitForFunction(ask)),
      click: selector => page.click(selector),
      type: (selector, text) => page.locator(selector).pressSequentially(text),
      press: key => page.keyboard.press(key),
      choose: (selector, paths) => page.setInputFiles(selector, [...paths]),
      download: async act => {
        const [saved] = await Promise.all([page.waitForEvent('download'), act()]);
        return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
      },
      shoot: async (path, isWhole = true) => void (await page.screenshot({ path, fullPage: isWhole })),
      print: async path => void (await page.pdf({ path, format: 'A4', printBackground: true })),
    },
  };
}

async function openInFirefox(url: string, look: Look, folder: string, faults: string[]): Opened {
  const { width = 1280, height = 900, isDark = false } = look;
  const downloads = mkdtempSync(join(folder, 'downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: RMENTOR_FIREFOX,
    headless: true,
    userDataDir: mkdtempSync(join(folder, 'profile-')),
    defaultViewport: { width, height },
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': isDark ? 0 : 1,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
    },
  });
  const page = await browser.newPage();
  page.on('console', message => faults.push(`console: ${message.text()}`));
  page.on('pageerror', error => faults.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('request', request => {
    if (!isOwn(request.url(), url)) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return {
    close: () => browser.close(),
    page: {
      evaluate: (ask: (given: never) => unknown, given?: unknown) =>
        page.evaluate(ask as never, given as never) as never,
      inject: async script => void (await page.evaluate(`${script};0`)),
      until: async ask => void (await page.waitForFunction(ask)),
      // Looks for it again where the page was drawn anew meanwhile, as the other driver does.
      click: selector => page.locator(selector).click(),
      type: (selector, text) => page.type(selector, text),
      press: key => page.keyboard.press(key as puppeteer.KeyInput),
      choose: async (selector, paths) => {
        const field = (await page.$(selector)) as puppeteer.ElementHandle<HTMLInputElement>;
        await field.uploadFile(...paths);
      },
      download: act => waitForFile(downloads, act),
      shoot: async (path, isWhole = true) =>
        void (await page.screenshot({ path: path as `${string}.png`, fullPage: isWhole })),
      print: () => Promise.reject(new Error('only Chromium prints to a file')),
    },
  };
}

/** A file is there when it no longer has the name of one that is on its way. */
async function waitForFile(folder: string, act: () => Promise<void>) {
  const before = new Set(readdirSync(folder));
  await act();
  for (;;) {
    const names = readdirSync(folder).filter(name => !before.has(name));
    const [name] = names;
    if (name !== undefined && names.length === 1 && !name.endsWith('.part')) {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length > 0) return { name, bytes };
    }
    await setTimeout(50);
  }
}
