import { listNumbers } from '../domain/bits.ts';
import { isOther } from '../domain/objective-level-table.ts';
import type { Marked, Pairs, PairWorth, Query } from '../domain/pairing.ts';
import { mustMeet } from '../domain/policy.ts';
import { workAlone } from '../domain/worker-pool.ts';
import { isLittleRoom, listPeopleWithRoom } from './narrow-to-room.ts';
import type { Task } from './task.ts';

/** How many candidates of each mentee and of each mentor there are to begin with; of few people, fewer do. */
const FIRST = 12;
const FIRST_OF_FEW = 8;
const FEW_MENTEES = 1000;

/** Mentors with fewer candidates than these look for some by themselves. */
const UNPOPULAR = 6;

/** From so many mentors on, a search for their best candidates costs less than the rounds of pricing that it spares. */
const MANY_MENTORS = 3000;

/**
 * The candidates to begin with: the best of each mentee; where there are many people, the best of each mentor
 * too, without whom those whom few prefer would seem to be dearer than they are; one at least of each mentor; and
 * all pairs that are locked or were kept, which the search does not value. All candidates, where a level counts
 * what the search cannot value at all.
 */
export function chooseInitialPairs(task: Task, worth: PairWorth): Pairs {
  const { roster, people, floor, watch } = task;
  watch('candidates');
  if (task.levels.some(isOther)) return listAllPairs(task);
  const makeZeros = (side: readonly unknown[]) => new Float64Array(side.length * worth.limbs);
  const prices = { mentors: makeZeros(roster.mentors), mentees: makeZeros(roster.mentees) };
  const most = people.mentees.length < FEW_MENTEES ? FIRST_OF_FEW : FIRST;
  const query = { worth, ...prices, gaining: false, most, floor, only: null };
  const ofMentees = runQuery(task, { ...query, asking: 'mentee' });
  const lists = [ofMentees];
  if (people.mentors.length >= MANY_MENTORS) {
    lists.push(runQuery(task, { ...query, asking: 'mentor', only: markUnpopular(ofMentees, roster) }));
  }
  const noted = listNotedPairs(task);
  const unpaired = pairUnpairedMentors(task, lists, noted);
  return mergePairs([...lists, pairPeopleWithRoom(task, query), unpaired, noted], roster);
}

/**
 * The best candidates of each mentee among people whom pairs that must meet leave room. Where most are held together,
 * the best of all are those with whom there is none, and round after round of pricing would come by the others.
 */
function pairPeopleWithRoom(task: Task, query: Omit<Query, 'asking'>): Pairs {
  if (!isLittleRoom(task)) return NO_PAIRS;
  const { mentors, mentees } = listPeopleWithRoom(task);
  const search = task.candidates.searchAmong(mentors, mentees);
  const asked: Query = { ...query, asking: 'mentee' };
  return joinPairs(workAlone({ kind: 'search', query: asked }, part => search.best(asked, part)));
}

const NO_PAIRS: Pairs = { mentors: new Int32Array(0), mentees: new Int32Array(0) };

function listAllPairs({ candidates, affinity, people, floor }: Task): Pairs {
  const isAsked = new Set(people.mentees);
  const all = { mentors: [] as number[], mentees: [] as number[] };
  for (const mentor of people.mentors) {
    for (const mentee of listNumbers(candidates.partnersOf('mentor', mentor))) {
      if (!isAsked.has(mentee) || affinity.score(mentor, mentee) < floor) continue;
      all.mentors.push(mentor);
      all.mentees.push(mentee);
    }
  }
  return { mentors: Int32Array.from(all.mentors), mentees: Int32Array.from(all.mentees) };
}

/** Marks the mentors whom so few mentees want that they would seem to be dearer than they are. */
function markUnpopular({ mentors }: Pairs, roster: Task['roster']): Marked {
  const counts = new Int32Array(roster.mentors.length);
  for (const mentor of mentors) counts[mentor]!++;
  return {
    mentors: Uint8Array.from(counts, count => (count < UNPOPULAR ? 1 : 0)),
    mentees: new Uint8Array(roster.mentees.length),
  };
}

/** What a query finds. */
export function runQuery({ crew, search }: Task, query: Query): Pairs {
  return joinPairs(crew({ kind: 'search', query }, part => search.best(query, part)));
}

/**
 * A candidate for each mentor who is in no pair yet, so that all have a node, and a price that the proof can name.
 * @param found the pairs found by searching, among whose mentees candidates are looked for.
 */
function pairUnpairedMentors(
  { roster, candidates, affinity, people, floor }: Task,
  found: readonly Pairs[],
  noted: Pairs,
): Pairs {
  const paired = { mentors: new Uint8Array(roster.mentors.length), mentees: new Uint8Array(roster.mentees.length) };
  for (const { mentors } of [...found, noted]) for (const mentor of mentors) paired.mentors[mentor] = 1;
  for (const { mentees } of found) for (const mentee of mentees) paired.mentees[mentee] = 1;
  const more = { mentors: [] as number[], mentees: [] as number[] };
  for (const mentor of people.mentors) {
    if (paired.mentors[mentor]) continue;
    const partners = listNumbers(candidates.partnersOf('mentor', mentor));
    const mentee = partners.find(other => paired.mentees[other] && affinity.score(mentor, other) >= floor);
    if (mentee === undefined) continue;
    more.mentors.push(mentor);
    more.mentees.push(mentee);
  }
  return { mentors: Int32Array.from(more.mentors), mentees: Int32Array.from(more.mentees) };
}

/** The pairs that must meet or were kept, as far as they are candidates. */
function listNotedPairs({ terms, eligibility, affinity, people, floor }: Task): Pairs {
  const mentors = new Set(people.mentors);
  const mentees = new Set(people.mentees);
  const may = terms.pairs.filter(
    note =>
      (mustMeet(note) || note.kept) &&
      mentors.has(note.mentor) &&
      mentees.has(note.mentee) &&
      eligibility.barred(note.mentor, note.mentee) === 0 &&
      affinity.score(note.mentor, note.mentee) >= floor,
  );
  return {
    mentors: Int32Array.from(may, ({ mentor }) => mentor),
    mentees: Int32Array.from(may, ({ mentee }) => mentee),
  };
}

/** Each pair of some lists once, ordered by mentor and mentee. */
function mergePairs(lists: readonly Pairs[], roster: Task['roster']): Pairs {
  const { mentors, mentees } = joinPairs(lists);
  const byMentee = sortByCounting(mentees, roster.mentees.length, Int32Array.from(mentees.keys()));
  const order = sortByCounting(mentors, roster.mentors.length, byMentee);
  const once = order.filter((p, at) => {
    const before = order[at - 1];
    return before === undefined || mentors[p] !== mentors[before] || mentees[p] !== mentees[before];
  });
  return { mentors: once.map(p => mentors[p]!), mentees: once.map(p => mentees[p]!) };
}

/** An order by keys below `size`, in which those with the same key stay as they are: a sort by counting. */
function sortByCounting(keys: Int32Array, size: number, order: Int32Array): Int32Array {
  const next = new Int32Array(size + 1);
  for (const one of order) next[keys[one]! + 1]!++;
  for (let key = 0; key < size; key++) next[key + 1]! += next[key]!;
  const sorted = new Int32Array(order.length);
  for (const one of order) sorted[next[keys[one]!]!++] = one;
  return sorted;
}

function joinPairs(lists: readonly Pairs[]): Pairs {
  const length = lists.reduce((sum, { mentors }) => sum + mentors.length, 0);
  const all = { mentors: new Int32Array(length), mentees: new Int32Array(length) };
  let at = 0;
  for (const { mentors, mentees } of lists) {
    all.mentors.set(mentors, at);
    all.mentees.set(mentees, at);
    at += mentors.length;
  }
  return all;
}
