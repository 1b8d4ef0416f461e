import { makePair } from '../../domain/pair-keys.ts';
import type { Query } from '../../domain/pairing.ts';
import type { SearchContext } from './search-context.ts';
import { pickSide } from './sides.ts';
import type { ClassesHandle, PartnersHandle, QuestionHandle, SearchMachine, WalkHandle as Walking } from './wasm.ts';

/** A preference by keys as a walk splits partners by it: its position among them, and what it is worth. */
interface Split {
  readonly at: number;
  readonly weight: number;
  readonly held: Float64Array;
}

/** Goes through partners for a query, for one person after the other, and keeps the best; see assembly/walk.ts. */
export class BranchAndBound {
  readonly query: Query;
  readonly #machine: SearchMachine;
  readonly #scene: SearchContext;
  readonly #splits: readonly Split[];
  /** What every pair is worth where preferences by names are answered as usual. */
  readonly #usual: Float64Array;
  readonly #walking: Walking;
  #asker = 0;

  constructor(machine: SearchMachine, scene: SearchContext, query: Query) {
    this.query = query;
    this.#machine = machine;
    this.#scene = scene;
    this.#splits = listSplits(scene, query);
    const { worth, score } = sumUsualWorth(scene, query);
    this.#usual = worth;
    this.#walking = machine.run.walkOf(makeQuestion(machine, query, this.#splits, score), query.most);
  }

  enter(partners: PartnersHandle): void {
    this.#machine.run.enter(this.#walking, partners);
  }

  /** @param classesOf the classes of the preference by keys in a position. */
  begin(asker: number, classesOf: (at: number) => ClassesHandle): void {
    const { run } = this.#machine;
    const { asking, worth } = this.query;
    const hashes = pickSide(this.#scene.ties, asking);
    const prices = pickSide(this.query, asking);
    this.#asker = asker;
    for (let split = 0; split < this.#splits.length; split++) {
      run.take(this.#walking, split, classesOf(this.#splits[split]!.at));
    }
    for (let l = 0; l < worth.limbs; l++) {
      run.base(this.#walking, l, this.#usual[l]! - prices[asker * worth.limbs + l]!);
    }
    run.begin(this.#walking, hashes[2 * asker]!, hashes[2 * asker + 1]!);
  }

  /** Looks at partners, whose positions are bits in the memory. */
  look(eligible: number): void {
    this.#machine.run.look(this.#walking, eligible);
  }

  /** Asks a pair by itself. */
  offerPair(partner: number, position: number): void {
    const { run } = this.#machine;
    const { worth, floor, asking, mentors, mentees } = this.query;
    const { affinity } = this.#scene;
    const { mentor, mentee } = makePair(asking, this.#asker, partner);
    const { limbs } = worth;
    const score = affinity.score(mentor, mentee);
    if (score < floor) return;
    const held = affinity.held(mentor, mentee);
    for (let l = 0; l < limbs; l++) {
      let sum = worth.pair[l]! + score * worth.thousandth[l]!;
      for (let p = 0; p < worth.held.length; p++) if ((held >>> p) & 1) sum += worth.held[p]![l]!;
      run.single(this.#walking, l, sum - mentors[mentor * limbs + l]! - mentees[mentee * limbs + l]!);
    }
    run.offer(this.#walking, position);
  }

  /** The positions of the best, the best first; to be read before anything else is asked. */
  get best(): Int32Array {
    const { foundOf, bestOf } = this.#machine.run;
    return this.#machine.viewInts(bestOf(this.#walking), foundOf(this.#walking));
  }
}

/** The preferences that are worth anything to a query, the weightiest first. */
function listSplits({ prefer, preferred }: SearchContext, { worth, floor }: Query): Split[] {
  const counts = floor !== Number.NEGATIVE_INFINITY || worth.thousandth.some(limb => limb !== 0);
  const measureFirstLimb = ({ weight, held }: Split) => held[0]! + 1000 * weight * worth.thousandth[0]!;
  return preferred.byKeys
    .map(({ at }, position) => ({ at: position, weight: counts ? prefer[at]!.weight : 0, held: worth.held[at]! }))
    .filter(({ weight, held }) => weight !== 0 || held.some(limb => limb !== 0))
    .toSorted((a, b) => measureFirstLimb(b) - measureFirstLimb(a));
}

function makeQuestion(
  { run }: SearchMachine,
  { worth, gaining, floor }: Query,
  splits: readonly Split[],
  score: number,
): QuestionHandle {
  const { limbs, thousandth, tie } = worth;
  const question = run.questionOf(limbs, splits.length, gaining, floor, score);
  for (let l = 0; l < limbs; l++) run.value(question, l, thousandth[l]!, tie[l]!);
  splits.forEach(({ weight, held }, split) => {
    run.weigh(question, split, weight);
    for (let l = 0; l < limbs; l++) run.hold(question, split, l, held[l]!);
  });
  return question;
}

/** What every pair is worth, and scores, where all preferences by names are answered as usual and no other holds. */
function sumUsualWorth({ prefer, preferred }: SearchContext, { worth }: Query) {
  const sum = worth.pair.slice();
  let score = 0;
  for (const { at, usually } of preferred.byNames) {
    if (usually === 'fails') continue;
    const points = 1000 * prefer[at]!.weight;
    score += points;
    for (let l = 0; l < sum.length; l++) sum[l]! += points * worth.thousandth[l]! + worth.held[at]![l]!;
  }
  return { worth: sum, score };
}
