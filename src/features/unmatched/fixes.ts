import type { Fix, Lever, Remedy } from '../../domain/remedies.ts';
import type { Side } from '../../domain/roster.ts';
import { getReasonTraits, type Reason } from '../../domain/unmatched-reasons.ts';
import { KEEP_ONE, ResidualGraph } from '../../residual/residual-graph.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';
import { RemedySearch } from './remedy-search.ts';
import { findSettledPriority, haveClaims, PriorityClaims } from './who-gains-first.ts';

/** Somebody without a tandem, by their number in the roster. */
export interface UnmatchedPerson {
  readonly index: number;
  readonly reason: Reason;
}

/** A fix as it is found: how many share a change is counted when all have theirs. */
type FoundFix = Exclude<Fix, { readonly kind: 'change' }> | { readonly kind: 'change'; readonly remedy: Remedy };

/**
 * What would help each of some people without a tandem, in their order: the smallest
 * single change, or why there is none.
 */
export function findFixes(
  findings: Findings,
  situation: TandemUsage,
  side: Side,
  people: readonly UnmatchedPerson[],
): readonly Fix[] {
  const lacking = people.filter(({ reason }) => isLacking(reason)).map(({ index }) => index);
  const fixes = new Map<number, FoundFix>();
  if (lacking.length > 0) {
    const find = side === 'mentee' ? findMenteeFixes : findMentorFixes;
    find(findings, situation, lacking, (index, fix) => fixes.set(index, fix));
  }
  const counts = countLevers([...fixes.values()]);
  return people.map(({ index, reason }) => {
    const fix = fixes.get(index) ?? getDefaultFix(reason);
    return fix.kind === 'change' ? { ...fix, sharing: counts.get(nameLever(fix.remedy.lever))! } : fix;
  });
}

/** How many people each lever would help. */
function countLevers(fixes: readonly FoundFix[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const fix of fixes) {
    if (fix.kind !== 'change') continue;
    const name = nameLever(fix.remedy.lever);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function nameLever(lever: Lever): string {
  return JSON.stringify(lever);
}

/** Whether something could be missing that a change brings. */
function isLacking(reason: Reason): boolean {
  return getReasonTraits(reason).change === 'looked-for';
}

/** What is said where no change was found, or none was looked for. */
function getDefaultFix(reason: Reason): FoundFix {
  const { change } = getReasonTraits(reason);
  return { kind: change === 'looked-for' ? 'none' : change };
}

type Settle = (index: number, fix: FoundFix) => void;

function findMenteeFixes(findings: Findings, situation: TandemUsage, mentees: readonly number[], settle: Settle): void {
  if (findings.terms.policy.objective[0]?.kind !== 'mentees') {
    for (const index of mentees) settle(index, { kind: 'objective' });
    return;
  }
  const residual = new ResidualGraph(findings, findings.tandems, KEEP_ONE);
  const possible = new RemedySearch(findings, residual, 'mentee').findRemedies(mentees);
  const least = findSettledPriority(findings, situation);
  const isSettled = (index: number) => findings.roster.mentees[index]!.priority >= least;
  const certain = findCertainRemedies(
    findings,
    situation,
    residual,
    new Map([...possible].filter(([index]) => isSettled(index))),
  );
  for (const index of possible.keys()) {
    const remedy = certain.get(index);
    if (remedy !== undefined) settle(index, { kind: 'change', remedy });
    else settle(index, { kind: isSettled(index) ? 'others-first' : 'unsettled' });
  }
}

/** The remedies that nobody of a higher priority could take away, perhaps others than before. */
function findCertainRemedies(
  findings: Findings,
  situation: TandemUsage,
  residual: ResidualGraph,
  possible: ReadonlyMap<number, Remedy>,
): ReadonlyMap<number, Remedy> {
  if (!haveClaims(findings, situation)) return possible;
  const claims = new PriorityClaims(findings, situation);
  return new RemedySearch(findings, residual, 'mentee', { claims }).findRemedies([...possible.keys()]);
}

function findMentorFixes(findings: Findings, situation: TandemUsage, mentors: readonly number[], settle: Settle): void {
  if (situation.wanting.every(word => word === 0)) {
    for (const index of mentors) settle(index, { kind: 'not-needed' });
    return;
  }
  const residual = new ResidualGraph(findings, findings.tandems, KEEP_ONE);
  const left = new Set(mentors);
  const settleOne = (index: number, fix: FoundFix) => {
    left.delete(index);
    settle(index, fix);
  };
  for (const isGrowing of [true, false]) {
    if (left.size === 0) return;
    const remedies = new RemedySearch(findings, residual, 'mentor', { isGrowing });
    for (const index of remedies.listUnhindered([...left]))
      settleOne(index, { kind: isGrowing ? 'objective' : 'load' });
    for (const [index, remedy] of remedies.findRemedies([...left])) settleOne(index, { kind: 'change', remedy });
  }
}
