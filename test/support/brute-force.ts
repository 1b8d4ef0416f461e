import type { Level } from '../../src/domain/policy.ts';
import type { Mentee, Mentor } from '../../src/domain/roster.ts';
import type { Programme } from './rosters.ts';

/**
 * The best value of each level of the objective, in order, by trying every set of tandems; null where no set meets the
 * minimums and locks. Written from the words of the policy, with nothing of the program but its types.
 */
export function bestByTrying(programme: Programme): number[] | null {
  const pairs = eligiblePairs(programme);
  let best: number[] | null = null;
  const chosen: Pair[] = [];
  const tryFrom = (next: number) => {
    if (next === pairs.length) {
      if (!meetsDemands(programme, chosen)) return;
      const values = programme.terms.policy.objective.map(level => worthOf(level, programme, chosen));
      if (best === null || isBetter(values, best)) best = values;
      return;
    }
    tryFrom(next + 1);
    chosen.push(pairs[next] as Pair);
    if (isAllowed(programme, chosen)) tryFrom(next + 1);
    chosen.pop();
  };
  tryFrom(0);
  return best;
}

export interface Pair {
  readonly mentor: Mentor;
  readonly mentee: Mentee;
  readonly locked: boolean;
  readonly points: number;
}

export function eligiblePairs({ roster, terms }: Programme): Pair[] {
  return roster.mentors.flatMap((mentor, m) =>
    roster.mentees.flatMap((mentee, e) => {
      const note = terms.pairs.find(pair => pair.mentor === m && pair.mentee === e);
      const talk = mentor.languages.some(language => mentee.languages.includes(language));
      if (!talk || note?.banned) return [];
      return [{ mentor, mentee, locked: note?.locked ?? false, points: note?.points ?? 0 }];
    }),
  );
}

function isAllowed({ terms }: Programme, chosen: readonly Pair[]): boolean {
  const { mentor, mentee } = chosen.at(-1) as Pair;
  return (
    chosen.filter(pair => pair.mentor === mentor).length <= mentor.capacity &&
    chosen.filter(pair => pair.mentee === mentee).length <= mentee.wants &&
    terms.limits.every(({ side, country, max }) => chosen.filter(pair => pair[side].country === country).length <= max)
  );
}

function meetsDemands(programme: Programme, chosen: readonly Pair[]): boolean {
  return (
    programme.terms.limits.every(
      ({ side, country, min }) => chosen.filter(pair => pair[side].country === country).length >= min,
    ) && programme.terms.pairs.filter(note => note.locked).length === chosen.filter(pair => pair.locked).length
  );
}

function worthOf(level: Level, { roster }: Programme, chosen: readonly Pair[]): number {
  switch (level.kind) {
    case 'mentees':
      return roster.mentees.filter(mentee => chosen.some(pair => pair.mentee === mentee)).length;
    case 'tandems':
      return chosen.length;
    case 'preference':
      return chosen.filter(({ mentor, mentee }) => mentor.department !== mentee.department).length;
    case 'score':
      return chosen.reduce((sum, pair) => sum + scoreOf(pair), 0);
    case 'balance':
      return (
        0 - roster.mentors.reduce((sum, mentor) => sum + chosen.filter(pair => pair.mentor === mentor).length ** 2, 0)
      );
  }
}

/** 3 points × the share of the mentee's topics that the mentor covers, in thousandths, and what pairs.csv adds. */
function scoreOf({ mentor, mentee, points }: Pair): number {
  if (mentee.topics.length === 0) return points;
  const covered = mentee.topics.filter(topic => mentor.topics.includes(topic)).length;
  return 3 * Math.round((1000 * covered) / mentee.topics.length) + points;
}

function isBetter(values: readonly number[], best: readonly number[]): boolean {
  const level = values.findIndex((value, index) => value !== best[index]);
  return level >= 0 && (values[level] ?? 0) > (best[level] ?? 0);
}
