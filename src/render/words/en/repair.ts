import type { Side } from '../../../domain/roster.ts';
import { formatCount, formatNumber, joinNames } from './grammar.ts';

/** What is said where somebody leaves a finished run or comes late (`drop`, `add`). */
export const repair = {
  leaves: (name: string, side: Side, id: string): string => `${name} (${side}, ${id}) leaves the run.`,
  nobodyAffected: 'Nobody loses a tandem.',
  scored: (name: string, points: number): string => `${name} (${sayPoints(points)})`,
  loses: (name: string, id: string, side: Side, partners: readonly string[]): string =>
    `${name} (${side}, ${id}) had a tandem with ${joinNames(partners, 9)}.`,
  looksFor: (name: string, id: string, side: Side): string => `${name} (${side}, ${id}) is new.`,
  stepIns: (names: readonly string[]): string => `Could step in while nobody else moves: ${joinNames(names, 9)}.`,
  more: (mentors: number): string => `${mentors} more`,
  noStepIn: 'Nobody could step in while nobody else moves.',
  /** @param change how many points more than with the partner they lost; null where there is no such one. */
  stepIn: (name: string, points: number, change: number | null): string =>
    `${name} (${sayPoints(points)}${sayChange(change)})`,
  now: (names: readonly string[]): string => `Now: ${joinNames(names, 9)}.`,
  nobodyNow: 'Now: nobody.',
  served: (served: number, people: number, who: 'lost' | 'new' | 'waiting'): string => {
    switch (who) {
      case 'lost':
        return `${served} of ${formatCount(people, 'mentee')} who lost a mentor ${served === 1 || people === 1 ? 'has' : 'have'} one again.`;
      case 'new':
        return `${served} of ${formatCount(people, 'new mentee')} ${served === 1 || people === 1 ? 'has' : 'have'} a mentor.`;
      case 'waiting':
        return `${served} of ${formatCount(people, 'mentee')} without a mentor ${served === 1 || people === 1 ? 'has' : 'have'} one now.`;
    }
  },
  moved: (tandems: number): string =>
    tandems === 0 ? 'No other tandem moved.' : `${formatCount(tandems, 'other tandem')} moved:`,
  move: (mentee: string, from: string, to: readonly string[]): string =>
    to.length === 0 ? `${mentee} leaves ${from}` : `${mentee} moves from ${from} to ${joinNames(to, 9)}`,
  movedTold: (tandems: number): string =>
    `${formatCount(tandems, 'moved tandem')} ${tandems === 1 ? 'was' : 'were'} handed over already. Tell these people with: rmentor export --since`,
  notProven: 'This is not proven to be the fewest moves: some mentees want several mentors, or have priority.',
  noWay: 'Moving other tandems would not give a mentor to anybody else of them.',
  nextAt: (moves: number): string =>
    `To give one more a mentor, ${formatCount(moves, 'tandem')} would have to move: --may-move ${moves}.`,
  rowsHead: 'IN THE SHEETS',
  row: (file: string, row: number, column: string | null, word: string, name: string): string =>
    column === null
      ? `${file}, row ${row} (${name}): add a column "status" and write "${word}"`
      : `${file}, row ${row} (${name}): write "${word}" in the column "${column}"`,
  written: (folder: string): string =>
    `Written to ${folder}. Whom to tell is in ${folder}/changes.csv. Check it with: rmentor verify ${folder}`,
  dryRun: (folder: string, replaced: readonly string[]): string =>
    `Nothing was written. Without --dry-run, the repaired run would go to ${folder}${
      replaced.length === 0 ? '' : ` in place of ${joinNames(replaced, replaced.length)}`
    }.`,
};

function sayPoints(points: number): string {
  return points === 1 ? '1 point' : `${formatNumber(points)} points`;
}

function sayChange(change: number | null): string {
  if (change === null) return '';
  if (change === 0) return ', as before';
  return change < 0 ? `, ${formatNumber(-change)} fewer` : `, ${formatNumber(change)} more`;
}
