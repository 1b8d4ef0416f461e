import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import type { Side } from '../../domain/roster.ts';
import type { ReadyRule, Shares } from '../rules/ready-rule.ts';
import { KeyedOrder, type MemoryBudget } from './mask-cache.ts';
import type { ClassesHandle, OrderHandle, SearchMachine } from './wasm.ts';

/** How partners in an order are parted by a preference, for one person of the other side after the other. */
export class FitClasses {
  readonly #machine: SearchMachine;
  /** Fills in the answers of the keys in the order. */
  readonly #answer: (asker: number) => void;
  readonly #keys: Int32Array;
  readonly #order: OrderHandle;
  readonly #room: MemoryBudget;
  readonly #known = new Map<number, ClassesHandle>();
  /** Classes for which there was no room, and for which key they are. */
  readonly #last: ClassesHandle;
  #lastKey = -1;

  /** @param keys of everybody, by the preference. @param room where classes are kept. */
  constructor(
    machine: SearchMachine,
    rule: ReadyRule,
    keys: Readonly<Record<Side, Int32Array>>,
    asking: Side,
    partners: Int32Array,
    room: MemoryBudget,
  ) {
    const { examples, starts, positions } = new KeyedOrder(partners, keys[getOtherSide(asking)]);
    this.#machine = machine;
    this.#keys = keys[asking];
    this.#order = machine.run.orderOf(positions.length, examples.length);
    machine.viewInts(machine.run.positionsOf(this.#order), positions.length).set(positions);
    machine.viewInts(machine.run.startsOf(this.#order), starts.length).set(starts);
    this.#answer = makeAnswerer(machine, this.#order, rule, asking, examples);
    this.#room = room;
    this.#last = machine.run.noClasses();
  }

  /** The classes for somebody; they may change with the next call. */
  getClasses(asker: number): ClassesHandle {
    const key = this.#keys[asker]!;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (key !== this.#lastKey) this.#classify(asker);
    this.#lastKey = key;
    const { sizeOf, copyOf } = this.#machine.run;
    if (!this.#room.take(sizeOf(this.#last))) return this.#last;
    const kept = copyOf(this.#last);
    this.#known.set(key, kept);
    return kept;
  }

  #classify(asker: number): void {
    this.#answer(asker);
    this.#machine.run.part(this.#last, this.#order);
  }
}

/**
 * How the answers of the keys in an order are filled in for somebody: twice the fit, and one more where the rule holds.
 */
function makeAnswerer(machine: SearchMachine, order: OrderHandle, rule: ReadyRule, asking: Side, examples: Int32Array) {
  const { run } = machine;
  if (rule.shares !== undefined) return makeShareAnswerer(machine, order, rule.shares, asking, examples);
  return (asker: number) => {
    const answers = machine.viewInts(run.answersOf(order), examples.length);
    examples.forEach((partner, key) => {
      const { mentor, mentee } = makePair(asking, asker, partner);
      answers[key] = 2 * rule.fit(mentor, mentee) + (rule.holds(mentor, mentee) ? 1 : 0);
    });
  };
}

/** The same where fits are shares of lists: compared in the memory. */
function makeShareAnswerer(
  machine: SearchMachine,
  order: OrderHandle,
  { parts, wanted, answers }: Shares,
  asking: Side,
  examples: Int32Array,
) {
  const { run } = machine;
  const theirs = parts[getOtherSide(asking)];
  run.list(order, answers.length);
  machine.viewInts(run.sharesOf(order), answers.length).set(answers);
  machine.viewInts(run.partsOf(order), examples.length).set(examples.map(partner => theirs[partner]!));
  if (asking === 'mentee') return (asker: number) => run.share(order, parts.mentee[asker]!, wanted[asker]!);
  machine.viewInts(run.wantedOf(order), examples.length).set(examples.map(partner => wanted[partner]!));
  return (asker: number) => run.shareWith(order, parts.mentor[asker]!);
}
