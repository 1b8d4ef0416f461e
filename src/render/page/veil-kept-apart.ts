import { isAboutVetoes, isKeptApart } from '../../domain/confidential-bars.ts';
import type { Unmatched } from '../../domain/matching.ts';
import type { Policy, Rule } from '../../domain/policy.ts';
import type { Reason, ReasonsWhere } from '../../domain/unmatched-reasons.ts';
import { describeCheapestFix } from '../words/cheapest-fix.ts';
import { describeEvidence } from '../words/evidence.ts';
import type { PageTelling } from './page-context.ts';

/** The words of a run in which every such bar is called the same. */
export function veilWords({ words, say }: PageTelling): PageTelling['words'] {
  const { noted } = words.bars;
  const veil = { ...noted['banned-pair'], cause: say.keptApart };
  return {
    ...words,
    bars: { ...words.bars, noted: { ...noted, 'banned-pair': veil, declined: veil, 'not-again': veil } },
    rules: {
      ...words.rules,
      cause: (rule: Rule) => (isAboutVetoes(rule) ? say.keptApart : words.rules.cause(rule)),
    },
  };
}

/** Why somebody has no tandem, without the names of those with whom a wish or a decision keeps them apart. */
export function describeVeiledReason(one: Unmatched, telling: PageTelling): string {
  const { roster, terms } = telling.run;
  return describeEvidence(veilReason(one, terms.policy), roster, terms, veilWords(telling));
}

function veilReason(one: Unmatched, policy: Policy): Unmatched {
  return { ...one, reason: omitKeptApart(one.reason, policy) };
}

function omitKeptApart(reason: Reason, policy: Policy): Reason {
  switch (reason.kind) {
    case 'no-eligible-mentor':
    case 'no-eligible-mentee':
      if (!reason.ruledOut.some(({ bar }) => isKeptApart(bar, policy))) return reason;
      return { ...reason, nearest: { ...reason.nearest, examples: [] } };
    default:
      return reason satisfies { readonly kind: ReasonsWhere<'namesKeptApart', false> };
  }
}

/** What would help, where it does not tell of a pair that is kept apart. */
export function describeVeiledFix(one: Unmatched, telling: PageTelling): string {
  const { roster, terms } = telling.run;
  const { fix } = one;
  if (fix.kind === 'change') {
    const { lever } = fix.remedy;
    if (lever.kind === 'pair' && isKeptApart(lever.bar, terms.policy)) return telling.say.byDecision;
  }
  return describeCheapestFix(one, roster, terms, veilWords(telling));
}
