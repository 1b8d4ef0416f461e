import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeNotes } from '../../src/domain/noted-pairs.ts';
import type { HistoryNote } from '../../src/parse/earlier-tandems.ts';
import { settleHistory } from '../../src/parse/settled-history.ts';
import { note } from '../support/rosters.ts';
import { runs } from '../support/runs.ts';

const DAYS = ['', '2023-06-30', '2024-06-30', '2025-06-30'];

const rows = fc.array(
  fc.record({
    file: fc.constantFrom('first.csv', 'second.csv'),
    mentor: fc.nat(1),
    date: fc.constantFrom(...DAYS),
    isOver: fc.boolean(),
    next: fc.constantFrom('', 'continue', 'never'),
  }),
  { maxLength: 7 },
);

type Row = typeof rows extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function makeFiles(given: readonly Row[]): HistoryNote[][] {
  const notes = given.map(({ mentor, next, ...row }, at) => ({
    ...row,
    next: next as HistoryNote['next'],
    pair: note({ mentor, mentee: 0, row: at + 2 }),
  }));
  return ['first.csv', 'second.csv'].map(file => notes.filter(one => one.file === file));
}

/** What the rows of a pair come to, in the plainest words: looks for a row that speaks against it. */
function settlePlainly(given: readonly Row[]) {
  const parted = given.some(({ next }) => next === 'never');
  const isLatest = (row: Row) => row.date === '' || !given.some(other => other.date > row.date);
  const latest = given.filter(isLatest);
  const continues = latest.length > 0 && !parted && latest.every(({ next }) => next === 'continue');
  return { parted, continues, met: !continues && given.some(({ isOver }) => !isOver) };
}

test('what the rows of a pair come to is what the latest of them say, and never is for good', () => {
  fc.assert(
    fc.property(rows, given => {
      const merged = mergeNotes(settleHistory(makeFiles(given)).value);
      for (const mentor of [0, 1]) {
        const own = given.filter(row => row.mentor === mentor);
        const { continues, parted, met } = merged.find(one => one.mentor === mentor) ?? note({ mentor, mentee: 0 });
        expect({ continues, parted, met }).toEqual(settlePlainly(own));
      }
    }),
    { numRuns: runs(200) },
  );
});

test('what the files come to does not depend on the order of rows and files', () => {
  const settle = (given: readonly Row[]) =>
    mergeNotes(settleHistory(makeFiles(given)).value).map(({ row: _, decided: __, ...one }) => one);
  fc.assert(
    fc.property(rows, given => {
      const swapped = given
        .toReversed()
        .map((row): Row => ({ ...row, file: row.file === 'first.csv' ? 'second.csv' : 'first.csv' }));
      expect(settle(swapped)).toEqual(settle(given));
    }),
    { numRuns: runs(200) },
  );
});

test('who wishes to continue is told where another row of no earlier date says otherwise', () => {
  fc.assert(
    fc.property(rows, given => {
      const { problems } = settleHistory(makeFiles(given));
      const isContrary = [0, 1].map(mentor => {
        const own = given.filter(row => row.mentor === mentor);
        const latest = own.filter(row => row.date === '' || !own.some(other => other.date > row.date));
        return latest.some(({ next }) => next === 'continue') && !settlePlainly(own).continues;
      });
      expect(problems).toHaveLength(isContrary.filter(Boolean).length);
    }),
    { numRuns: runs(200) },
  );
});
