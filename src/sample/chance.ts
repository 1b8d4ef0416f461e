/** A stream of chance: the same seed gives the same draws on every machine. */
export interface Chance {
  /** A whole number from 0 up to, but without, `limit`. */
  readonly below: (limit: number) => number;
  /** True in `percent` of a hundred cases. */
  readonly holds: (percent: number) => boolean;
  /** One of the items, each equally likely. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items, the earlier the likelier: of two in three cases out of four the first. */
  readonly pickEarly: <T>(items: readonly T[]) => T;
  /** One of the items, each as likely as its weight, a whole number, says. */
  readonly pickByWeight: <T>(items: readonly T[], weight: Weight<T>) => T;
  /** At most `count` different items in the order drawn, each draw by weight among those left. */
  readonly sampleByWeight: <T>(items: readonly T[], count: number, weight: Weight<T>) => readonly T[];
  /** The items in a new order, every order equally likely. */
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

type Weight<T> = (item: T) => number;

/** How many draws it takes until similar seeds no longer give similar draws. */
const WARMING_UP = 15;

/**
 * Chance from a seed, any whole number. Every draw is whole-number arithmetic or one division and one product, which
 * IEEE 754 rounds alike everywhere; logarithms and powers are not, and so none is used.
 */
export function createChance(seed: number): Chance {
  const next = createSfc32(seed);
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  const pickByWeight = <T>(items: readonly T[], weight: Weight<T>) => items[drawIndex(items, weight, below)]!;
  return {
    below,
    holds: percent => below(100) < percent,
    pick: items => items[below(items.length)]!,
    pickEarly: items => items[Math.min(below(items.length), below(items.length))]!,
    pickByWeight,
    sampleByWeight: (items, count, weight) => {
      const left = [...items];
      const drawn = [];
      while (drawn.length < count && left.length > 0) {
        drawn.push(...left.splice(drawIndex(left, weight, below), 1));
      }
      return drawn;
    },
    shuffled: items => shuffle(items, below),
  };
}

/**
 * Random whole numbers of 32 bits by sfc32 ("small, fast, counting"): Chris Doty-Humphrey, PractRand, public domain,
 * https://pracrand.sourceforge.net, RNG engines, with its shifts 21, 9 and 3.
 */
function createSfc32(seed: number): () => number {
  let a = 0;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;
  const drawNext = () => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  };
  for (let draw = 0; draw < WARMING_UP; draw++) drawNext();
  return drawNext;
}

function drawIndex<T>(items: readonly T[], weight: Weight<T>, below: Chance['below']): number {
  let total = 0;
  for (const item of items) total += weight(item);
  let rest = below(total);
  for (const [index, item] of items.entries()) {
    rest -= weight(item);
    if (rest < 0) return index;
  }
  return items.length - 1;
}

/** Fisher and Yates's shuffle: Knuth, The Art of Computer Programming, volume 2, algorithm P. */
function shuffle<T>(items: readonly T[], below: Chance['below']): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
