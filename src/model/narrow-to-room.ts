/**
 * Where pairs that must meet leave few people room, only those are solved: nobody else can have any other tandem.
 *
 * Prices for everybody follow. Say the solver met all demands, and no price of whom and what they leave room counts on
 * the demands' level. Then whoever and whatever they fill may ask more on the next level than any pair is worth there:
 * none of the other pairs gains, and the pair that must meet does, since it gains on the level above. Who has a slot
 * and found nobody asks as much less, which no unused slot is worth. (Any prices that keep complementary slackness
 * prove the same tandems: Ahuja, Magnanti & Orlin, Network Flows (1993), §9.4.)
 */
import { DEMANDS, type Prices } from '../domain/certificate.ts';
import { countUnits } from '../domain/demands.ts';
import { indexLimitPaths } from '../domain/limit-paths.ts';
import { countTandemsPerLimit, findLimitsAround } from '../domain/limit-tree.ts';
import { isOther } from '../domain/objective-level-table.ts';
import type { PeopleBySide } from '../domain/people-open-to-tandems.ts';
import type { Side } from '../domain/roster.ts';
import { workAlone } from '../domain/worker-pool.ts';
import type { Solved } from './decode.ts';
import { boundGains } from './largest-gains.ts';
import { listTaskLevels, type Task } from './task.ts';

/** Where pairs that must meet leave room to fewer than this share of all pairs, these are looked at by themselves. */
const LITTLE_ROOM = 0.25;

/** Whether pairs that must meet leave little room. */
export function isLittleRoom(task: Task): boolean {
  const { people } = task;
  const { mentors, mentees } = listPeopleWithRoom(task);
  return mentors.length * mentees.length < LITTLE_ROOM * people.mentors.length * people.mentees.length;
}

/** Those whom pairs that must meet leave a slot, or a wish, and all limits around them some room. */
export function listPeopleWithRoom(task: Task): PeopleBySide {
  const { roster, terms, people } = task;
  const full = findFull(task);
  const paths = indexLimitPaths(terms.limits);
  const hasRoom = (side: Side) => (index: number) =>
    !full[side](index) && !paths(side, roster[`${side}s`][index]!.country).some(full.limit);
  return {
    mentors: people.mentors.filter(hasRoom('mentor')),
    mentees: people.mentees.filter(hasRoom('mentee')),
  };
}

/** Says of people and limits whether pairs that must meet fill them by themselves. */
type Full = Readonly<Record<Side | 'limit', (index: number) => boolean>>;

function findFull({ demands, roster, terms }: Task): Full {
  const locks = demands.flatMap(demand => (demand.kind === 'lock' ? [demand.note] : []));
  const used = { mentor: new Int32Array(roster.mentors.length), mentee: new Int32Array(roster.mentees.length) };
  for (const { mentor, mentee } of locks) {
    used.mentor[mentor]!++;
    used.mentee[mentee]!++;
  }
  const counted = countTandemsPerLimit(findLimitsAround(roster, terms), locks);
  return {
    mentor: index => used.mentor[index]! >= roster.mentors[index]!.capacity,
    mentee: index => used.mentee[index]! >= roster.mentees[index]!.wants,
    limit: index => counted[index]! >= terms.limits[index]!.max,
  };
}

/**
 * The same task, in which only people with room look for each other; null where that are many, or where the search
 * does not tell what pairs are worth.
 */
export function narrowToRoom(task: Task): Task | null {
  const isTold = task.floor === Number.NEGATIVE_INFINITY && !task.levels.some(isOther) && task.hopes.length === 0;
  if (!isTold || !isLittleRoom(task)) return null;
  const { mentors, mentees } = listPeopleWithRoom(task);
  return { ...task, search: task.candidates.searchAmong(mentors, mentees), crew: workAlone };
}

/**
 * With prices that hold for all pairs, where people with room were solved; null where demands
 * count in the others, or are not met.
 */
export function priceEverybody(task: Task, { values, prices, ...solved }: Solved): Solved | null {
  const { people, terms } = task;
  const full = findFull(task);
  const asked = task.demands.reduce((sum, demand) => sum + countUnits(demand), 0);
  const isMet = values[0]!.level === DEMANDS && values[0]!.value === asked;
  const own = [
    ...Array.from(people.mentors, mentor => (full.mentor(mentor) ? null : prices.mentors[mentor]!)),
    ...Array.from(people.mentees, mentee => (full.mentee(mentee) ? null : prices.mentees[mentee]!)),
  ];
  const around = prices.limits.map((price, limit) => (full.limit(limit) ? null : price));
  if (!isMet || [...own, ...around].some(price => price !== null && price[0] !== 0)) return null;
  const most = boundGains(task, listTaskLevels(task))[1]! + 1;
  const highest = own.reduce((so, price) => Math.max(so, Math.abs(price?.[1] ?? 0)), most);
  const sum = around.reduce((so, price) => so + Math.abs(price?.[1] ?? 0), 0);
  const makePrice = (asks: number) => values.map((_, level) => (level === 1 ? asks : 0));
  const [high, low] = [makePrice(most + 2 * (highest + sum)), makePrice(-most)];
  const fill = (side: Side): Prices['mentors'] => {
    const open = new Set(people[`${side}s`]);
    return prices[`${side}s`].map((price, index) =>
      open.has(index) ? (full[side](index) ? high : (price ?? low)) : price,
    );
  };
  const limits = prices.limits.map((price, index) =>
    terms.limits[index]!.max === 0 ? price : full.limit(index) ? high : (price ?? makePrice(0)),
  );
  return { ...solved, values, prices: { mentors: fill('mentor'), mentees: fill('mentee'), limits } };
}
