import type { Side } from '../../domain/roster.ts';
import { Numbering } from '../rules/number-keys.ts';
import type { ReadyRule } from '../rules/ready-rule.ts';
import { Exceptions } from './exceptions.ts';
import { cachePerSide } from './sides.ts';

/** Rules by how they tell people apart. */
export interface RuleIndex {
  readonly byKeys: readonly {
    readonly rule: ReadyRule;
    readonly keys: Readonly<Record<Side, Int32Array>>;
    readonly at: number;
  }[];
  /** For each person of a side, a number that is the same for those whom no rule by keys tells apart. */
  readonly alike: (side: Side) => Int32Array;
  readonly byNames: readonly {
    readonly rule: ReadyRule;
    readonly usually: 'holds' | 'fails';
    readonly exceptions: Exceptions;
    readonly at: number;
  }[];
}

/** @param sizes how many people each side has. `at` is the rule's index in the list. */
export function indexRules(rules: readonly ReadyRule[], sizes: Readonly<Record<Side, number>>): RuleIndex {
  const byKeys = rules.flatMap((rule, at) => (rule.sight.by === 'keys' ? [{ rule, keys: rule.sight.keys, at }] : []));
  return {
    byKeys,
    alike: cachePerSide(side =>
      assignClasses(
        byKeys.map(({ keys }) => keys[side]),
        sizes[side],
      ),
    ),
    byNames: rules.flatMap((rule, at) =>
      rule.sight.by === 'names'
        ? [
            {
              rule,
              usually: rule.sight.usually,
              exceptions: new Exceptions(rule.sight.seeks, rule.sight.bears, sizes),
              at,
            },
          ]
        : [],
    ),
  };
}

/** Numbers people by all of some keys. */
function assignClasses(keys: readonly Int32Array[], size: number): Int32Array {
  const numbers = new Numbering();
  return Int32Array.from({ length: size }, (_, index) => numbers.assignNumber(keys.map(key => key[index]).join(' ')));
}
