import type { Claim, LevelWorth } from '../certificate/level-worths.ts';
import { type Bits, clearBit, countNumbers, findLowestBit, listNumbers } from '../domain/bits.ts';
import type { Prices } from '../domain/certificate.ts';
import { isInSet } from '../domain/noted-pairs.ts';
import { getOtherSide, makePair } from '../domain/pair-keys.ts';
import type { Candidates, Tandem } from '../domain/pairing.ts';
import type { Side } from '../domain/roster.ts';
import { type Direction, ROOT } from './nodes.ts';
import type { SearchGraph, StepVisitor } from './shortest-path.ts';
import { computeCostOfLess, computeCostOfMore, getOwnPrice, type Holder, listHolders } from './unit-costs.ts';
import type { StepRoom } from './wasm.ts';

/** What a step costs: a number a level, and last how much it changes. In lexicographic order never below 0. */
export type Cost = Float64Array;

/** In what changes are counted: tandems that begin or end, or mentees of whom some do. */
export type ChangeUnit = 'tandems' | 'mentees';

export type GraphInputs = Claim & { readonly candidates: Candidates };

/**
 * The steps by which tandems can change, each with what it costs at the prices of a proof: a residual network with
 * reduced costs (Ahuja, Magnanti & Orlin, Network Flows (1993), §2.4 and §9.3). A unit of it goes
 *
 *   root → limits of the mentor's country → mentor → mentee → limits of the mentee's country → root
 *
 * so that a step along it is one tandem more there, and a step against it one less. Nodes are the root, the limits, the
 * mentors, the mentees, in this order. That no step costs less than nothing is what the proof says.
 */
export class PricedGraph {
  readonly size: number;
  /** Numbers in a cost. */
  readonly width: number;
  readonly #scene: GraphInputs;
  readonly #levels: readonly LevelWorth[];
  /** What each level counts of a pair; null where it counts none. */
  readonly #pairs: readonly (LevelWorth['pair'] | null)[];
  readonly #firstMentor: number;
  readonly #firstMentee: number;
  /** What a node hangs from, and what hangs from a hub. */
  readonly #hub: Int32Array;
  readonly #hanging: readonly number[][];
  /** What one more and one less between a node and its hub cost; null where that cannot be. */
  readonly #more: (Cost | null)[] = [null];
  readonly #less: (Cost | null)[] = [null];
  /** What each person is priced at in all, the limits that count them included. */
  readonly #price: Float64Array[] = [];
  readonly #partners: readonly number[][];
  /**
   * The pairs that count on the first level, as nodes by node, where it counts of a
   * pair whether it is noted; else null.
   */
  readonly #counted: readonly (readonly number[])[] | null;
  readonly #holders: Holder[] = [];

  /** How much ending a tandem changes, and coming to a mentee by a hub; beginning one is a change. */
  readonly #changes: { readonly ending: number; readonly menteeByHub: number };

  /** @param levels those that the prices are about, or the first of them. */
  constructor(scene: GraphInputs, levels: readonly LevelWorth[], prices: Prices, unit: ChangeUnit = 'tandems') {
    const { roster, terms, tandems } = scene;
    const { limits } = terms;
    this.#scene = scene;
    this.#levels = levels;
    // A way comes to each mentee once: by beginning a tandem, or by a hub.
    this.#changes = unit === 'mentees' ? { ending: 0, menteeByHub: 1 } : { ending: 1, menteeByHub: 0 };
    this.#pairs = levels.map(({ pairTerm, pair }) => (pairTerm.kind === 'none' ? null : pair));
    this.width = levels.length + 1;
    this.#firstMentor = 1 + limits.length;
    this.#firstMentee = this.#firstMentor + roster.mentors.length;
    this.size = this.#firstMentee + roster.mentees.length;
    this.#hub = new Int32Array(this.size);
    this.#hanging = Array.from({ length: this.#firstMentor }, () => []);
    this.#price[ROOT] = new Float64Array(levels.length);
    this.#partners = Array.from({ length: this.size }, () => []);
    for (const { mentor, mentee } of tandems) {
      this.#partners[this.getNode('mentor', mentor)]!.push(mentee);
      this.#partners[this.getNode('mentee', mentee)]!.push(mentor);
    }
    this.#counted = this.#listCounted();
    for (const holder of listHolders(scene, tandems, prices)) this.#add(holder);
  }

  getNode(side: Side, index: number): number {
    return (side === 'mentor' ? this.#firstMentor : this.#firstMentee) + index;
  }

  countPeople(side: Side): number {
    const { mentors, mentees } = this.#scene.roster;
    return (side === 'mentor' ? mentors : mentees).length;
  }

  /** The person at a node; null for the root and limits. */
  findPerson(node: number): { readonly side: Side; readonly index: number } | null {
    if (node >= this.#firstMentee) return { side: 'mentee', index: node - this.#firstMentee };
    return node >= this.#firstMentor ? { side: 'mentor', index: node - this.#firstMentor } : null;
  }

  /** What beginning a tandem costs, whether the two may meet or not; what ending one costs is the opposite. */
  makeTandemCost({ mentor, mentee }: Tandem): (level: number) => number {
    const [first, second] = [
      this.#price[this.getNode('mentor', mentor)]!,
      this.#price[this.getNode('mentee', mentee)]!,
    ];
    return level =>
      level < this.#levels.length ? first[level]! + second[level]! - this.#levels[level]!.pair(mentor, mentee) : 1;
  }

  /** The side of a person or a limit. */
  getSide(node: number): Side {
    if (node >= this.#firstMentee) return 'mentee';
    return node >= this.#firstMentor ? 'mentor' : this.#scene.terms.limits[node - 1]!.side;
  }

  /** What a node hangs from: the innermost limit around a person, the limit around a limit, or the root. */
  getHub(node: number): number {
    return this.#hub[node]!;
  }

  /** How many tandems a person or limit has. */
  countUsed(node: number): number {
    return this.#holders[node]!.used;
  }

  /** Whether a person or limit could have one more tandem as far as it is up to them. */
  hasRoom(node: number): boolean {
    return this.#more[node] !== null;
  }

  /** What one more tandem of a person or limit costs, whether there is room for it or not. */
  getCostOfMore(node: number): Cost {
    const holder = this.#holders[node]!;
    return this.#makeCost((worth, level) => computeCostOfMore(holder, worth, level));
  }

  /**
   * The steps as they are followed one way.
   * @param width numbers of a cost that count, from the first on.
   */
  makeSearchGraph(direction: Direction, width = this.width): SearchGraph {
    const { size } = this;
    return { size, width, from: (node, ...step) => this.#visitSteps(node, direction, ...step) };
  }

  /** Those with whom somebody could begin a tandem: whom the rules let them meet, and who is none of their partners. */
  listNewPartners(side: Side, index: number): number[] {
    return listNumbers(this.#findNewPartners(side, index));
  }

  /** How many steps there are at most: two between each node and its hub, and one for each pair. */
  countSteps(): number {
    const { roster, candidates } = this.#scene;
    const pairs = roster.mentors.map((_, mentor) => countNumbers(candidates.partnersOf('mentor', mentor)));
    return 2 * this.size + pairs.reduce((sum, count) => sum + count, 0) + this.#scene.tandems.length;
  }

  /** Writes all steps as they are followed onwards, node after node. */
  listSteps(room: StepRoom): void {
    const { starts, begins, ends, numbers, prices } = room;
    const { width } = this;
    let count = 0;
    const write: StepVisitor = (next, costAt) => {
      ends[count] = next;
      for (let level = 0; level < width; level++) numbers[count * width + level] = costAt(level);
      count++;
    };
    for (let node = 0; node < this.size; node++) {
      starts[node] = count;
      prices.set(this.#price[node]!, node * (width - 1));
      const person = this.findPerson(node);
      this.#visitHubSteps(node, 'onwards', () => true, write);
      if (person?.side === 'mentee') this.#visitEndings(node, person, write);
      begins[node] = count;
      if (person?.side === 'mentor') count += this.#listBeginnings(person.index, count, room);
    }
    starts[this.size] = count;
  }

  /** What pairs count, level by level, as there may be thousands of partners. @returns how many there are. */
  #listBeginnings(mentor: number, first: number, { ends, numbers }: StepRoom): number {
    const { width } = this;
    const firstMentee = this.#firstMentee;
    const partners = this.listNewPartners('mentor', mentor);
    for (const [level, pair] of this.#pairs.entries()) {
      if (pair === null) continue;
      let at = first * width + level;
      for (const mentee of partners) {
        numbers[at] = pair(mentor, mentee);
        at += width;
      }
    }
    for (let nth = 0; nth < partners.length; nth++) ends[first + nth] = firstMentee + partners[nth]!;
    return partners.length;
  }

  #visitSteps(
    node: number,
    direction: Direction,
    isOpen: (node: number) => boolean,
    each: StepVisitor,
    room: number,
  ): void {
    this.#visitHubSteps(node, direction, isOpen, each);
    const person = this.findPerson(node);
    if (person === null) return;
    const begins = (person.side === 'mentor') === (direction === 'onwards');
    if (begins)
      this.#visitBeginnings(node, person, partner => isOpen(partner) && this.#isWithin(node, partner, room), each);
    else this.#visitEndings(node, person, each);
  }

  /** The steps between a node and its hub, and between it and what hangs from it. */
  #visitHubSteps(node: number, direction: Direction, isOpen: (node: number) => boolean, each: StepVisitor): void {
    if (node !== ROOT) this.#visitHubStep(node, this.#hub[node]!, direction === 'onwards', each);
    for (const other of this.#hanging[node] ?? []) {
      if (isOpen(other)) this.#visitHubStep(other, other, direction !== 'onwards', each);
    }
  }

  /** The step between a node and its hub. @param outwards whether it goes to the hub. */
  #visitHubStep(node: number, next: number, outwards: boolean, each: StepVisitor): void {
    const isMore = (this.getSide(node) === 'mentee') === outwards;
    const cost = (isMore ? this.#more : this.#less)[node];
    if (cost) each(next, level => cost[level]!);
  }

  #visitBeginnings(
    node: number,
    { side, index }: { readonly side: Side; readonly index: number },
    isOpen: (node: number) => boolean,
    each: StepVisitor,
  ): void {
    const first = this.getNode(getOtherSide(side), 0);
    const price = this.#price[node]!;
    const prices = this.#price;
    const pairs = this.#pairs;
    const last = pairs.length;
    const eligible = this.#findNewPartners(side, index);
    let partner = 0;
    // Made once for all partners, of whom there may be thousands.
    const costAt = (level: number) => {
      if (level === last) return 1;
      const pair = pairs[level]!;
      const asked = price[level]! + prices[first + partner]![level]!;
      if (pair === null) return asked;
      return asked - (side === 'mentor' ? pair(index, partner) : pair(partner, index));
    };
    for (let word = 0; word < eligible.length; word++) {
      for (let rest = eligible[word]!; rest !== 0; rest &= rest - 1) {
        partner = 32 * word + findLowestBit(rest);
        if (isOpen(first + partner)) each(first + partner, costAt);
      }
    }
  }

  #findNewPartners(side: Side, index: number): Bits {
    const partners = this.#scene.candidates.partnersOf(side, index).slice();
    for (const own of this.#partners[this.getNode(side, index)]!) clearBit(partners, own);
    return partners;
  }

  /**
   * Whether to begin a tandem may cost no more than there is room for on the first level: most that
   * do not are known by prices alone.
   */
  #isWithin(node: number, partner: number, room: number): boolean {
    if (this.#counted === null) return true;
    return this.#price[node]![0]! + this.#price[partner]![0]! <= room || this.#counted[node]!.includes(partner);
  }

  #listCounted(): readonly (readonly number[])[] | null {
    const term = this.#levels[0]?.pairTerm;
    if (term?.kind !== 'noted') return null;
    const counted: number[][] = Array.from({ length: this.size }, () => []);
    for (const note of this.#scene.terms.pairs) {
      if (!isInSet(term.set, note)) continue;
      const [mentor, mentee] = [this.getNode('mentor', note.mentor), this.getNode('mentee', note.mentee)];
      counted[mentor]!.push(mentee);
      counted[mentee]!.push(mentor);
    }
    return counted;
  }

  #visitEndings(
    node: number,
    { side, index }: { readonly side: Side; readonly index: number },
    each: StepVisitor,
  ): void {
    const first = this.getNode(getOtherSide(side), 0);
    for (const partner of this.#partners[node]!) {
      const cost = this.makeTandemCost(makePair(side, index, partner));
      each(first + partner, level => (level < this.#levels.length ? -cost(level) : this.#changes.ending));
    }
  }

  /**
   * Works out what one more and one less of a node cost, and what it is priced at with all
   * around it; its hub must be known.
   */
  #add(holder: Holder): void {
    const { node, hub, used, most } = holder;
    this.#hub[node] = hub;
    this.#holders[node] = holder;
    this.#more[node] = used < most ? this.getCostOfMore(node) : null;
    const changes = node >= this.#firstMentee ? this.#changes.menteeByHub : 0;
    const costAtLess = (worth: LevelWorth, level: number) => computeCostOfLess(holder, worth, level);
    this.#less[node] = used > 0 ? this.#makeCost(costAtLess, changes) : null;
    this.#price[node] = Float64Array.from(
      this.#levels,
      (worth, level) => getOwnPrice(holder, worth, level) + this.#price[hub]![level]!,
    );
    this.#hanging[hub]!.push(node);
  }

  /** A step that begins and ends no tandem. */
  #makeCost(costAt: (worth: LevelWorth, level: number) => number, changes = 0): Cost {
    return Float64Array.from([...this.#levels.map(costAt), changes]);
  }
}
