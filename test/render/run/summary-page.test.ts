import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/matching.ts';
import { makeShare } from '../../../src/domain/share.ts';
import { match } from '../../../src/features/match/match.ts';
import { formatTable } from '../../../src/render/run/markdown.ts';
import { renderSummaryPage as renderPage } from '../../../src/render/run/summary-page.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { limit, mentee, mentor, roster, terms } from '../../support/rosters.ts';
import { runMatch, runVerify, workFolder } from '../../support/run.ts';

const renderSummaryPage = (summary: Summary) => renderPage(summary, '0123456789ab', en);

async function finished() {
  const run = join(workFolder(), 'run');
  const said = await runMatch({ config: 'fixtures/explain/rmentor.config.json', out: run });
  expect(said.exit, said.err).toBe(0);
  return { run, file: join(run, 'summary.md') };
}

/** What a page says under a heading, line by line, without the number of the run behind the last. */
function section(page: string, title: string): string[] {
  const lines = page.split('\n');
  const begin = lines.findIndex(line => line.replace(/^#+ /u, '') === title);
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('#'));
  return begin < 0
    ? []
    : lines.slice(begin + 1, end < 0 ? undefined : end).filter(line => line !== '' && !NUMBER.test(line));
}

const NUMBER = /^(?:Run|Lauf) \w{12}\./u;

function summaryOf(
  person: Parameters<typeof mentor>[1],
  limits: NonNullable<Parameters<typeof terms>[0]>['limits'] = [],
): Summary {
  const people = roster([mentor('ada', { languages: ['en'], ...person })], [mentee('eva', { languages: ['en'] })]);
  const outcome = match(people, terms({ limits }));
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return outcome.matching.summary;
}

describe('summary.md', () => {
  test('says what the page beside the sheets says, and is proven', async () => {
    const { run, file } = await finished();
    expect(readFileSync(file, 'utf8')).toBe(readFileSync('fixtures/explain/summary.md', 'utf8'));
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
  });

  test.each<[what: string, change: (page: string) => string, says: string]>([
    [
      'another number',
      page => page.replace('| Tandems | 3 |', '| Tandems | 4 |'),
      'summary.md says "| Tandems | 4 |  |" in line 7; it must be "| Tandems | 3 |  |"',
    ],
    ['a line less', page => page.replace(/\| mentors [^\n]*\n(?=\nRun)/u, ''), 'summary.md says "" in line'],
    ['a line more', page => `${page}Nobody.\n`, 'summary.md says "Nobody." in line 88; it must be ""'],
    ['an empty line more', page => `${page}\n`, 'summary.md goes on after line 88'],
  ])('is refuted with %s', async (_, change, says) => {
    const { run, file } = await finished();
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringContaining(`REFUTED: ${says}`) });
  });

  test('leaves out wishes where there are none, and says what became of them where there are', () => {
    const summary = summaryOf({});
    expect(renderSummaryPage(summary)).not.toContain('Wishes');
    const mentees = { met: makeShare(3, 4), byRank: [{ rank: 1, share: makeShare(3, 4) }], none: makeShare(1, 4) };
    const page = renderSummaryPage({ ...summary, wishes: { ...summary.wishes, mentees } });
    expect(section(page, 'Wishes').slice(2)).toEqual([
      '| mentees | first choice | 3 | 75.0 % |',
      '| mentees | none of them | 1 | 25.0 % |',
    ]);
  });

  test('says that everybody has a tandem, or who has none and why', () => {
    expect(section(renderSummaryPage(summaryOf({})), 'Without a tandem')).toEqual(['Everybody has a tandem.']);
    const shut = renderSummaryPage(summaryOf({}, [limit({ place: 'DE', side: 'mentee', max: 0 })]));
    expect(section(shut, 'Without a tandem').slice(2)).toEqual([
      '| mentees | a limit is used up | 1 |',
      '| mentors | a limit is used up | 1 |',
    ]);
    expect(section(shut, 'Summary').join()).not.toContain('Fit in all');
    expect(section(shut, 'Countries')).toContain(
      '- One more mentee could be paired if this limit were raised by 1: Germany (mentees).',
    );
  });

  test('names who withdrew, tandems against a rule, and the worst tandem where there is none', () => {
    const summary = summaryOf({});
    const page = renderSummaryPage({
      ...summary,
      people: { ...summary.people, withdrawn: 2 },
      overrides: [{ mentor: 'ada', mentee: 'eva', rules: ['below', 'same-city'], reason: 'they asked | twice' }],
      objective: [{ level: 'worst', value: null, oneLess: null }],
    });
    expect(section(page, 'Summary')).toContain('| Withdrawn | 2 | not included in any other figure |');
    expect(section(page, 'Rules')).toContain(
      '- ada and eva are a forced pair that breaks below and same-city: they asked \\| twice',
    );
    expect(section(page, 'Goals')).toContain('| Points of the lowest tandem | no tandem |');
  });

  test('is in German where the run is', () => {
    const page = renderPage(summaryOf({}, [limit({ place: 'DE', side: 'mentee', max: 0 })]), '0123456789ab', de);
    expect(section(page, 'Ohne Tandem').slice(2)).toEqual([
      '| Mentees | eine Obergrenze ist erreicht | 1 |',
      '| Mentoren | eine Obergrenze ist erreicht | 1 |',
    ]);
    expect(section(page, 'Zusammenfassung')).toContain('| Mentees mit Tandem | 0 % | 0 von 1 Mentee |');
  });

  test('shows every text as it is, and in its cell', () => {
    const page = renderSummaryPage(summaryOf({ department: 'R&D | <b>*new*</b>\n# [x](y) `z` \\|' }));
    const row = section(page, 'Departments').find(line => line.includes('new')) ?? '';
    expect(row).toBe(
      '| R\\&D \\| \\<b\\>\\*new\\*\\</b\\> \\# \\[x\\](y) \\`z\\` \\\\\\| | 1 | 1 | 0 | 0 | (none) 1 |',
    );
  });

  test('puts columns of numbers at the right', () => {
    const columns = [
      { name: 'a', cell: ([a]: readonly [string, number]) => a },
      { name: 'b', cell: ([, b]: readonly [string, number]) => b },
    ];
    expect(formatTable(columns, [['x', 1]])).toEqual(['| a | b |', '| --- | ---: |', '| x | 1 |']);
  });
});
