import type { Letter, LetterReason, LetterTandem } from '../../domain/letter.ts';
import type { VeiledCount } from '../../domain/veiled-count.ts';
import type { Words } from '../words/en/index.ts';
import { describeOpenRules, describeWhy } from '../words/letter.ts';

/** The answers that may be handed to somebody, one for each side they are on. */
export function buildLettersJson({ letters }: { readonly letters: readonly Letter[] }, words: Words): object {
  return { letters: letters.map(letter => buildLetterJson(letter, words)) };
}

function buildLetterJson(letter: Letter, words: Words): object {
  const { side, id, name, own, leftOut, tandems, why, shortfall, choice } = letter;
  return {
    ...{ side, id, name },
    own: Object.fromEntries(own.map(({ column, value }) => [column, value])),
    leftOut,
    tandems: tandems.map(buildTandemJson),
    reason: why && buildReasonJson(why),
    shortfall: shortfall && { wants: shortfall.wants, has: shortfall.has, reason: buildReasonJson(shortfall.why) },
    evidence: describeWhy(letter, words),
    choice: choice && {
      partners: buildCountJson(choice.partners),
      ruledOut: choice.ruledOut.map(({ bar, count }) => ({ rule: bar, partners: buildCountJson(count) })),
      left: buildCountJson(choice.left),
      keptApart: buildCountJson(choice.keptApart),
    },
    rules: describeOpenRules(letter, words),
  };
}

function buildTandemJson({ decision, rules, preferences }: LetterTandem): object {
  return {
    decision,
    rules: rules.map(({ rule, state }) => ({ rule: rule.name, state })),
    points: preferences.map(({ rule, holds, points, common }) => ({
      ...{ preference: rule.name, holds, weight: rule.weight },
      ...{ points: points / 1000, common },
    })),
  };
}

function buildReasonJson(reason: LetterReason): object {
  if (reason.kind !== 'competition') return reason;
  return { kind: reason.kind, mentees: buildCountJson(reason.mentees), slots: buildCountJson(reason.slots) };
}

/** A count, or what may be told of it. */
function buildCountJson(count: VeiledCount): number | 'few' | 'most' {
  return count.kind === 'exact' ? count.count : count.kind;
}
