import { isBlank } from '../domain/noted-pairs.ts';
import type { PairNote } from '../domain/policy.ts';
import { contraryRounds, type Parsed, type Problem } from '../domain/problems.ts';
import type { HistoryNote } from './earlier-tandems.ts';

/**
 * What the rows of all files of the history come to. That two must not meet again holds for good. Whether a tandem
 * continues is said by its latest row alone, so that the file of an earlier round may stay: rows without a date count
 * as the latest, since they may be.
 * @returns notes on pairs, a list for each file in their order.
 */
export function settleHistory(files: readonly (readonly HistoryNote[])[]): Parsed<PairNote[][]> {
  const problems: Problem[] = [];
  const continuing = new Set<string>();
  for (const [key, rows] of groupByPair(files.flat())) {
    const latest = listLatest(rows);
    const first = latest.find(({ next }) => next === 'continue');
    if (first === undefined) continue;
    const other = rows.find(({ next }) => next === 'never') ?? latest.find(({ next }) => next !== 'continue');
    if (other === undefined) continuing.add(key);
    else problems.push(reportContrary(first, other));
  }
  const value = files.map(notes =>
    notes.map(one => makeNote(one, continuing.has(makeKey(one)))).filter(note => !isBlank(note)),
  );
  return { value, problems };
}

function groupByPair(notes: readonly HistoryNote[]): ReadonlyMap<string, readonly HistoryNote[]> {
  const byPair = new Map<string, HistoryNote[]>();
  for (const note of notes) {
    const known = byPair.get(makeKey(note));
    if (known === undefined) byPair.set(makeKey(note), [note]);
    else known.push(note);
  }
  return byPair;
}

function makeKey({ pair: { mentor, mentee } }: HistoryNote): string {
  return `${mentor} ${mentee}`;
}

function listLatest(rows: readonly HistoryNote[]): readonly HistoryNote[] {
  const last = rows.reduce((day, { date }) => (date > day ? date : day), '');
  return rows.filter(({ date }) => date === '' || date === last);
}

function makeNote({ file, pair, isOver, next }: HistoryNote, continues: boolean): PairNote {
  if (!continues) return { ...pair, met: !isOver, parted: next === 'never' };
  if (next !== 'continue') return pair;
  return { ...pair, continues, decided: { file, row: pair.row } };
}

function reportContrary(one: HistoryNote, other: HistoryNote): Problem {
  const location = { file: one.file, row: one.pair.row, column: 'next_round', value: 'continue' };
  return contraryRounds(location, other.file === one.file ? null : other.file, other.pair.row);
}
