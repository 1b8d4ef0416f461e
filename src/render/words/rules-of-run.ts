import type { Gaps } from '../../domain/data-gaps.ts';
import type { DecisionRecord } from '../../domain/decisions.ts';
import { OF_PRIORITY } from '../../domain/objective-levels.ts';
import type { Limit, Policy } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import type { InputRecords, Settings } from '../../domain/run-files.ts';
import type { Defaults } from '../../domain/understood.ts';
import { type Layout, renderSections } from '../layout/sections.ts';
import type { Words } from './en/index.ts';
import {
  describeDefaults,
  describeLevels,
  describePolicy,
  describePreferences,
  formatBullets,
  makeListSection,
  numberLines,
} from './rules.ts';

/** What a certificate holds of the rules of its run. */
export interface HeldRules {
  readonly folder: string;
  readonly program: string;
  readonly people: Readonly<Record<'mentors' | 'mentees', number>>;
  readonly policy: Policy;
  readonly defaults: Defaults;
  /** Of whom there are limits: how high they are is in a sheet. */
  readonly limits: readonly Pick<Limit, 'place' | 'side'>[];
  readonly levels: readonly string[];
  readonly decisions: DecisionRecord;
  /** Their paths are as the reader would name them. */
  readonly inputs: Pick<InputRecords, 'limits' | 'pairs' | 'history'>;
}

/** What is not in a certificate: whether the sheets have data for a rule. */
const UNKNOWN: Gaps = { rules: [], limits: [] };

/** The rules of a finished run, from its certificate alone, and what else there is to know that it does not hold. */
export function renderHeldRules(held: HeldRules, words: Words, layout: Layout): string {
  const { folder, program, people, policy, defaults, limits, levels, decisions } = held;
  const { rules } = words;
  const list = makeListSection(layout);
  const { approved, declined, previous, held: unmoved = [] } = decisions;
  const hasPriorities = levels.some(level => level.startsWith(OF_PRIORITY));
  const kept = previous === null || previous.length === 0 ? [] : [rules.hopedFor(previous.length)];
  return renderSections(
    [
      [rules.ofRun(folder, program), [rules.people(people.mentors, people.mentees)]],
      list(rules.defaultsHead, describeDefaults(defaults, words)),
      list(rules.mustHead, [
        ...describePolicy(policy, UNKNOWN, words),
        ...(declined === null ? [] : [rules.notDeclinedOnce]),
      ]),
      list(rules.fixedHead, [
        ...(approved.length > 0 ? [rules.approved(approved.length)] : []),
        ...(unmoved.length > 0 ? [rules.held(unmoved.length)] : []),
        ...kept,
      ]),
      list(rules.preferHead, describePreferences(policy, [], UNKNOWN, words)),
      list(
        rules.limitsHead,
        limits.length === 0 ? [rules.noLimits] : SIDES.flatMap(side => describeLimited(side, limits, words)),
      ),
      [rules.levelsHead, numberLines(describeLevels(policy, hasPriorities, UNKNOWN, words), layout)],
      [rules.notHeldHead, formatBullets(describeNotHeld(held, words), layout)],
      ['', [rules.ties]],
    ],
    layout,
  );
}

const SIDES = ['mentee', 'mentor'] as const;

/** Of which places the people of a side are limited; no line where there are none. */
function describeLimited(side: Side, limits: HeldRules['limits'], { rules, grammar }: Words): string[] {
  const places = limits.filter(limit => limit.side === side).map(({ place }) => grammar.nameCountry(place));
  return places.length === 0 ? [] : [rules.limited(side, places)];
}

/** What else decided about the run, and where it is. */
function describeNotHeld({ folder, limits, inputs, policy }: HeldRules, { rules }: Words): string[] {
  const repeat = policy.repeatAfterMonths === null ? null : { months: policy.repeatAfterMonths, start: policy.start };
  const history = inputs.history.map(({ path }) => path);
  return [
    ...(limits.length > 0 && inputs.limits !== null ? [rules.limitsElsewhere(inputs.limits.path)] : []),
    ...(inputs.pairs === null ? [] : [rules.pairsElsewhere(inputs.pairs.path)]),
    ...(history.length === 0 ? [] : [rules.historyElsewhere(history, repeat)]),
    rules.gapsElsewhere(`${folder}/summary.md`),
  ];
}

/** What the settings of a certificate say of empty cells and absent columns. */
export function findDefaults(settings: Settings | null): Defaults {
  const written = Object(settings?.['defaults']) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(written).map(([column, value]) => [column, String(value)]));
}
