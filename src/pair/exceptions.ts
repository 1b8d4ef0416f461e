import type { Side } from '../domain/roster.ts';
import type { NamesOf, ReadyRule } from './rules.ts';

/** For a rule that goes by names: the partners of a person who are not answered as usual. */
export class Exceptions {
  readonly #seeks: NamesOf;
  readonly #bears: NamesOf;
  readonly #sizes: Readonly<Record<Side, number>>;
  /** The people of each side by the names that they bear; made when first asked for. */
  readonly #bearers: { [Key in Side]: Bearers | null } = { mentor: null, mentee: null };

  constructor(seeks: NamesOf, bears: NamesOf, sizes: Readonly<Record<Side, number>>) {
    this.#seeks = seeks;
    this.#bears = bears;
    this.#sizes = sizes;
  }

  /** Calls `each` with the partners of a person of a side; with some perhaps more than once. */
  visit(side: Side, index: number, each: (partner: number) => void): void {
    const { starts, people } = this.#bearersOn(side === 'mentor' ? 'mentee' : 'mentor');
    for (const name of this.#seeks(side, index)) {
      if (name + 1 >= starts.length) continue;
      for (let at = starts[name]!; at < starts[name + 1]!; at++) each(people[at]!);
    }
  }

  #bearersOn(side: Side): Bearers {
    this.#bearers[side] ??= bearersOf(index => this.#bears(side, index), this.#sizes[side]);
    return this.#bearers[side];
  }
}

/** Who bears a name: the people from `starts[name]` up to `starts[name + 1]`. As lists in a map they would take ten times the space. */
interface Bearers {
  readonly starts: Int32Array;
  readonly people: Int32Array;
}

function bearersOf(namesOf: (index: number) => readonly number[], size: number): Bearers {
  const names: number[] = [];
  const bearers: number[] = [];
  let most = 0;
  for (let index = 0; index < size; index++) {
    for (const name of namesOf(index)) {
      names.push(name);
      bearers.push(index);
      most = Math.max(most, name);
    }
  }
  const starts = new Int32Array(most + 2);
  for (const name of names) starts[name + 1]!++;
  for (let name = 0; name <= most; name++) starts[name + 1]! += starts[name]!;
  const next = starts.slice();
  const people = new Int32Array(names.length);
  for (let at = 0; at < names.length; at++) people[next[names[at]!]!++] = bearers[at]!;
  return { starts, people };
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
