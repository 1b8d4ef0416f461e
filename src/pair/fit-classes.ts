import type { Side } from '../domain/roster.ts';
import type { KeyedOrder, Part } from './key-masks.ts';
import type { ReadyRule } from './rules.ts';
import { pairOf } from './sides.ts';

/** The partners in a region, parted into classes for whom a preference fits alike: what is true of each, and its places. */
export interface FitClasses {
  readonly fits: Float64Array;
  /** 1 where the preference holds. */
  readonly holds: Float64Array;
  readonly parts: readonly Part[];
  /** For each word of places, the first class that anybody in it is of. */
  readonly first: Uint16Array;
}

/** The partners by what a preference is worth with somebody, the worthiest first. */
export function classesFor(rule: ReadyRule, places: KeyedOrder, asking: Side, asker: number): FitClasses {
  const answers = answersOf(rule, asking, asker, places.examples);
  const values: number[] = [];
  for (let at = 0; at < answers.length; at++) {
    const answer = answers[at]!;
    if (CLASS_OF[answer]! < 0) CLASS_OF[answer] = values.push(answer) - 1;
    answers[at] = CLASS_OF[answer]!;
  }
  for (const value of values) CLASS_OF[value] = -1;
  const parts = places.parted(answers, values.length);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const ordered = order.map(at => parts[at]!);
  return {
    fits: Float64Array.from(order, at => values[at]! >> 1),
    holds: Float64Array.from(order, at => values[at]! & 1),
    parts: ordered,
    first: firstIn(ordered),
  };
}

/** For each word, the first part that has any bit in it. */
function firstIn(parts: readonly Part[]): Uint16Array {
  const first = new Uint16Array(parts[0]?.bits.length ?? 0);
  let part = 0;
  for (let word = 0; word < first.length; word++) {
    for (part = 0; part < parts.length - 1 && parts[part]!.bits[word] === 0; ) part++;
    first[word] = part;
  }
  return first;
}

/** The class of each answer while classes are made: answers are 0 … 2001. */
const CLASS_OF = new Int16Array(2002).fill(-1);

/** For each partner, twice the fit, and one more where the rule holds. */
function answersOf(rule: ReadyRule, asking: Side, asker: number, partners: Int32Array): Int32Array {
  if (rule.answers !== undefined) return rule.answers(asking, asker, partners);
  return partners.map(partner => {
    const { mentor, mentee } = pairOf(asking, asker, partner);
    return 2 * rule.fit(mentor, mentee) + (rule.holds(mentor, mentee) ? 1 : 0);
  });
}
