/**
 * Solves a task exactly over all candidates, of which there may be a billion, with arcs for a few of each mentee.
 *
 * Method. Begin with the candidates that are worth most to each mentee. Solve; at the prices found, look through all
 * candidates for pairs that are worth more than both ask (pricing); take them in, go on from where the solver stands, and
 * repeat until there are none. Then no pair outside could change anything: the prices prove the tandems best among all
 * candidates. It is column generation (Barnhart et al., Branch-and-price, Operations Research 46 (1998), 316–329, §1), with
 * every pair that prices itself in taken at once, the best of each mentee first.
 *
 * It ends: no candidate is taken in twice, because arcs that are there are tandems, or worth no more than their prices.
 */
import { numbersIn } from '../domain/bits.ts';
import { PointsTooLarge } from '../domain/errors.ts';
import type { Query, Tandem } from '../domain/pairing.ts';
import { type Solution, unsafeLevel } from '../solve/network.ts';
import type { Packing } from '../solve/packing.ts';
import { Simplex } from '../solve/simplex.ts';
import { Encoding } from './encode.ts';
import type { Task } from './task.ts';
import { worthFor } from './worth.ts';

/** How many candidates of each mentee and of each mentor there are to begin with, and how many a round of pricing may add. */
const FIRST = 12;
const MORE = 12;

/**
 * Solves over a few candidates of each mentee, and prices candidates in until none is worth more than it asks. The solution is
 * null where the packing was not faithful.
 */
export function priced(
  task: Task,
  packing: Packing,
): { readonly encoding: Encoding; readonly solution: Solution | null } {
  const encoding = new Encoding(task, firstPairs(task, packing));
  const network = () => encoding.arcs.network(encoding.nodes.count);
  const first = network();
  const unsafe = unsafeLevel(first);
  if (unsafe >= 0) throw new PointsTooLarge(encoding.levels[unsafe]!);
  task.watch('solve');
  const simplex = new Simplex(first, packing);
  for (;;) {
    simplex.climbRoughly();
    const fresh = priceIn(task, encoding, simplex, packing);
    if (fresh.length === 0) break;
    task.watch('solve');
    for (const pair of fresh) encoding.addPair(pair);
    simplex.extend(network());
  }
  return { encoding, solution: simplex.solution() };
}

/** Climbs, and finds the candidates that are worth more than they ask at the prices of all nodes; a few of each mentee at most. */
function priceIn(task: Task, encoding: Encoding, simplex: Simplex, packing: Packing): Tandem[] {
  const asked = asking(task, encoding, simplex.climb());
  task.watch('price');
  // A tandem may be worth more than its prices; it is no candidate any more.
  const { isTandem, most } = tandemsNow(task, encoding, simplex);
  const worth = worthFor(task, packing);
  return task.search
    .best({ asking: 'mentee', worth, ...asked, gaining: true, most: MORE + most, floor: task.floor })
    .filter(pair => !isTandem(pair));
}

/** From so many mentors on, a search for their best candidates costs less than the rounds that it spares. */
const MANY_MENTORS = 3000;

/**
 * The candidates to begin with: the best of each mentee; where there are many people, the best of each mentor too, without
 * whom those whom few prefer would seem to be dearer than they are; and all pairs that are locked or were kept, which the search does not value.
 */
function firstPairs(task: Task, packing: Packing): readonly Tandem[] {
  const { roster, search, floor, watch } = task;
  watch('candidates');
  const nothing = (people: readonly unknown[]) => new Float64Array(people.length * packing.limbs);
  const prices = { mentors: nothing(roster.mentors), mentees: nothing(roster.mentees) };
  const query = { worth: worthFor(task, packing), ...prices, gaining: false, floor };
  const asksBoth = task.people.mentors.length >= MANY_MENTORS;
  const ofMentors = asksBoth ? search.best({ ...query, asking: 'mentor', most: FIRST }) : [];
  const ofMentees = search.best({ ...query, asking: 'mentee', most: FIRST });
  return withNoted(withEverybody(union([...ofMentees], ofMentors, roster.mentees.length), task), task);
}

/** Adds a candidate for each mentor who is nobody's best one, so that all have a node, and a price that the proof can name. */
function withEverybody(found: readonly Tandem[], { candidates, affinity, people, floor }: Task): readonly Tandem[] {
  const paired = new Set(found.map(({ mentor }) => mentor));
  const mentees = new Set(found.map(({ mentee }) => mentee));
  const more: Tandem[] = [];
  for (const mentor of people.mentors) {
    if (paired.has(mentor)) continue;
    const partners = numbersIn(candidates.partnersOf('mentor', mentor));
    const mentee = partners.find(other => mentees.has(other) && affinity.score(mentor, other) >= floor);
    if (mentee !== undefined) more.push({ mentor, mentee });
  }
  return more.length === 0 ? found : [...found, ...more];
}

function withNoted(
  found: readonly Tandem[],
  { roster, terms, eligibility, affinity, people, floor }: Task,
): readonly Tandem[] {
  const noted = terms.pairs.filter(note => note.locked || note.kept);
  if (noted.length === 0) return found;
  const mentors = new Set(people.mentors);
  const mentees = new Set(people.mentees);
  const mayMeet = ({ mentor, mentee }: Tandem) =>
    mentors.has(mentor) &&
    mentees.has(mentee) &&
    eligibility.barred(mentor, mentee) === 0 &&
    affinity.score(mentor, mentee) >= floor;
  return union([...found], noted.filter(mayMeet), roster.mentees.length);
}

/** Adds pairs to a list that it does not hold yet. */
function union(list: Tandem[], more: readonly Tandem[], width: number): readonly Tandem[] {
  const keyOf = ({ mentor, mentee }: Tandem) => mentor * width + mentee;
  const known = new Set(list.map(keyOf));
  for (const pair of more) if (!known.has(keyOf(pair))) list.push(pair);
  return list;
}

/** The tandems that the solver has now, and the most that a mentee has. */
function tandemsNow({ roster }: Task, { pairs }: Encoding, simplex: Simplex) {
  const keyOf = (mentor: number, mentee: number) => mentor * roster.mentees.length + mentee;
  const keys = new Set<number>();
  const counts = new Int32Array(roster.mentees.length);
  pairs.arc.forEach((arc, p) => {
    if (simplex.flow(arc) === 0) return;
    keys.add(keyOf(pairs.mentor[p]!, pairs.mentee[p]!));
    counts[pairs.mentee[p]!]!++;
  });
  return {
    isTandem: ({ mentor, mentee }: Tandem) => keys.has(keyOf(mentor, mentee)),
    most: counts.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** What everybody asks of a pair at the solver's prices, an array a limb; nobody pays for people who may meet nobody. */
function asking(
  { roster }: Task,
  { nodes }: Encoding,
  prices: readonly Float64Array[],
): Pick<Query, 'mentors' | 'mentees'> {
  const limbs = prices.length;
  const mentors = new Float64Array(roster.mentors.length * limbs).fill(Number.POSITIVE_INFINITY);
  const mentees = new Float64Array(roster.mentees.length * limbs).fill(Number.POSITIVE_INFINITY);
  prices.forEach((price, limb) => {
    nodes.mentors.forEach((node, m) => {
      if (node >= 0) mentors[m * limbs + limb] = price[node]!;
    });
    nodes.mentees.forEach((node, e) => {
      if (node >= 0) mentees[e * limbs + limb] = 0 - price[node]!;
    });
  });
  return { mentors, mentees };
}
