import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderReportPage } from '../../src/web/report/page.tsx';
import { BROWSERS, openPage } from '../support/browsers.ts';
import { workFolder } from '../support/run.ts';

const words = {
  ...{ filter: 'Filter', rows: 'Rows {from} to {to} of {all}', noneFound: 'None of {all}', back: 'Back', on: 'On' },
  ...{ rowsFound: 'Rows {from} to {to} of {found} found in {all}', page: 'Page {page} of {pages}', pages: 'Pages' },
  ...{ tandems: 'Tandems', mentor: 'Mentor', mentee: 'Mentee', points: 'Points' },
};

/** A page of 250 tandems on the disk. */
function writePage(mentor: (at: number) => string): string {
  const tandems = Array.from({ length: 250 }, (_, at) => ({ mentor: mentor(at), mentee: `B${at}`, points: at / 4 }));
  const path = join(workFolder(), 'report.html');
  writeFileSync(path, renderReportPage({ title: 'Tandems', language: 'en', data: { tandems, words } }));
  return path;
}

const listCells = () => [...document.querySelectorAll('tbody tr')].map(row => row.querySelector('td')!.textContent);
const getStatus = () => document.querySelector('[role=status]')!.textContent;

describe.each(BROWSERS)('in %s', browser => {
  test('a report opens from the disk without a message or a request, and finds, sorts and turns pages', async () => {
    const page = await openPage(
      browser,
      writePage(at => `A${at}`),
    );
    expect(await page.evaluate(getStatus)).toBe('Rows 1 to 100 of 250');
    await page.click('.pager button:last-child');
    expect(await page.evaluate(getStatus)).toBe('Rows 101 to 200 of 250');
    await page.type('input[type=search]', 'a24');
    expect(await page.evaluate(getStatus)).toBe('Rows 1 to 11 of 11 found in 250');
    await page.click('th.number button');
    expect((await page.evaluate(listCells)).slice(0, 3)).toEqual(['A249', 'A248', 'A247']);
    expect(await page.evaluate(() => document.querySelector('th.number')!.getAttribute('aria-sort'))).toBe(
      'descending',
    );
  });

  test.each(['</script><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'&amp;\u2028\u202e<!--"])(
    'the name %j is text',
    async name => {
      const page = await openPage(
        browser,
        writePage(() => name),
      );
      expect((await page.evaluate(listCells))[0]).toBe(name);
    },
  );
});
