import { computeArrears } from '../../domain/arrears.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { getLevelName, type Level } from '../../domain/policy.ts';
import type { Rival } from '../../domain/unmatched-reasons.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';

/**
 * What a tandem of two people who are both free would do to the objective: tandems that are
 * best leave none that would help it.
 */
export function findRival(findings: Findings, situation: TandemUsage, pair: Tandem): Rival {
  const worse = findings.terms.policy.objective.find(level => measureChange(level, findings, situation, pair) < 0);
  return { kind: 'tandem', mentee: pair.mentee, level: worse === undefined ? null : getLevelName(worse) };
}

/** By how much one tandem more changes a level; only its sign counts. */
function measureChange(level: Level, findings: Findings, situation: TandemUsage, { mentor, mentee }: Tandem): number {
  const { roster, affinity, terms, tandems } = findings;
  switch (level.kind) {
    case 'mentees':
      return situation.mentorsOf[mentee]!.length === 0 ? 1 : 0;
    case 'mentors':
      return situation.menteesOf[mentor]!.length === 0 ? 1 : 0;
    case 'tandems':
      return 1;
    case 'kept':
      return isKept(terms, mentor, mentee) ? 1 : 0;
    case 'kept-and-score':
      return affinity.score(mentor, mentee) + (isKept(terms, mentor, mentee) ? level.worth : 0);
    case 'preference': {
      const preference = terms.policy.prefer.findIndex(({ name }) => name === level.preference);
      return affinity.holds(preference, mentor, mentee) ? 1 : 0;
    }
    case 'worst': {
      const score = affinity.score(mentor, mentee);
      const isWorst = tandems.every(known => affinity.score(known.mentor, known.mentee) > score);
      return tandems.length > 0 && isWorst ? -1 : 0;
    }
    case 'score':
      return affinity.score(mentor, mentee);
    case 'fewer-earlier':
      return computeArrears(terms, roster.mentees[mentee]!.id);
    case 'balance':
      return -1 - 2 * situation.menteesOf[mentor]!.length;
  }
}

function isKept({ pairs }: Findings['terms'], mentor: number, mentee: number): boolean {
  return pairs.some(note => note.kept && note.mentor === mentor && note.mentee === mentee);
}
