/** What the program's page says while somebody is not done yet: which sheets are missing, what is wrong with a config, how far each step is. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type OpenPage, openPage } from '../support/browsers.ts';
import { PROGRAM_PAGE } from '../support/engine.ts';
import { listAxeFindings } from '../support/reports.ts';
import { workFolder } from '../support/run.ts';

const MENTORS = ['Personalnummer;Name;E-Mail;Land;Wie viele Mentees?', '1;Ada Lang;ada.lang@example.org;DE;2'];
const MENTEES = ['Personalnummer;Name;E-Mail;Land', '7;Eva Lind;eva.lind@example.org;Deutschlnad'];
const SOUND_MENTEES = MENTEES.map(line => line.replace('Deutschlnad', 'DE'));

function put(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const isReady = () => document.querySelector('#pair[aria-disabled=false]') !== null;
const hasMissing = () => document.querySelector('#missing') !== null;
const sayMissing = () => document.querySelector('#missing')!.textContent;
const hasBar = () => document.querySelector('.actions') !== null;
const listFiles = () => [...document.querySelectorAll('.file b')].map(({ textContent }) => textContent);

interface SeenStep {
  readonly text: string;
  readonly isCurrent: boolean;
  /** Whether it leads to something on the page; null where it is no link. */
  readonly leads: boolean | null;
}

/** The steps as they are read aloud. */
const listSteps = (): readonly SeenStep[] =>
  [...document.querySelectorAll<HTMLElement>('nav.steps li > *')].map(step => {
    const spoken = step.cloneNode(true) as HTMLElement;
    for (const hidden of spoken.querySelectorAll('[aria-hidden]')) hidden.remove();
    const target = step.getAttribute('href');
    return {
      text: spoken.textContent,
      isCurrent: step.getAttribute('aria-current') === 'step',
      leads: target === null ? null : document.querySelector(target) !== null,
    };
  });

async function readSteps(page: OpenPage) {
  const steps = await page.evaluate(listSteps);
  const current = steps.filter(({ isCurrent }) => isCurrent).map(({ text }) => text);
  return { texts: steps.map(({ text }) => text), current, links: steps.map(({ leads }) => leads) };
}

describe.each(BROWSERS)('in %s', browser => {
  test('the sheet that is missing is named, and no bar stands there with nothing in it', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    expect(await page.evaluate(hasBar)).toBe(false);
    const folder = workFolder();
    await page.choose('#files', [put(folder, 'mentors.csv', MENTORS)]);
    await page.until(hasMissing);
    expect(await page.evaluate(sayMissing)).toBe(
      'Still missing: a sheet of mentees. Add it above, or choose what each of the sheets is.',
    );
    expect(await page.evaluate(hasBar)).toBe(false);
    expect(await listAxeFindings(page)).toEqual([]);
    await page.choose('#files', [put(folder, 'mentees.csv', SOUND_MENTEES)]);
    await page.until(isReady);
    expect(await page.evaluate(() => document.querySelector('#missing') === null)).toBe(true);
  });

  test('a config goes by its own name, and the sheets that are missing are named beside it', async () => {
    const folder = workFolder();
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', [put(folder, 'our-rules.json', ['{ "preset": "classic" }'])]);
    await page.until(hasMissing);
    expect(await page.evaluate(listFiles)).toEqual(['our-rules.json']);
    expect(await page.evaluate(sayMissing)).toBe(
      'Still missing: a sheet of mentors and a sheet of mentees. Add them above.',
    );
    expect(await page.evaluate(() => document.querySelector('#config-problems') === null)).toBe(true);
    await page.click('.file button');
    await page.until(() => document.querySelector('.file, #missing') === null);
  });

  test.each([
    ['other settings', ['{', ' "name": "x", "lockfileVersion": 3,', ' "packages": {}', '}']],
    ['a list', ['[1]']],
    ['no JSON', ['{ "preset": ']],
  ])('a JSON of %s is no config, and is told as the command line tells it', async (_, lines) => {
    const folder = workFolder();
    const config = put(folder, 'package-lock.json', lines);
    const sheets = [put(folder, 'mentors.csv', MENTORS), put(folder, 'mentees.csv', SOUND_MENTEES)];
    const flags = ['--config', config, '--mentors', sheets[0]!, '--mentees', sheets[1]!, '--json'];
    const { stdout } = spawnSync(process.execPath, [resolve('bin/rmentor.js'), 'validate', ...flags], {
      encoding: 'utf8',
    });
    const told = JSON.parse(stdout).problems.filter(({ file }: { file: string }) => file.endsWith('package-lock.json'));
    expect(told.length).toBeGreaterThan(0);
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', [config]);
    await page.until(() => document.querySelector('#config-problems') !== null);
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('#config-problems li')].map(({ textContent }) => textContent.toLowerCase()),
    );
    expect(said.length).toBe(told.length);
    for (const [at, { code, message }] of told.entries()) {
      expect(said[at]).toContain(`${code}: ${message}`.toLowerCase());
    }
    expect(await listAxeFindings(page)).toEqual([]);
    await page.choose('#files', sheets);
    await page.until(() => document.querySelector('.problems li') !== null);
    const places = await page.evaluate(() =>
      [...document.querySelectorAll('.problems .m')].map(({ textContent }) => textContent),
    );
    expect(places.filter(place => place.includes('package-lock.json')).length).toBe(told.length);
    expect(places.filter(place => place.includes('rmentor.config.json'))).toEqual([]);
  });

  test('steps say how far each is and lead to its card, on a phone too', async () => {
    const folder = workFolder();
    const page = await openPage(browser, PROGRAM_PAGE, { width: 390, height: 800 });
    expect(await readSteps(page)).toEqual({
      texts: ['1. Sheets', '2. Columns', '3. Problems', '4. Rules', '5. Check and pair'],
      current: ['1. Sheets'],
      links: [true, null, null, null, null],
    });
    await page.choose('#files', [put(folder, 'mentors.csv', MENTORS), put(folder, 'mentees.csv', MENTEES)]);
    await page.until(() => document.querySelector('.asked') !== null);
    expect(await readSteps(page)).toEqual({
      texts: ['1. Sheets (done)', '2. Columns: 1 guess', '3. Problems: 1 left', '4. Rules', '5. Check and pair'],
      current: ['3. Problems: 1 left'],
      links: [true, true, true, true, true],
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await listAxeFindings(page)).toEqual([]);
    await page.click('.guess button');
    await page.until(() => document.querySelector('.guess') === null);
    await page.choose('#files', [put(folder, 'mentees.csv', SOUND_MENTEES)]);
    await page.until(isReady);
    expect((await readSteps(page)).current).toEqual(['5. Check and pair']);
    await page.click('#pair');
    await page.until(() => document.querySelector('#rules-part') !== null);
    const { texts, current, links } = await readSteps(page);
    expect(texts.filter(text => text.endsWith(' (done)')).length).toBe(5);
    expect([current, links]).toEqual([[], [true, true, true, true, true]]);
  });

  test('an example of a cell may break behind what separates its parts, and says what the cell says', async () => {
    const folder = workFolder();
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', [put(folder, 'mentors.csv', MENTORS), put(folder, 'mentees.csv', SOUND_MENTEES)]);
    await page.until(isReady);
    const examples = await page.evaluate(() =>
      [...document.querySelectorAll('.map td .s')].map(({ textContent, innerHTML }) => [textContent, innerHTML]),
    );
    expect(examples).toContainEqual(['ada.lang@example.org', 'ada.lang@<wbr>example.org']);
  });
});
