/**
 * Guesses what a tandem under each limit is worth, from a sample of the people.
 *
 * Where a limit binds, thousands of people compete for what it leaves, and a solver that begins with the limit free has to
 * displace them one by one. With the right price on the limit from the start, only those come who can pay it. A sample of an
 * eighth of the people, with limits to match, has nearly the same prices; it is solved in the same way, from a sample of
 * its own. The guess decides how long the solver takes, never what it finds: see Circulation.replace.
 *
 * Prices from a sample: Agrawal, Wang & Ye, A dynamic near-optimal algorithm for online linear programming, Operations
 * Research 62 (2014), 876–890, §2.
 */
import type { Demand } from '../domain/demands.ts';
import { limitChains } from '../domain/limits.ts';
import type { Limit } from '../domain/policy.ts';
import { tieKeys } from '../domain/ties.ts';
import { addPacked, type Packing, packingFor, unpacked } from '../solve/packing.ts';
import { priced } from './pricing.ts';
import { among, levelsOf, type People, type Task } from './task.ts';
import { largestGains } from './worth.ts';

/** What a unit gains under each limit, level by level, that costs nothing at the sample's prices; by the limit's number. */
export interface LimitPrices {
  readonly levels: readonly string[];
  readonly gains: ReadonlyMap<number, readonly number[]>;
}

const NO_GUESS: LimitPrices = { levels: [], gains: new Map() };

/** Below so many people, a sample would say little, and is not needed. */
const LEAST_PEOPLE = 1000;

export function limitPrices(task: Task): LimitPrices {
  return sampledPrices(task, 0);
}

/** @param depth how many samples of samples this one is. */
function sampledPrices(task: Task, depth: number): LimitPrices {
  const { people, terms } = task;
  if (terms.limits.length === 0 || people.mentors.length + people.mentees.length < LEAST_PEOPLE) return NO_GUESS;
  const sample = sampled(task, depth);
  const packing = packingFor(largestGains(sample, levelsOf(sample)), 0);
  const { encoding, running } = priced(sample, packing, sampledPrices(sample, depth + 1));
  const { price, limbs } = running.circulation;
  const gains = new Map<number, readonly number[]>();
  for (const { limit, begin } of encoding.bundles) {
    if (limit === null) continue;
    const { from, to } = encoding.arcs.ends(begin);
    const gain = Float64Array.from({ length: limbs }, (_, l) => price[from * limbs + l]! - price[to * limbs + l]!);
    gains.set(limit, unpacked(packing, gain, 0));
  }
  return { levels: encoding.levels, gains };
}

/** What the limits over each mentor ask for a tandem by a guess, packed. */
export function limitsAsk({ roster, terms }: Task, packing: Packing, guess: LimitPrices, names: readonly string[]): Float64Array {
  const chains = limitChains(terms.limits);
  const asked = new Float64Array(roster.mentors.length * packing.limbs);
  if (guess.gains.size === 0) return asked;
  for (const [m, { country }] of roster.mentors.entries()) {
    for (const limit of chains('mentor', country)) {
      const gain = packedGuess(limit, packing, guess, names);
      for (let l = 0; l < packing.limbs && gain !== null; l++) asked[m * packing.limbs + l]! -= gain[l]!;
    }
  }
  return asked;
}

/** A limit's guess, packed for levels that go by these names; null where there is none. */
export function packedGuess(limit: number, packing: Packing, guess: LimitPrices, names: readonly string[]): Float64Array | null {
  const gains = guess.gains.get(limit);
  if (gains === undefined) return null;
  const vector = new Float64Array(packing.limbs);
  gains.forEach((gain, at) => {
    const level = names.indexOf(guess.levels[at]!);
    if (level >= 0) addPacked(packing, vector, 0, level, gain);
  });
  return vector;
}

/** An eighth of the people, by the hash of their ids, and limits and minimums in proportion. Locks are left aside. */
function sampled(task: Task, depth: number): Task {
  const { roster, terms, people } = task;
  const drawn = (some: Int32Array, everybody: readonly { readonly id: string }[]) => {
    const keys = tieKeys(Array.from(some, index => everybody[index]!.id));
    return some.filter((_, at) => ((keys[2 * at]! >>> (3 * depth)) & 7) === 0);
  };
  const sample = { mentors: drawn(people.mentors, roster.mentors), mentees: drawn(people.mentees, roster.mentees) };
  const limits = terms.limits.map(limit => inProportion(limit, task, sample));
  const demands = task.demands.flatMap((demand): Demand[] => {
    if (demand.kind === 'minimum') return [{ kind: 'minimum', limit: limits[terms.limits.indexOf(demand.limit)]! }];
    return demand.kind === 'load' && sample.mentors.includes(demand.mentor) ? [demand] : [];
  });
  return { ...among(task, sample), terms: { ...terms, limits }, demands, hopes: [] };
}

function inProportion(limit: Limit, { roster, people }: Task, sample: People): Limit {
  const count = ({ mentors, mentees }: People) =>
    limit.side === 'mentor'
      ? mentors.reduce((sum, m) => sum + (limit.countries.includes(roster.mentors[m]!.country) ? roster.mentors[m]!.capacity : 0), 0)
      : mentees.reduce((sum, e) => sum + (limit.countries.includes(roster.mentees[e]!.country) ? 1 : 0), 0);
  const all = count(people);
  const share = all === 0 ? 0 : count(sample) / all;
  return { ...limit, min: Math.floor(limit.min * share), max: Math.max(1, Math.round(limit.max * share)) };
}
