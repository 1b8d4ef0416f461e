import type { Reason } from '../../domain/matching.ts';
import type { Fix, Remedy } from '../../domain/remedies.ts';
import type { Side } from '../../domain/roster.ts';
import type { Findings, Situation } from '../../residual/usage.ts';
import { Claims, haveClaims, settledFrom } from './priority-claims.ts';
import { Remedies } from './remedies.ts';

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
  const least = settledFrom(findings, situation);
  const isSettled = (index: number) => findings.roster.mentees[index]!.priority >= least;
  const certain = certainOf(findings, situation, new Map([...possible].filter(([index]) => isSettled(index))));
  for (const index of possible.keys()) {
    const remedy = certain.get(index);
    if (remedy !== undefined) settle(index, { kind: 'change', remedy });
    else settle(index, { kind: isSettled(index) ? 'others-first' : 'unsettled' });
  }
}

/** The remedies that nobody of a higher priority could take away, perhaps others than before. */
function certainOf(
  findings: Findings,
  situation: Situation,
  possible: ReadonlyMap<number, Remedy>,
): ReadonlyMap<number, Remedy> {
  if (!haveClaims(findings, situation)) return possible;
  const claims = new Claims(findings, situation);
  return new Remedies(findings, situation, 'mentee', { claims }).for([...possible.keys()]);
}

function fixesForMentors(findings: Findings, situation: Situation, mentors: readonly number[], settle: Settle): void {
  if (situation.wanting.every(word => word === 0)) {
    for (const index of mentors) settle(index, { kind: 'not-needed' });
    return;
  }
  const left = new Set(mentors);
  const settleOne = (index: number, fix: Fix) => {
    left.delete(index);
    settle(index, fix);
  };
  for (const isGrowing of [true, false]) {
    if (left.size === 0) return;
    const remedies = new Remedies(findings, situation, 'mentor', { isGrowing });
    for (const index of remedies.lackingNothing([...left]))
      settleOne(index, { kind: isGrowing ? 'objective' : 'load' });
    for (const [index, remedy] of remedies.for([...left])) settleOne(index, { kind: 'change', remedy });
  }
}
