import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/commands/shared/inputs.ts';
import { mergeAlikeProblems } from '../../../src/render/text/alike-problems.ts';
import { renderAnnotations } from '../../../src/render/text/annotations.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import type { ToldProblem } from '../../../src/render/words/problem.ts';
import { workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';
import { told } from '../../support/told.ts';

const PROBLEM: ToldProblem = {
  severity: 'error',
  code: 'E012',
  file: 'mentors.csv',
  row: 2,
  column: 'capacity',
  value: 'x',
  message: '"x" is no number',
  hint: 'write digits only',
};

const problem = fc.record({
  severity: fc.constantFrom('error' as const, 'warning' as const),
  code: fc.constantFrom('E012' as const, 'E007' as const),
  file: fc.constantFrom('a.csv', 'b.csv'),
  row: fc.option(fc.integer({ min: 2, max: 40 })),
  column: fc.constantFrom('x', null),
  value: fc.constant(null),
  message: fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six', 'seven'),
  hint: fc.constantFrom('do it', null),
});

/** The rows that a message names behind what it says. */
function rowsIn(message: string): number[] {
  return [...message.matchAll(/(\d+)(?:–(\d+))?/gu)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  );
}

const kindOf = ({ severity, code, file, column }: ToldProblem) => [severity, code, file, column].join();

describe('problems as people read them', () => {
  test('name every row that has a problem, and no other, the gravest first', () => {
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 30 }), problems => {
        const merged = mergeAlikeProblems(problems, en);
        const graveness = merged.map(({ severity, row }) => [severity, row === null ? 0 : 1].join());
        // Kinds stay together: one that has a place and one that has none are not told apart any further.
        expect(graveness.map(text => text.split(',')[0])).toEqual(graveness.map(text => text.split(',')[0]).toSorted());
        for (const kind of new Set(problems.map(kindOf))) {
          const rows = merged
            .filter(one => kindOf(one) === kind && one.row !== null)
            .flatMap(({ row, message }) => [row!, ...rowsIn(message.replace(/^\d+ more like these/u, ''))]);
          const found = problems.filter(one => kindOf(one) === kind && one.row !== null).map(({ row }) => row!);
          if (merged.some(({ message }) => message.endsWith(' more'))) continue;
          expect(new Set(rows)).toEqual(new Set(found));
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test('are one where the same is said of several rows', () => {
    const rows = [5, 9, 10, 11, 2].map(row => ({ ...PROBLEM, row }));
    expect(mergeAlikeProblems(rows, en)).toEqual([
      { ...PROBLEM, row: 5, message: '"x" is no number; rows 2 and 9–11 too' },
    ]);
    expect(mergeAlikeProblems(rows.slice(0, 2), en).map(({ message }) => message)).toEqual([
      '"x" is no number; row 9 too',
    ]);
  });

  test('of many of a kind five are told, and the rows of all others counted', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...PROBLEM, row: 2 * index, message: `no ${index}` }));
    const merged = mergeAlikeProblems(many, en);
    expect(merged).toHaveLength(6);
    expect(merged.at(-1)).toMatchObject({
      message: '55 more like these: rows 10, 12, 14, 16, 18, 20, 22, 24, 26, 28 and 45 more',
      hint: null,
    });
  });

  test('name their rows in German', () => {
    const rows = [5, 9, 10, 11, 2].map(row => ({ ...PROBLEM, row }));
    expect(mergeAlikeProblems(rows, de)[0]?.message).toBe('"x" is no number; ebenso Zeilen 2 und 9–11');
    expect(mergeAlikeProblems(rows.slice(0, 2), de)[0]?.message).toBe('"x" is no number; ebenso Zeile 9');
  });

  test('settings are told one by one', () => {
    const settings = Array.from({ length: 8 }, () => ({ ...PROBLEM, row: null }));
    expect(mergeAlikeProblems(settings, en)).toEqual(settings);
  });
});

const SECRET = 'Geheim';

/** Cells in which another program left its traces, in a column that nobody uses. */
const TRACES = [
  `${SECRET}\ufffdx`,
  `${SECRET}Ã¼`,
  `${SECRET}\u0001`,
  `${SECRET} &amp; x`,
  `${SECRET[0]}\u0435${SECRET}`,
];

describe('what is nobody’s business', () => {
  test.each(TRACES)('no message quotes %j of a column that is not used', async cell => {
    const folder = workFolder();
    const mentors = join(folder, 'mentors.csv');
    writeFileSync(mentors, `name,email,department,country,notes\nAda,ada@example.org,IT,DE,${cell}\n`);
    const { problems } = await readInputs({ config: null, mentors, mentees: mentors });
    const about = problems.map(told).filter(({ column, code }) => column === 'notes' || code === 'W071');
    expect(about.length).toBeGreaterThan(0);
    expect(JSON.stringify(about)).not.toContain(SECRET);
  });

  test('but of one that a rule is about', async () => {
    const folder = workFolder();
    const sheet = (name: string) => {
      const text = `name,email,department,country,notes\nAda,${name}@example.org,IT,DE,${SECRET} &amp; x\n`;
      writeFileSync(join(folder, `${name}.csv`), text);
    };
    for (const name of ['mentors', 'mentees']) sheet(name);
    const config = join(folder, 'rmentor.config.json');
    const prefer = [{ rule: 'same', field: 'notes', weight: 5 }];
    writeFileSync(config, JSON.stringify({ mentors: 'mentors.csv', mentees: 'mentees.csv', prefer }));
    const { problems } = await readInputs({ config });
    expect(JSON.stringify(problems.map(told))).toContain(`${SECRET} &amp; x`);
  });

  test('e-mail addresses go into no annotation', () => {
    const message = 'the address "Ada.Lang+hr@example.org" stands in row 2 too, and so does <ben@example.co.uk>';
    const hint = 'did you mean carla.ruiz@example.org?';
    const text = renderAnnotations([{ ...PROBLEM, message, hint }], () => null);
    expect(text).toContain('the address "…@…" stands in row 2 too, and so does <…@…> (did you mean …@…?)');
    expect(text).not.toContain('example');
  });
});
