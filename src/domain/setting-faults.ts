import type { RuleKind } from './rule-table.ts';

/** What a setting can be. */
export type SettingKind = 'list' | 'true or false' | 'whole number' | 'number' | 'settings' | 'text' | 'null';

/** What is asked of texts besides. */
export const REFINEMENTS = ['whole characters', 'no control characters', 'day', 'encoding'] as const;
export type Refinement = (typeof REFINEMENTS)[number];

/** What is wrong with a setting. */
export type SettingFault =
  | {
      readonly kind: 'wrong kind';
      readonly isMissing: boolean;
      /** It must be one of these, or one of the texts of `literals`. */
      readonly kinds: readonly SettingKind[];
      readonly literals: readonly string[];
    }
  | { readonly kind: 'not of choice'; readonly choice: readonly string[] }
  | { readonly kind: 'empty' | 'too exact' | 'not two people' }
  | { readonly kind: 'too low'; readonly least: number }
  | { readonly kind: 'too high' | 'too long'; readonly most: number }
  | { readonly kind: 'unfit text'; readonly needs: Refinement }
  | { readonly kind: 'nested too deep'; readonly most: number }
  | { readonly kind: 'unusable name'; readonly name: string }
  | { readonly kind: 'taken name' | 'region called like a country'; readonly name: string }
  | { readonly kind: 'region called *' }
  | { readonly kind: 'region in itself'; readonly name: string; readonly through: string | null }
  | { readonly kind: 'level too early'; readonly level: 'balance' }
  | { readonly kind: 'level too early'; readonly level: 'worst'; readonly after: readonly string[] }
  | { readonly kind: 'no score to weigh' }
  | { readonly kind: 'not weighable'; readonly levels: readonly string[] }
  | { readonly kind: 'no distance' | 'needless distance' | 'needless ranks'; readonly rule: RuleKind }
  | { readonly kind: 'unmeasurable'; readonly rule: RuleKind; readonly field: string }
  | { readonly kind: 'not compared'; readonly field: string; readonly fields: readonly string[] };

/** What a name would be a name of. */
export type KindOfName =
  | 'preset'
  | 'rule'
  | 'crossBorder'
  | 'delimiter'
  | 'language'
  | 'role'
  | 'value'
  | 'status'
  | 'level'
  | 'region'
  | 'setting'
  | 'column'
  | 'column with a default'
  | 'column of lists'
  | 'rule of the preset'
  | 'level of the objective';

/** What JSON expects where it found something else. */
export type JsonPart = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or }' | 'comma or ]' | 'end';

/** Where a text stops being JSON. */
export type JsonFault =
  | { readonly kind: 'not UTF-8' | 'unknown' }
  | { readonly kind: 'ends early'; readonly expected: JsonPart }
  | { readonly kind: 'goes on' | 'extra comma'; readonly rest: string }
  | { readonly kind: 'lacks'; readonly expected: JsonPart; readonly rest: string }
  /** What is between the quotes of a text, and what to write in its place. */
  | { readonly kind: 'backslash'; readonly written: string; readonly meant: string };
