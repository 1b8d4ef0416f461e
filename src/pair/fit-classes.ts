import type { Side } from '../domain/roster.ts';
import { KeyedOrder, type Room } from './key-masks.ts';
import type { Classes, Machine, Order } from './machine.ts';
import type { ReadyRule } from './rules.ts';
import { pairOf } from './sides.ts';

/** How partners in an order are parted by a preference, for one person of the other side after the other. */
export class FitClasses {
  readonly #machine: Machine;
  readonly #answers: (asker: number) => Int32Array;
  readonly #keys: Int32Array;
  readonly #order: Order;
  readonly #room: Room;
  readonly #known = new Map<number, Classes>();
  /** Classes for which there was no room, and for which key they are. */
  readonly #last: Classes;
  #lastKey = -1;

  /** @param keys of everybody, by the preference. @param room where classes are kept. */
  constructor(
    machine: Machine,
    rule: ReadyRule,
    keys: Readonly<Record<Side, Int32Array>>,
    asking: Side,
    partners: Int32Array,
    room: Room,
  ) {
    const { examples, starts, places } = new KeyedOrder(partners, keys[asking === 'mentor' ? 'mentee' : 'mentor']);
    this.#machine = machine;
    this.#keys = keys[asking];
    this.#answers = asker => answersOf(rule, asking, asker, examples);
    this.#order = machine.run.orderOf(places.length, examples.length);
    machine.ints(machine.run.placesOf(this.#order), places.length).set(places);
    machine.ints(machine.run.startsOf(this.#order), starts.length).set(starts);
    this.#room = room;
    this.#last = machine.run.noClasses();
  }

  /** The classes for somebody; they may change with the next call. */
  of(asker: number): Classes {
    const key = this.#keys[asker]!;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (key !== this.#lastKey) this.#part(asker);
    this.#lastKey = key;
    const { sizeOf, copyOf } = this.#machine.run;
    if (!this.#room.take(sizeOf(this.#last))) return this.#last;
    const kept = copyOf(this.#last);
    this.#known.set(key, kept);
    return kept;
  }

  #part(asker: number): void {
    const { run } = this.#machine;
    const answers = this.#answers(asker);
    this.#machine.ints(run.answersOf(this.#order), answers.length).set(answers);
    run.part(this.#last, this.#order);
  }
}

/** For each partner, twice the fit, and one more where the rule holds. */
function answersOf(rule: ReadyRule, asking: Side, asker: number, partners: Int32Array): Int32Array {
  if (rule.answers !== undefined) return rule.answers(asking, asker, partners);
  return partners.map(partner => {
    const { mentor, mentee } = pairOf(asking, asker, partner);
    return 2 * rule.fit(mentor, mentee) + (rule.holds(mentor, mentee) ? 1 : 0);
  });
}
