import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROWSERS, openPage } from '../support/browsers.ts';
import { listAxeFindings, makeModelReport, matchInFolder } from '../support/reports.ts';
import { readRows } from '../support/run-rows.ts';

const getCount = () => document.querySelector('.review-bar [role=status]')!.textContent!;
const getPair = () => document.querySelector('#pair-head')!.textContent!;

describe.each(BROWSERS)('in %s', browser => {
  test('tandems are approved and declined by key and by click, and the saved file drives the next run', async () => {
    const path = makeModelReport('en');
    const page = await openPage(browser, path);
    await page.click('a[href="#review"]');
    await page.click('.queue li:nth-child(1) button');
    const first = await page.evaluate(getPair);
    expect(await page.evaluate(() => document.querySelector('.act button')!.textContent)).toContain(
      'keeps this tandem in every later run',
    );
    await page.press('a');
    await page.until(() =>
      document.querySelector('.review-bar [role=status]')!.textContent!.startsWith('1 of 208 decided: 1 approved'),
    );
    await page.press('j');
    await page.until(() => document.querySelector('.queue li:nth-child(2) button')!.hasAttribute('aria-current'));
    const second = await page.evaluate(getPair);
    expect(second).not.toBe(first);
    await page.click('.act button:nth-child(2)');
    await page.click('.panel label:nth-of-type(2) input');
    await page.click('.panel button[type=submit]');
    expect(await page.evaluate(getCount)).toMatch(/^2 of 208 decided: 1 approved, 1 declined/u);
    await page.press('Tab');
    await page.click('.act .row button:nth-child(2)');
    expect(await page.evaluate(getCount)).toMatch(/^1 of 208 decided: 1 approved, 0 declined/u);
    await page.click('.act button:nth-child(2)');
    await page.click('.panel label:nth-of-type(2) input');
    await page.click('.panel button[type=submit]');
    await page.click('.act .row button:nth-child(1)');
    await page.type('.panel input', '=both "asked"; twice');
    await page.click('.panel button[type=submit]');
    expect(await listAxeFindings(page)).toEqual([]);
    const { name, bytes } = await page.download(() => page.click('.review-bar button'));
    expect(name).toBe('decisions.csv');
    await page.until(() => !document.querySelector('.review-bar [role=status]')!.textContent!.includes('not saved'));
    const folder = dirname(dirname(path));
    writeFileSync(join(folder, name), bytes);
    matchInFolder(folder, '--previous', name, '--out', 'next');
    const names = ({ mentor_name: mentor, mentee_name: mentee }: Record<string, string>) =>
      `${mentor} mentors ${mentee}`;
    const tandems = readRows(join(folder, 'next', 'tandems.csv'));
    expect(tandems.filter(({ status }) => status === 'approved').map(names)).toEqual([first]);
    expect(tandems.map(names)).not.toContain(second);
    const declined = readRows(join(folder, 'next', 'declined.csv'));
    expect(declined.map(names)).toEqual([second]);
    expect(declined[0]!['note']).toContain('They work too closely together: ');
    expect(declined[0]!['note']).toContain('both "asked"; twice');
    const { objective } = JSON.parse(readFileSync(join(folder, 'next', 'summary.json'), 'utf8'));
    expect(objective[0]).toMatchObject({ level: 'mentees', value: 208 });
  });

  test('keys do nothing where they are switched off, nor in a field', async () => {
    const page = await openPage(browser, makeModelReport('en'));
    await page.click('a[href="#review"]');
    await page.click('.queue li:nth-child(1) button');
    await page.press('n');
    await page.until(() => document.activeElement?.matches('.panel input') === true);
    await page.type('.panel input', 'a d');
    expect(await page.evaluate(getCount)).toMatch(/^0 of 208/u);
    await page.click('.panel .row button:last-of-type');
    await page.click('.check input');
    await page.click('.queue li:nth-child(2) button');
    await page.press('a');
    expect(await page.evaluate(getCount)).toMatch(/^0 of 208/u);
  });
});
