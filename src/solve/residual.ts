/** No arc. */
export const NONE = -1;

/**
 * The arcs of a circulation, what they carry, and for each node the lists that a search needs: the arcs into it and out of it,
 * and those among them that carry something. Arcs can be added at any time; a list is walked by `first…[node]` and
 * `next…[arc]`. Space: 40 bytes an arc, 8 more a limb; 40 bytes a node.
 */
export class Residual {
  readonly limbs: number;
  from = new Int32Array(1024);
  to = new Int32Array(1024);
  capacity = new Int32Array(1024);
  flow = new Int32Array(1024);
  /** The gain of arc a is the packed vector from a × limbs. */
  gain: Float64Array;
  readonly firstInto: Int32Array;
  nextInto = new Int32Array(1024);
  readonly firstOut: Int32Array;
  nextOut = new Int32Array(1024);
  /** Arcs into a node and out of it that carry something. */
  readonly firstBringing: Int32Array;
  nextBringing = new Int32Array(1024);
  readonly firstTaking: Int32Array;
  nextTaking = new Int32Array(1024);
  /** How many arcs each list of a node holds. */
  readonly counts: Readonly<Record<'into' | 'out' | 'bringing' | 'taking', Int32Array>>;
  #previousBringing = new Int32Array(1024);
  #previousTaking = new Int32Array(1024);
  readonly #lastInto: Int32Array;
  readonly #lastOut: Int32Array;
  #count = 0;

  constructor(nodes: number, limbs: number) {
    const heads = () => new Int32Array(nodes).fill(NONE);
    this.limbs = limbs;
    this.gain = new Float64Array(1024 * limbs);
    this.firstInto = heads();
    this.firstOut = heads();
    this.firstBringing = heads();
    this.firstTaking = heads();
    this.#lastInto = heads();
    this.#lastOut = heads();
    const counts = () => new Int32Array(nodes);
    this.counts = { into: counts(), out: counts(), bringing: counts(), taking: counts() };
  }

  get count(): number {
    return this.#count;
  }

  /** Adds an arc that no list holds yet. */
  add(from: number, to: number, capacity: number, gain: Float64Array): number {
    const arc = this.#count++;
    if (arc === this.from.length) this.#grow();
    this.from[arc] = from;
    this.to[arc] = to;
    this.capacity[arc] = capacity;
    for (let l = 0; l < this.limbs; l++) this.gain[arc * this.limbs + l] = gain[l]!;
    return arc;
  }

  /** Puts an arc at the end of the lists of its ends. */
  link(arc: number): void {
    const head = this.to[arc]!;
    const tail = this.from[arc]!;
    append(this.firstInto, this.#lastInto, this.nextInto, head, arc);
    append(this.firstOut, this.#lastOut, this.nextOut, tail, arc);
    this.counts.into[head]!++;
    this.counts.out[tail]!++;
  }

  /** Puts an arc into the lists together with what it carries. */
  show(arc: number, units: number): void {
    this.link(arc);
    this.change(arc, units);
  }

  /** Takes an arc out of use, and returns what it carried. */
  hide(arc: number): number {
    const units = this.flow[arc]!;
    this.change(arc, -units);
    this.capacity[arc] = 0;
    return units;
  }

  /** Sends units more over an arc, or takes some back. */
  change(arc: number, units: number): void {
    const before = this.flow[arc]!;
    const after = before + units;
    this.flow[arc] = after;
    if ((before === 0) === (after === 0)) return;
    const list = before === 0 ? enlist : strike;
    const more = before === 0 ? 1 : -1;
    const head = this.to[arc]!;
    const tail = this.from[arc]!;
    list(this.firstBringing, this.nextBringing, this.#previousBringing, head, arc);
    list(this.firstTaking, this.nextTaking, this.#previousTaking, tail, arc);
    this.counts.bringing[head]! += more;
    this.counts.taking[tail]! += more;
  }

  #grow(): void {
    const wider = (old: Int32Array) => {
      const wide = new Int32Array(2 * old.length);
      wide.set(old);
      return wide;
    };
    this.from = wider(this.from);
    this.to = wider(this.to);
    this.capacity = wider(this.capacity);
    this.flow = wider(this.flow);
    this.nextInto = wider(this.nextInto);
    this.nextOut = wider(this.nextOut);
    this.nextBringing = wider(this.nextBringing);
    this.nextTaking = wider(this.nextTaking);
    this.#previousBringing = wider(this.#previousBringing);
    this.#previousTaking = wider(this.#previousTaking);
    const gain = new Float64Array(2 * this.gain.length);
    gain.set(this.gain);
    this.gain = gain;
  }
}

function append(first: Int32Array, last: Int32Array, next: Int32Array, node: number, arc: number): void {
  next[arc] = NONE;
  if (last[node] === NONE) first[node] = arc;
  else next[last[node]!] = arc;
  last[node] = arc;
}

function enlist(first: Int32Array, next: Int32Array, previous: Int32Array, node: number, arc: number): void {
  const old = first[node]!;
  next[arc] = old;
  previous[arc] = NONE;
  if (old !== NONE) previous[old] = arc;
  first[node] = arc;
}

function strike(first: Int32Array, next: Int32Array, previous: Int32Array, node: number, arc: number): void {
  const after = next[arc]!;
  const before = previous[arc]!;
  if (after !== NONE) previous[after] = before;
  if (before !== NONE) next[before] = after;
  else first[node] = after;
}
