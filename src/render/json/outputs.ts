import type { PairAccount, PersonAccount } from '../../domain/account.ts';
import type { RulesOnPerson } from '../../domain/forecast.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Roster } from '../../domain/roster.ts';
import { renderJson } from '../layout/neutralise-ci-commands.ts';
import type { Words } from '../words/en/index.ts';
import { tellProblems } from '../words/problem.ts';
import { buildPairJson, buildPersonJson, type RunFacts } from './account.ts';
import { buildAdviceJson } from './advice.ts';
import { buildChangesJson } from './changes.ts';
import { buildClashJson } from './clash.ts';
import { buildFeedbackJson } from './feedback.ts';
import { buildForecastJson } from './forecast.ts';
import { buildHandOverJson } from './hand-over.ts';
import { buildLettersJson } from './letter.ts';
import { buildMatchJson } from './match.ts';
import { buildPersonRulesJson } from './person-rules.ts';
import { buildRepairJson } from './repair.ts';
import { buildVerdictJson } from './verify-verdict.ts';

interface PeopleFacts {
  readonly accounts: readonly PersonAccount[];
  readonly run: RunFacts;
}

interface PairFacts {
  readonly account: PairAccount;
  readonly run: RunFacts;
}

interface PersonRulesFacts {
  readonly people: readonly RulesOnPerson[];
  readonly roster: Roster;
}

/** What is printed as it is. */
const keep = <Facts extends object>(facts: Facts): Facts => facts;

/** Everything that `--json` prints: what it is made of, and how, an entry an output. */
export const JSON_OUTPUTS = {
  match: buildMatchJson,
  forecast: buildForecastJson,
  'person-rules': ({ people, roster }: PersonRulesFacts) => ({
    people: people.map(found => buildPersonRulesJson(found, roster)),
  }),
  understood: keep,
  rules: keep,
  verdict: buildVerdictJson,
  page: keep,
  advice: buildAdviceJson,
  people: ({ accounts, run }: PeopleFacts, words: Words) => ({
    people: accounts.map(account => buildPersonJson(account, run, words)),
  }),
  pair: ({ account, run }: PairFacts, words: Words) => ({ pair: buildPairJson(account, run, words) }),
  letters: buildLettersJson,
  shared: keep,
  changes: buildChangesJson,
  repair: buildRepairJson,
  feedback: buildFeedbackJson,
  'hand-over': buildHandOverJson,
  stories: keep,
  /** In place of any other where the sheets or the config are wrong. */
  refused: (_: object) => ({ ok: false }),
  /** In place of figures where demands cannot be met together. */
  clash: buildClashJson,
} as const;

export type JsonOutput = keyof typeof JSON_OUTPUTS;
export type JsonFacts<Output extends JsonOutput> = Parameters<(typeof JSON_OUTPUTS)[Output]>[0];

/** The text of an output, with the problems of its inputs behind it; without, where it has none. */
export function renderTold<Output extends JsonOutput>(
  output: Output,
  facts: JsonFacts<Output>,
  problems: readonly Problem[] | null,
  words: Words,
): string {
  const told = buildJson(output, facts, words);
  return renderJson(problems === null ? told : { ...told, problems: tellProblems(problems, words) });
}

/** An output, with the version of its form before it. */
export function buildJson<Output extends JsonOutput>(output: Output, facts: JsonFacts<Output>, words: Words): object {
  const build = JSON_OUTPUTS[output] as (facts: JsonFacts<Output>, words: Words) => object;
  return { schemaVersion: 1, ...build(facts, words) };
}
