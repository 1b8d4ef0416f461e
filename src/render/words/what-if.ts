import type { LevelChange, Move, WhatIf } from '../../domain/account.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { describeDemand, listShortages } from './clash.ts';
import { computeDifference, convertToPoints, findLevelWords, phraseLevelChange } from './levels.ts';

/** Who has whom in a run, and how people are called. */
export interface NamedRun {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly tandems: readonly Tandem[];
  readonly call: (side: Side, index: number) => string;
}

/** What every level comes to, and would come to: a table, most important first. */
export function formatLevelTable(levels: readonly LevelChange[]): string[] {
  const rows = [
    ['what counts, in this order', 'now', 'then', ''],
    ...levels.map(change => [
      findLevelWords(change.level).label,
      formatValue(change, change.is),
      formatValue(change, change.wouldBe),
      phraseDifference(change),
    ]),
  ];
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]!.length)));
  return rows.map(([label = '', is = '', would = '', words = '']) =>
    `${label.padEnd(widths[0]!)}  ${is.padStart(widths[1]!)}  ${would.padStart(widths[2]!)}  ${words}`.trimEnd(),
  );
}

/** A value as people see it: points from thousandths, and unevenness as something that is better when small. */
function formatValue({ level }: LevelChange, value: number | null): string {
  if (value === null) return '-';
  return String(findLevelWords(level).unit === 'squares' ? 0 - value : convertToPoints(level, value));
}

function phraseDifference(change: LevelChange): string {
  const difference = computeDifference(change);
  if (difference === 0) return 'the same';
  const isLess = findLevelWords(change.level).unit === 'squares' ? difference > 0 : difference < 0;
  return `${convertToPoints(change.level, Math.abs(difference))} ${isLess ? 'less' : 'more'}`;
}

/** "as many mentees with a mentor and as many tandems as now, but 1 cross-department tandem fewer and 12 points less in all". */
export function describeLevelChanges(levels: readonly LevelChange[]): string {
  const first = levels.findIndex(change => computeDifference(change) !== 0);
  if (first < 0) return 'nothing that counts would change: between equals, a hash of the ids decides';
  const same = levels.slice(0, first).map(change => `as many ${findLevelWords(change.level).label}`);
  const changes = levels
    .slice(first)
    .filter(change => computeDifference(change) !== 0)
    .map(phraseLevelChange);
  const others = joinNames(changes, 9);
  return same.length === 0 ? `there would be ${others}` : `there would be ${joinNames(same, 9)} as now, but ${others}`;
}

/**
 * What happens to those who would move, a sentence each: mentees first, from the pair outwards, then mentors who would have
 * more or fewer. @param most how many sentences there may be about either.
 */
export function describeMoves(moves: readonly Move[], known: NamedRun, most: number): string[] {
  const mentees = moves.slice(0, most).map(move => describeMenteeMoves(move, known));
  const more = moves.length - mentees.length;
  return [
    ...mentees,
    ...(more > 0 ? [`${formatCount(more, 'more mentee')} would have other mentors.`] : []),
    ...describeLoadChanges(moves, known).slice(0, most),
  ];
}

function describeMenteeMoves({ mentee, leaves, joins }: Move, { tandems, call }: NamedRun): string {
  const who = call('mentee', mentee);
  const nameMentors = (mentors: readonly number[]) =>
    joinNames(
      mentors.map(mentor => call('mentor', mentor)),
      9,
    );
  const has = tandems.filter(tandem => tandem.mentee === mentee).length;
  if (joins.length > 0 && leaves.length > 0)
    return `${who} would have ${nameMentors(joins)} instead of ${nameMentors(leaves)}.`;
  if (joins.length > 0)
    return has > 0
      ? `${who} would have ${nameMentors(joins)}, too.`
      : `${who}, who has no mentor now, would have ${nameMentors(joins)}.`;
  const rest = has > leaves.length ? '' : ' and have no mentor';
  return `${who} would lose ${nameMentors(leaves)}${rest}.`;
}

function describeLoadChanges(moves: readonly Move[], { tandems, call }: NamedRun): string[] {
  const changes = new Map<number, number>();
  const change = (by: number) => (mentor: number) => changes.set(mentor, (changes.get(mentor) ?? 0) + by);
  for (const { leaves, joins } of moves) {
    leaves.forEach(change(-1));
    joins.forEach(change(1));
  }
  return [...changes].flatMap(([mentor, by]) => {
    const now = tandems.filter(tandem => tandem.mentor === mentor).length;
    return by === 0
      ? []
      : [`${call('mentor', mentor)} would have ${formatCount(now + by, 'mentee')} instead of ${now}.`];
  });
}

/** Why a pair cannot be forced: what it clashes with, and what there is too little of. */
export function describeClash(
  { clash }: Extract<WhatIf, { kind: 'impossible' }>,
  pair: Tandem,
  { roster, terms }: NamedRun,
): string {
  const others = clash.demands.filter(
    demand => demand.kind !== 'lock' || demand.note.mentor !== pair.mentor || demand.note.mentee !== pair.mentee,
  );
  const scarce = listShortages(clash.short, roster, terms);
  const why = scarce.length === 0 ? '' : `: ${joinNames(scarce, 9)}`;
  if (others.length === 0) return `there is no room for it${why}`;
  return `it clashes with what must be (${joinNames(
    others.map(demand => describeDemand(demand, roster)),
    9,
  )})${why}`;
}
