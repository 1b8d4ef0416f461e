import type { Side } from '../domain/roster.ts';
import type { NamesOf, ReadyRule } from './rules.ts';

const NOBODY: readonly number[] = [];

/** For a rule that goes by names: the partners of a person who are not answered as usual. */
export class Exceptions {
  readonly #seeks: NamesOf;
  readonly #bears: NamesOf;
  readonly #sizes: Readonly<Record<Side, number>>;
  /** The people of each side by the names that they bear; made when first asked for. */
  readonly #bearers: { [Key in Side]: ReadonlyMap<number, readonly number[]> | null } = { mentor: null, mentee: null };

  constructor(seeks: NamesOf, bears: NamesOf, sizes: Readonly<Record<Side, number>>) {
    this.#seeks = seeks;
    this.#bears = bears;
    this.#sizes = sizes;
  }

  /** Calls `each` with the partners of a person of a side; with some perhaps more than once. */
  visit(side: Side, index: number, each: (partner: number) => void): void {
    const bearers = this.#bearersOn(side === 'mentor' ? 'mentee' : 'mentor');
    for (const name of this.#seeks(side, index)) {
      for (const partner of bearers.get(name) ?? NOBODY) each(partner);
    }
  }

  #bearersOn(side: Side): ReadonlyMap<number, readonly number[]> {
    const known = this.#bearers[side];
    if (known !== null) return known;
    const bearers = new Map<number, number[]>();
    for (let index = 0; index < this.#sizes[side]; index++) {
      for (const name of this.#bears(side, index)) {
        const others = bearers.get(name);
        if (others === undefined) bearers.set(name, [index]);
        else others.push(index);
      }
    }
    this.#bearers[side] = bearers;
    return bearers;
  }
}

/** Rules by how they tell people apart. */
export interface SightedRules {
  readonly byKeys: readonly {
    readonly rule: ReadyRule;
    readonly keys: Readonly<Record<Side, Int32Array>>;
    readonly at: number;
  }[];
  readonly byNames: readonly {
    readonly rule: ReadyRule;
    readonly usually: 'holds' | 'fails';
    readonly exceptions: Exceptions;
    readonly at: number;
  }[];
}

/** @param sizes how many people each side has. `at` is the rule's place in the list. */
export function sighted(rules: readonly ReadyRule[], sizes: Readonly<Record<Side, number>>): SightedRules {
  return {
    byKeys: rules.flatMap((rule, at) => (rule.sight.by === 'keys' ? [{ rule, keys: rule.sight.keys, at }] : [])),
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
