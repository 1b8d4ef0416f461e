import type { Reason } from '../domain/matching.ts';
import type { Fix, Remedy } from '../domain/remedies.ts';
import type { Side } from '../domain/roster.ts';
import { Claims, haveClaims, settledFrom } from './claims.ts';
import { Remedies } from './remedies.ts';
import type { Findings, Situation } from './situation.ts';

/** Somebody without a tandem, by their number in the roster. */
export interface Without {
  readonly index: number;
  readonly reason: Reason;
}

/** What would help each of some people without a tandem, in their order: the smallest single change, or why there is none. */
export function fixesFor(
  findings: Findings,
  situation: Situation,
  side: Side,
  people: readonly Without[],
): readonly Fix[] {
  const lacking = people.filter(({ reason }) => isLacking(reason)).map(({ index }) => index);
  const fixes = new Map<number, Fix>();
  if (lacking.length > 0) {
    const find = side === 'mentee' ? fixesForMentees : fixesForMentors;
    find(findings, situation, lacking, (index, fix) => fixes.set(index, fix));
  }
  return people.map(({ index, reason }) => fixes.get(index) ?? fixWithout(reason));
}

/** Whether something could be missing that a change brings. */
function isLacking(reason: Reason): boolean {
  return reason.kind !== 'not-needed' && reason.kind !== 'withdrawn';
}

function fixWithout({ kind }: Reason): Fix {
  if (kind === 'not-needed' || kind === 'withdrawn') return { kind };
  return { kind: 'none' };
}

type Settle = (index: number, fix: Fix) => void;

function fixesForMentees(findings: Findings, situation: Situation, mentees: readonly number[], settle: Settle): void {
  if (findings.terms.policy.objective[0]?.kind !== 'mentees') {
    for (const index of mentees) settle(index, { kind: 'objective' });
    return;
  }
  const possible = new Remedies(findings, situation, 'mentee').for(mentees);
  const certain = certainOf(findings, situation, possible);
  for (const index of possible.keys()) {
    const remedy = certain.get(index);
    settle(index, remedy === undefined ? { kind: 'others-first' } : { kind: 'change', remedy });
  }
}

/** The remedies that nobody of a higher priority could take away. */
function certainOf(
  findings: Findings,
  situation: Situation,
  possible: ReadonlyMap<number, Remedy>,
): ReadonlyMap<number, Remedy> {
  const least = settledFrom(findings, situation);
  const { mentees } = findings.roster;
  const settled = [...possible].filter(([mentee]) => mentees[mentee]!.priority >= least);
  if (!haveClaims(findings, situation)) return new Map(settled);
  const claims = new Claims(findings, situation);
  return new Remedies(findings, situation, 'mentee', claims).for(settled.map(([mentee]) => mentee));
}

function fixesForMentors(findings: Findings, situation: Situation, mentors: readonly number[], settle: Settle): void {
  const remedies = new Remedies(findings, situation, 'mentor');
  for (const [index, remedy] of remedies.for(mentors)) settle(index, { kind: 'change', remedy });
  for (const index of remedies.lackingNothing(mentors)) settle(index, { kind: 'objective' });
}
