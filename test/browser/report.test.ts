import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROWSERS, openPage } from '../support/browsers.ts';
import { listAxeFindings, makeModelReport, makeReport } from '../support/reports.ts';

/** The cells of a table as they are read. */
const listRows = (selector: string) =>
  [...document.querySelectorAll(`${selector} tbody tr`)].map(row =>
    [...row.querySelectorAll('td')].map(cell => (cell.querySelector('.name') ?? cell).textContent),
  );
const getStatus = () => document.querySelector('#tandems [role=status]')!.textContent;
const listTiles = () =>
  [...document.querySelectorAll('.tile')].map(tile => tile.querySelector('.n')!.textContent!.trim());

const getAcrossNote = () => document.querySelectorAll('.tile')[2]!.querySelector('dd.s')!.textContent;

/** Cards of the first view that hold a sentence and are more than half empty. */
const listEmptyBoxes = () =>
  [...document.querySelectorAll('#overview .card')].flatMap(card => {
    const last = card.lastElementChild!;
    const isEmpty = card.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom > 40;
    return last.matches('.lead') && isEmpty ? [card.getAttribute('aria-labelledby')] : [];
  });

describe.each(BROWSERS)('in %s', browser => {
  test('a report opens from the disk without a message or a request, and its figures are those of the run', async () => {
    const path = makeModelReport('en');
    const page = await openPage(browser, path);
    const { tandems, wanted, coverage, people } = JSON.parse(readFileSync(join(dirname(path), 'summary.json'), 'utf8'));
    const tiles = await page.evaluate(listTiles);
    expect(tiles.slice(0, 2)).toEqual([`${tandems} of ${wanted} wanted`, `${coverage.percent} %`]);
    expect(tiles[4]).toBe(`${people.mentees - coverage.part} of ${people.mentees}`);
    expect(await page.evaluate(() => [...document.querySelectorAll('.view.shown')].map(view => view.id))).toEqual([
      'overview',
    ]);
  });

  test('where nobody is paired, that is why there is no figure, and no card is an empty box', async () => {
    const sheet = (id: string, name: string) => [
      ['id', 'name', 'department'],
      [id, name, 'IT'],
    ];
    const config = JSON.stringify({ must: [{ rule: 'different', field: 'department' }] });
    const path = makeReport(sheet('1', 'Ada Lang'), sheet('2', 'Bo Li'), { 'rmentor.config.json': config });
    const page = await openPage(browser, path);
    expect(await page.evaluate(getAcrossNote)).toBe('no tandem');
    expect(await page.evaluate(listEmptyBoxes)).toEqual([]);
    expect(await listAxeFindings(page)).toEqual([]);
  });

  test('where there are tandems and no departments, that is said', async () => {
    const sheet = (id: string, name: string) => [
      ['id', 'name'],
      [id, name],
    ];
    const page = await openPage(browser, makeReport(sheet('1', 'Ada Lang'), sheet('2', 'Bo Li')));
    expect(await page.evaluate(getAcrossNote)).toBe('no department known');
    expect(await page.evaluate(listEmptyBoxes)).toEqual([]);
  });

  test('the table of all tandems finds, sorts and turns pages, by keys too', async () => {
    const path = makeModelReport('en');
    const lines =
      readFileSync(join(dirname(path), 'tandems.csv'), 'utf8')
        .trim()
        .split('\n').length - 1;
    const page = await openPage(browser, path);
    await page.click('a[href="#tandems"]');
    await page.until(() => document.activeElement?.id === 'tandems-head');
    expect(await page.evaluate(getStatus)).toBe(`Rows 1 to 100 of ${lines}`);
    await page.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.click('#tandems .pager button:last-child');
    expect(await page.evaluate(getStatus)).toBe(`Rows 101 to 200 of ${lines}`);
    const [first] = await page.evaluate(listRows, '#tandems');
    await page.type('#tandems input', first![0]!.toUpperCase());
    await page.until(() => document.querySelector('#tandems [role=status]')!.textContent!.includes('found'));
    const found = await page.evaluate(listRows, '#tandems');
    expect(found.length).toBeLessThan(10);
    expect(found.filter(([mentor, mentee]) => mentor !== first![0] && mentee !== first![0])).toEqual([]);
    await page.evaluate(() => (document.querySelector('#tandems input') as HTMLInputElement).select());
    await page.press('Backspace');
    await page.until(() => !document.querySelector('#tandems [role=status]')!.textContent!.includes('found'));
    await page.click('#tandems th:nth-child(3) button');
    const points = (await page.evaluate(listRows, '#tandems')).map(row => Number(row[2]));
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(points[0]!).toBeGreaterThan(points.at(-1)!);
  });

  test('names and headers that are no names change nothing but text', async () => {
    const hostile = [
      '</script><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'&amp;<!--",
      '\u2028\u2029<b>bold</b>',
      '=HYPERLINK("http://127.0.0.1:47123/")',
      'x'.repeat(700),
      '{from} {{to}} $& $1',
    ];
    const header = ['id', 'name', 'department', 'country', 'team <i>'];
    const path = makeReport(
      [header, ...hostile.map((name, at) => [`M${at}`, name, hostile.at(-1 - at)!, 'DE', name])],
      [header, ...hostile.map((name, at) => [`E${at}`, `${name} too`, name, 'FR', name])],
    );
    const page = await openPage(browser, path);
    expect(await page.evaluate(() => document.querySelectorAll('img, b > b, main script').length)).toBe(0);
    await page.click('a[href="#tandems"]');
    const names = new Set((await page.evaluate(listRows, '#tandems')).map(([mentor]) => mentor));
    expect([...names].sort()).toEqual(hostile.map(name => name.trim()).sort());
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
  });

  test('words of 700 letters are broken on a phone, in each view', async () => {
    const long = 'x'.repeat(700);
    const path = makeReport(
      [
        ['id', 'name', 'department', 'country', 'city', 'topics', 'languages'],
        ...['1', '2'].map(id => [id, `${long}${id}`, long, 'DE', long, long, 'de']),
      ],
      [
        ['id', 'name', 'department', 'country', 'city', 'topics', 'languages'],
        ...['3', '4', '5', '6'].map(id => [id, `${long}${id}`, `${long}s`, 'DE', long, long, 'de']),
      ],
    );
    const page = await openPage(browser, path, { width: 390 });
    const widths: Record<string, number> = {};
    for (const view of ['overview', 'review', 'tandems', 'without', 'rules']) {
      await page.click(`a[href="#${view}"]`);
      widths[view] = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    }
    expect(widths).toEqual({ overview: 0, review: 0, tandems: 0, without: 0, rules: 0 });
  });

  test('without any optional column, and with everybody paired, it says so', async () => {
    const path = makeReport(
      [
        ['id', 'name'],
        ['1', 'Ada'],
      ],
      [
        ['id', 'name'],
        ['2', 'Ben'],
      ],
    );
    const page = await openPage(browser, path);
    const text = await page.evaluate(() => document.querySelector('main')!.textContent!);
    expect(text).toContain('Everybody has a tandem.');
    expect(text).toContain('The sheets name no departments');
    expect(text).toContain('There are no upper limits.');
    expect(await page.evaluate(() => document.querySelectorAll('#without table, .mx td.own').length)).toBe(0);
    expect(await listAxeFindings(page)).toEqual([]);
  });
});

// Firefox takes its time: how a page looks and which language it has makes no difference to what axe asks there.
test.each([
  ['chromium', 'light', ['en', 'de']],
  ['chromium', 'dark', ['en', 'de']],
  ['chromium', 'narrow', ['en', 'de']],
  ['firefox', 'light', ['de']],
] as const)('axe finds nothing wrong in %s, %s, in %j', async (browser, look, languages) => {
  for (const language of languages) {
    const path = makeModelReport(language);
    const page = await openPage(browser, path, { isDark: look === 'dark', width: look === 'narrow' ? 390 : 1280 });
    for (const view of ['overview', 'review', 'tandems', 'without', 'rules']) {
      await page.click(`a[href="#${view}"]`);
      expect({ view, language, found: await listAxeFindings(page) }).toEqual({ view, language, found: [] });
    }
  }
});

test('the page of the model programme is small', () => {
  expect(statSync(makeModelReport('en')).size).toBeLessThan(300_000);
});

test('a printed table has its head on each page, and each row is whole', async ({ skip }) => {
  skip(spawnSync('pdftotext', ['-v']).error !== undefined, 'pdftotext (poppler-utils) is not installed');
  const path = makeModelReport('en');
  const page = await openPage('chromium', path);
  const pdf = join(dirname(path), 'report.pdf');
  await page.print(pdf);
  const pages = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.split('\f');
  const isHead = (line: string) => /^ *Mentor +Mentee +Fit/u.test(line);
  const printed = pages
    .map(text => text.split('\n').filter(line => line.trim() !== ''))
    .filter(lines => lines.some(isHead));
  expect(printed.length).toBeGreaterThan(5);
  // Behind the head, each row is a line of names and a line of what they do where; the first page has the title above.
  for (const [at, lines] of printed.entries()) expect(lines.findIndex(isHead)).toBe(at === 0 ? 1 : 0);
  const rows = printed.flatMap(lines => lines.filter(line => / (?:open|approved) *$/u.test(line)));
  expect(rows.length).toBe(208);
  for (const lines of printed) expect(lines.at(-1)).toMatch(/ · /u);
});

test('all rows are there while it is printed', async () => {
  const page = await openPage('chromium', makeModelReport('en'));
  const count = () => document.querySelectorAll('#tandems tbody tr').length;
  expect(await page.evaluate(count)).toBe(100);
  await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
  await page.until(() => document.querySelectorAll('#tandems tbody tr').length === 208);
  await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
  await page.until(() => document.querySelectorAll('#tandems tbody tr').length === 100);
});
