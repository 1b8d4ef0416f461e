import { getOtherSide } from '../../domain/pair-keys.ts';
import type { Side } from '../../domain/roster.ts';
import type { NamesOf } from '../rules/ready-rule.ts';
import { cachePerSide } from './sides.ts';

/** For a rule that goes by names: the partners of a person who are not answered as usual. */
export class Exceptions {
  readonly #seeks: (side: Side) => Lists;
  readonly #bearers: (side: Side) => Lists;

  constructor(seeks: NamesOf, bears: NamesOf, sizes: Readonly<Record<Side, number>>) {
    this.#bearers = cachePerSide(side => invertLists(flattenLists(index => bears(side, index), sizes[side])));
    // Most names are borne by nobody of the other side.
    this.#seeks = cachePerSide(side => {
      const { starts } = this.#bearers(getOtherSide(side));
      return flattenLists(index => seeks(side, index).filter(name => starts[name]! < starts[name + 1]!), sizes[side]);
    });
  }

  /** Calls `each` with the partners of a person of a side; with some perhaps more than once. */
  visit(side: Side, index: number, each: (partner: number) => void): void {
    const { starts: from, items: names } = this.#seeks(side);
    const { starts, items: people } = this.#bearers(getOtherSide(side));
    for (let n = from[index]!; n < from[index + 1]!; n++) {
      const name = names[n]!;
      for (let at = starts[name]!; at < starts[name + 1]!; at++) each(people[at]!);
    }
  }
}

/**
 * Lists of numbers one after the other, that of n from starts[n] to starts[n + 1] − 1. As arrays
 * they would take ten times the space.
 */
interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

function flattenLists(listOf: (index: number) => readonly number[], size: number): Lists {
  const starts = new Int32Array(size + 1);
  const items: number[] = [];
  for (let index = 0; index < size; index++) {
    for (const item of listOf(index)) items.push(item);
    starts[index + 1] = items.length;
  }
  return { starts, items: Int32Array.from(items) };
}

/** For each item, the lists that it is in. */
function invertLists({ starts: from, items }: Lists): Lists {
  const most = items.reduce((a, b) => Math.max(a, b), -1);
  const starts = new Int32Array(most + 2);
  for (const item of items) starts[item + 1]!++;
  for (let item = 0; item <= most; item++) starts[item + 1]! += starts[item]!;
  const next = starts.slice();
  const lists = new Int32Array(items.length);
  for (let list = 0; list + 1 < from.length; list++) {
    for (let at = from[list]!; at < from[list + 1]!; at++) lists[next[items[at]!]!++] = list;
  }
  return { starts, items: lists };
}
