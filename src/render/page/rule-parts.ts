import { OF_PRIORITY } from '../../domain/objective-levels.ts';
import type { ProofPart, ReportContents, RulesPart } from '../../web/report/report-types.ts';
import { describeBar } from '../words/bars.ts';
import { describeGaps } from '../words/data-gaps.ts';
import { findLevelWords } from '../words/levels.ts';
import { describeLevels, describePolicy, describePreferences } from '../words/rules.ts';
import type { PageTelling } from './page-context.ts';

/** What was not checked, or only partly, because the sheets lack the data. */
export function listUnchecked({ run, words, say }: PageTelling): ReportContents['unchecked'] {
  const lines = describeGaps(run.matching.summary.gaps, words);
  return lines.length === 0 ? null : { head: say.uncheckedHead, lines };
}

/** The rules and preferences in force, in plain words. */
export function buildRules({ run, words, say: { rules: say } }: PageTelling): RulesPart {
  const { roster, terms, matching } = run;
  const { gaps, eligiblePairs, ruledOut, objective } = matching.summary;
  const hasPriorities = objective.some(({ level }) => level.startsWith(OF_PRIORITY));
  const musts = describePolicy(terms.policy, gaps, words);
  return {
    head: say.head,
    lead: say.lead(eligiblePairs, roster.mentors.length * roster.mentees.length),
    must: { head: say.must, lines: musts.length === 0 ? [say.none] : musts },
    prefer: { head: say.prefer, lines: describePreferences(terms.policy, terms.pairs, gaps, words) },
    order: { head: say.order, lines: describeLevels(terms.policy, hasPriorities, gaps, words) },
    keptApart: {
      rule: say.rule,
      pairs: say.keepsApart,
      rows: ruledOut.map(({ rule, pairs }) => ({ rule: describeBar(rule, terms.policy, words), pairs })),
    },
    ties: say.ties,
  };
}

/** How anybody can check that the tandems are best: the page claims no proof. */
export function buildProof({ run, words, say: { proof: say } }: PageTelling): ProofPart {
  const { objective } = run.matching.summary;
  return {
    ...{ head: say.head, lead: say.lead, steps: say.steps, otherRun: say.otherRun, run: say.run(run.id) },
    claims: objective.flatMap(({ level, value }, at) =>
      value === null ? [] : [words.verdict.best(findLevelWords(level, words).better(value), at === 0)],
    ),
  };
}
