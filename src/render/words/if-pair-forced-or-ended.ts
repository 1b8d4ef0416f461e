import type { LevelChange, Move, WhatIf } from '../../domain/account.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { wrapText } from '../layout/lines.ts';
import { describeDemand, listShortages } from './clash.ts';
import { phraseCost } from './cost.ts';
import type { Words } from './en/index.ts';
import type { PairState } from './en/pair.ts';
import { computeDifference, convertToPoints, findLevelWords, isInSquares } from './levels.ts';

/** Who has whom in a run, and how people are called. */
export interface NamedRun {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly tandems: readonly Tandem[];
  readonly call: (side: Side, index: number) => string;
}

/** What every level comes to, and would come to: a table, most important first. */
export function formatLevelTable(levels: readonly LevelChange[], words: Words, width: number | null): string[] {
  const rows = [
    [...words.objective.levelColumns, ''],
    ...levels.map(change => [
      findLevelWords(change.level, words).label,
      formatValue(change, change.is, words),
      formatValue(change, change.wouldBe, words),
      phraseDifference(change, words),
    ]),
  ];
  const [first = 0, is = 0, would = 0, last = 0] = [0, 1, 2, 3].map(column =>
    Math.max(...rows.map(row => row[column]!.length)),
  );
  const left = width === null ? first : Math.min(first, width - is - would - last - 3 * GAP.length - INDENT);
  return rows.flatMap(([label = '', now = '', then = '', difference = '']) => {
    const [head = '', ...rest] = wrapText(label, left, 0, INDENT).split('\n');
    const cells = [head.padEnd(left), now.padStart(is), then.padStart(would), difference];
    return [cells.join(GAP).trimEnd(), ...rest].map(line => `${' '.repeat(INDENT)}${line}`);
  });
}

/** Between cells, and before rows. */
const GAP = '  ';
const INDENT = 2;

/** What forcing a pair, or ending a tandem, would cost, in a sentence or two. */
export function phrasePossibility(
  { levels, isBetter }: Pick<Extract<WhatIf, { kind: 'possible' }>, 'levels' | 'isBetter'>,
  state: PairState,
  words: Words,
): string {
  const cost = phraseCost(levels, words);
  if (cost === null) return words.pair.noCost(state);
  return isBetter && state === 'barred'
    ? words.pair.better(cost.changes)
    : words.pair.cost(state, cost.changes, cost.isFirst);
}

/** A value as people see it: points from thousandths, and unevenness as something that is better when small. */
function formatValue({ level }: LevelChange, value: number | null, { grammar }: Words): string {
  if (value === null) return '-';
  return grammar.formatNumber(isInSquares(level) ? 0 - value : convertToPoints(level, value));
}

function phraseDifference(change: LevelChange, { objective }: Words): string {
  const difference = convertToPoints(change.level, computeDifference(change));
  return objective.sayDifference(isInSquares(change.level) ? 0 - difference : difference);
}

/**
 * What happens to those who would move, a sentence each: mentees first, from the pair outwards, then mentors who would
 * have more or fewer. @param most how many sentences there may be about either.
 */
export function describeMoves(moves: readonly Move[], known: NamedRun, most: number, words: Words): string[] {
  const mentees = moves.slice(0, most).map(move => describeMenteeMoves(move, known, words));
  const more = moves.length - mentees.length;
  return [
    ...mentees,
    ...(more > 0 ? [words.whatIf.othersMove(more)] : []),
    ...describeLoadChanges(moves, known, words).slice(0, most),
  ];
}

function describeMenteeMoves(
  { mentee, leaves, joins }: Move,
  { tandems, call }: NamedRun,
  { whatIf: say }: Words,
): string {
  const who = call('mentee', mentee);
  const nameMentors = (mentors: readonly number[]) => mentors.map(mentor => call('mentor', mentor));
  const has = tandems.filter(tandem => tandem.mentee === mentee).length;
  if (joins.length > 0 && leaves.length > 0) return say.moves(who, nameMentors(joins), nameMentors(leaves));
  return joins.length > 0
    ? say.gains(who, nameMentors(joins), has > 0)
    : say.loses(who, nameMentors(leaves), has > leaves.length);
}

function describeLoadChanges(moves: readonly Move[], { tandems, call }: NamedRun, { whatIf: say }: Words): string[] {
  const changes = new Map<number, number>();
  const change = (by: number) => (mentor: number) => changes.set(mentor, (changes.get(mentor) ?? 0) + by);
  for (const { leaves, joins } of moves) {
    leaves.forEach(change(-1));
    joins.forEach(change(1));
  }
  return [...changes].flatMap(([mentor, by]) => {
    const now = tandems.filter(tandem => tandem.mentor === mentor).length;
    return by === 0 ? [] : [say.load(call('mentor', mentor), now + by, now)];
  });
}

/** Why a pair cannot be forced: what it clashes with, and what there is too little of. */
export function describeClash(
  { clash }: Extract<WhatIf, { kind: 'impossible' }>,
  pair: Tandem,
  { roster, terms }: NamedRun,
  words: Words,
): string {
  const others = clash.demands.filter(
    demand => demand.kind !== 'lock' || demand.note.mentor !== pair.mentor || demand.note.mentee !== pair.mentee,
  );
  const scarce = listShortages(clash.short, roster, terms, words);
  return others.length === 0
    ? words.whatIf.noRoom(scarce)
    : words.whatIf.clashes(
        others.map(demand => describeDemand(demand, roster, words)),
        scarce,
      );
}
