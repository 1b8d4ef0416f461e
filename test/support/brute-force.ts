import type { Level } from '../../src/domain/policy.ts';
import type { Mentee, Mentor } from '../../src/domain/roster.ts';
import type { Programme } from './rosters.ts';

/** A pair that must be among the tandems, whatever bars it, or that must not be, whatever locks it; indexes into the roster. */
export interface Force {
  readonly mentor: number;
  readonly mentee: number;
  readonly wish: 'together' | 'apart';
}

/**
 * The best value of each level of the objective, in order (`mentees` as a list: how many of each priority, the highest
 * first), by trying every set of tandems; null where no set meets the demands. Written from the words of the policy, with
 * nothing of the program but its types.
 */
export function bestByTrying(given: Programme, force: Force | null = null): number[] | null {
  const programme = force === null ? given : unlocked(given, force);
  const { pairs, wanted } =
    force === null ? { pairs: eligiblePairs(programme), wanted: null } : choice(programme, force);
  let best: number[] | null = null;
  tryAll(programme, pairs, (values, chosen) => {
    if (wanted !== null && !chosen.includes(wanted)) return;
    if (best === null || isBetter(values, best)) best = values;
  });
  return best;
}

/**
 * Of how many mentees but the one of a forced pair the mentors differ at least between some tandems and a best set with the pair
 * forced; null where no set meets the demands.
 */
export function fewestMovedByTrying(
  given: Programme,
  force: Force,
  tandems: readonly Omit<Force, 'wish'>[],
): number | null {
  const programme = unlocked(given, force);
  const { pairs, wanted } = choice(programme, force);
  const { mentees } = programme.roster;
  const listMentors = (chosen: readonly Pair[]) =>
    mentees.map(mentee => chosen.flatMap(pair => (pair.mentee === mentee ? [pair.mentor.id] : [])).sort());
  const before = listMentors(tandems.map(({ mentor, mentee }) => pairOf(programme, mentor, mentee)));
  let best: { readonly values: readonly number[]; readonly moved: number } | null = null;
  tryAll(programme, pairs, (values, chosen) => {
    if (wanted !== null && !chosen.includes(wanted)) return;
    if (best !== null && isBetter(best.values, values)) return;
    const after = listMentors(chosen);
    const moved = mentees.filter((_, at) => at !== force.mentee && after[at]!.join() !== before[at]!.join()).length;
    if (best === null || isBetter(values, best.values) || moved < best.moved) best = { values, moved };
  });
  return (best as { readonly moved: number } | null)?.moved ?? null;
}

/**
 * For each level of the objective (`mentees` as a list) but the last one: how much more the next one comes to, if anything, for
 * some set of tandems that is as good as the best on all levels before, and no more than one worse on this one.
 */
export function gainsByTrying(programme: Programme): number[] {
  const best = bestByTrying(programme) ?? [];
  const gains = best.slice(1).map(() => 0);
  tryAll(programme, eligiblePairs(programme), values => {
    const level = values.findIndex((value, at) => value !== best[at]);
    if (level < 0 || level >= gains.length || values[level] !== best[level]! - 1) return;
    gains[level] = Math.max(gains[level]!, values[level + 1]! - best[level + 1]!);
  });
  return gains;
}

/**
 * The fewest approved pairs that some set of tandems goes without which meets all else, and the least that such pairs score
 * together; null where no set meets all else.
 */
export function leastReleased(programme: Programme): { readonly count: number; readonly score: number } | null {
  const approved = programme.terms.pairs
    .filter(note => note.approved && !note.locked && !note.continues)
    .map(({ mentor, mentee }) => pairOf(programme, mentor, mentee));
  let least: { count: number; score: number } | null = null;
  tryAll({ ...programme, terms: withoutObjective(programme.terms) }, eligiblePairs(programme), (_, chosen) => {
    const gone = approved.filter(pair => !chosen.some(one => one.mentor === pair.mentor && one.mentee === pair.mentee));
    const found = { count: gone.length, score: gone.reduce((sum, pair) => sum + scoreOf(pair), 0) };
    if (least === null || found.count < least.count || (found.count === least.count && found.score < least.score))
      least = found;
  });
  return least;
}

/**
 * For each number of tandems kept: the most points of a set of tandems that is as good as the best on all levels before `kept`.
 * null where no set meets the demands.
 */
export function pointsByKept(programme: Programme): ReadonlyMap<number, number> | null {
  const { roster, terms } = programme;
  const { objective } = terms.policy;
  const before = objective.slice(
    0,
    objective.findIndex(({ kind }) => kind === 'kept'),
  );
  const asked = { roster, terms: { ...terms, policy: { ...terms.policy, objective: before } } };
  let best: { readonly values: readonly number[]; readonly points: Map<number, number> } | null = null;
  tryAll(asked, eligiblePairs(asked), (values, chosen) => {
    if (best !== null && isBetter(best.values, values)) return;
    if (best === null || isBetter(values, best.values)) best = { values, points: new Map() };
    const kept = chosen.filter(pair => pair.kept).length;
    const score = chosen.reduce((sum, pair) => sum + scoreOf(pair), 0);
    best.points.set(kept, Math.max(score, best.points.get(kept) ?? Number.NEGATIVE_INFINITY));
  });
  return best === null ? null : (best as { readonly points: Map<number, number> }).points;
}

/** A run that is to be repaired: the tandems that could stay, who is to be served, and how many of the former may move. */
export interface RepairToTry {
  readonly stay: readonly Omit<Force, 'wish'>[];
  readonly wanted: ReadonlySet<number>;
  readonly most: number;
  readonly isTold?: (tandem: Omit<Force, 'wish'>) => boolean;
}

/**
 * The most of some mentees that are served by a set of tandems that meets all demands, leaves nobody without a tandem who could keep
 * one, and moves no more tandems than it may; the fewest that it then moves; and the fewest of these that people know of. null where there is no such set.
 */
export function repairByTrying(
  programme: Programme,
  { stay, wanted, most, isTold = () => false }: RepairToTry,
): { readonly served: number; readonly moved: number; readonly told: number } | null {
  const { mentors, mentees } = programme.roster;
  let best: { served: number; moved: number; told: number } | null = null;
  tryAll({ ...programme, terms: withoutObjective(programme.terms) }, eligiblePairs(programme), (_, chosen) => {
    const has = (m: number, e: number) => chosen.some(one => one.mentor === mentors[m] && one.mentee === mentees[e]);
    const gone = stay.filter(({ mentor, mentee }) => !has(mentor, mentee));
    const [moved, told] = [gone.length, gone.filter(isTold).length];
    const isLeft = stay.some(
      ({ mentor, mentee }) =>
        !chosen.some(one => one.mentor === mentors[mentor]) || !chosen.some(one => one.mentee === mentees[mentee]),
    );
    if (isLeft || moved > most) return;
    const served = [...wanted].filter(mentee => chosen.some(one => one.mentee === mentees[mentee])).length;
    const isBetter =
      best === null ||
      served > best.served ||
      (served === best.served && (moved < best.moved || (moved === best.moved && told < best.told)));
    if (isBetter) best = { served, moved, told };
  });
  return best;
}

function withoutObjective(terms: Programme['terms']): Programme['terms'] {
  return { ...terms, policy: { ...terms.policy, objective: [] } };
}

/** Calls `each` with every set of some pairs that keeps to places and limits and meets the demands, and what it comes to. */
function tryAll(
  programme: Programme,
  pairs: readonly Pair[],
  each: (values: number[], chosen: readonly Pair[]) => void,
): void {
  const chosen: Pair[] = [];
  const tryFrom = (next: number) => {
    if (next === pairs.length) {
      if (!meetsDemands(programme, chosen)) return;
      each(
        programme.terms.policy.objective.flatMap(level => worthOf(level, programme, chosen)),
        chosen,
      );
      return;
    }
    tryFrom(next + 1);
    chosen.push(pairs[next] as Pair);
    if (isAllowed(programme, chosen)) tryFrom(next + 1);
    chosen.pop();
  };
  tryFrom(0);
}

/** What tandems come to on each level of the objective, in the order of `bestByTrying`; also of two who may not meet. */
export function worthOfTandems(programme: Programme, tandems: readonly Omit<Force, 'wish'>[]): number[] {
  const chosen = tandems.map(({ mentor, mentee }) => pairOf(programme, mentor, mentee));
  return programme.terms.policy.objective.flatMap(level => worthOf(level, programme, chosen));
}

/** No lock counts for a pair that is forced either way. */
function unlocked({ roster, terms }: Programme, { mentor, mentee }: Force): Programme {
  const pairs = terms.pairs.map(note =>
    note.mentor === mentor && note.mentee === mentee ? { ...note, locked: false, continues: false } : note,
  );
  return { roster, terms: { ...terms, pairs } };
}

/** The pairs to choose from: without the one that must not be, or with the one that must, which is `wanted`. */
function choice(programme: Programme, { mentor, mentee, wish }: Force): { pairs: Pair[]; wanted: Pair | null } {
  const wanted = pairOf(programme, mentor, mentee);
  const others = eligiblePairs(programme).filter(
    pair => pair.mentor !== wanted.mentor || pair.mentee !== wanted.mentee,
  );
  return wish === 'together' ? { pairs: [wanted, ...others], wanted } : { pairs: others, wanted: null };
}

export interface Pair {
  readonly mentor: Mentor;
  readonly mentee: Mentee;
  readonly locked: boolean;
  readonly kept: boolean;
  readonly points: number;
}

export function eligiblePairs(programme: Programme): Pair[] {
  const { mentors, mentees } = programme.roster;
  return [...mentors.keys()].flatMap(m =>
    [...mentees.keys()].flatMap(e => (barsBetween(programme, m, e).length > 0 ? [] : [pairOf(programme, m, e)])),
  );
}

function pairOf({ roster, terms }: Programme, m: number, e: number): Pair {
  const note = terms.pairs.find(pair => pair.mentor === m && pair.mentee === e);
  const [mentor, mentee] = [roster.mentors[m] as Mentor, roster.mentees[e] as Mentee];
  return {
    mentor,
    mentee,
    locked: note?.locked || note?.continues || false,
    kept: note?.kept ?? false,
    points: note?.points ?? 0,
  };
}

/** The bars between two people, in the words of the sheets. */
export function barsBetween({ roster, terms }: Programme, m: number, e: number): string[] {
  const spoken = roster.mentees[e]?.languages ?? [];
  const note = terms.pairs.find(pair => pair.mentor === m && pair.mentee === e);
  return [
    ...(roster.mentors[m]?.languages.some(language => spoken.includes(language)) ? [] : ['overlap-languages']),
    ...(note?.banned ? ['banned-pair'] : []),
    ...(note?.declined ? ['declined'] : []),
    ...(note?.met ? ['met-before'] : []),
    ...(note?.parted ? ['not-again'] : []),
  ];
}

function isAllowed({ terms }: Programme, chosen: readonly Pair[]): boolean {
  const { mentor, mentee } = chosen.at(-1) as Pair;
  return (
    chosen.filter(pair => pair.mentor === mentor).length <= mentor.capacity &&
    chosen.filter(pair => pair.mentee === mentee).length <= mentee.wants &&
    terms.limits.every(
      ({ side, countries, max }) => chosen.filter(pair => countries.includes(pair[side].country)).length <= max,
    )
  );
}

function meetsDemands({ roster, terms }: Programme, chosen: readonly Pair[]): boolean {
  const minimums = terms.limits.every(
    ({ side, countries, min }) => chosen.filter(pair => countries.includes(pair[side].country)).length >= min,
  );
  const loads = roster.mentors.every(mentor => chosen.filter(pair => pair.mentor === mentor).length >= mentor.minLoad);
  return (
    minimums &&
    loads &&
    terms.pairs.filter(note => note.locked || note.continues).length === chosen.filter(pair => pair.locked).length
  );
}

/** What tandems come to on a level of the objective; `mentees` as a list, the highest priority first. */
export function worthOf(level: Level, { roster, terms }: Programme, chosen: readonly Pair[]): number[] {
  switch (level.kind) {
    case 'mentees': {
      const priorities = [...new Set(roster.mentees.map(({ priority }) => priority))].sort((a, b) => b - a);
      const served = roster.mentees.filter(mentee => chosen.some(pair => pair.mentee === mentee));
      return priorities.map(priority => served.filter(mentee => mentee.priority === priority).length);
    }
    case 'tandems':
      return [chosen.length];
    case 'mentors':
      return [new Set(chosen.map(({ mentor }) => mentor)).size];
    case 'kept':
      return [chosen.filter(({ kept }) => kept).length];
    case 'preference':
      return [chosen.filter(({ mentor, mentee }) => mentor.department !== mentee.department).length];
    case 'worst':
      return [Math.min(...chosen.map(scoreOf))];
    case 'kept-and-score':
      return [chosen.reduce((sum, pair) => sum + scoreOf(pair) + (pair.kept ? level.worth : 0), 0)];
    case 'score':
      return [chosen.reduce((sum, pair) => sum + scoreOf(pair), 0)];
    case 'fewer-earlier': {
      const { counts = new Map<string, number>(), most = 0 } = terms.pastTandems ?? {};
      return [chosen.reduce((sum, { mentee }) => sum + most - (counts.get(mentee.id) ?? 0), 0)];
    }
    case 'balance':
      return [
        0 - roster.mentors.reduce((sum, mentor) => sum + chosen.filter(pair => pair.mentor === mentor).length ** 2, 0),
      ];
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
