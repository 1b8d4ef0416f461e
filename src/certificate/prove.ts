import type { LevelValue, Proof, WorstProof } from '../domain/certificate.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { ProofRefutation } from '../domain/refutation.ts';
import { type WorkerPool, workAlone } from '../domain/worker-pool.ts';
import { countTandemsByLimit, countTandemsByPerson } from './feasibility.ts';
import { type Claim, type LevelWorth, listLevelWorths } from './level-worths.ts';
import { findSlacknessFault, makePartCheck, type ProofSection } from './optimality.ts';

/**
 * Holds a proof against what the policy says. Shares no code with the solver and knows no algorithm.
 * Returns the pair, person, limit or level that refutes the proof, or null: the tandems are best.
 */
export function findRefutation(claim: Claim, proof: Proof, crew: WorkerPool = workAlone): ProofRefutation | null {
  const levels = listLevelWorths(claim);
  return (
    findLevelFault(levels, proof) ??
    findSectionFault(claim, levels, proof, crew) ??
    findWrongValue(claim, levels, proof)
  );
}

/** Makes ready to look at the pairs of a section of a proof, in parts: what a crew is asked for. */
export function makeSectionCheck(
  claim: Claim,
  proof: Proof,
  section: number,
): (part: number) => ProofRefutation | null {
  return makePartCheck(claim, listSections(claim, listLevelWorths(claim), proof)[section]!);
}

function findLevelFault(levels: readonly LevelWorth[], proof: Proof): ProofRefutation | null {
  const fits =
    levels.length === proof.levels.length && levels.every(({ name }, at) => name === proof.levels[at]!.level);
  if (fits) return null;
  const asked = levels.map(({ name }) => name);
  return { kind: 'levels-differ', proven: proof.levels.map(({ level }) => level), asked };
}

function findSectionFault(
  claim: Claim,
  levels: readonly LevelWorth[],
  proof: Proof,
  crew: WorkerPool,
): ProofRefutation | null {
  const { worst } = proof;
  const isAboutWorst = levels.some(({ kind }) => kind === 'worst');
  if (!isAboutWorst && worst !== null) return { kind: 'worst-not-asked' };
  if (isAboutWorst && worst === null) return { kind: 'worst-not-proven' };
  for (const [section, own] of listSections(claim, levels, proof).entries()) {
    const work = { kind: 'proof', section, tandems: claim.tandems, proof } as const;
    const fault = findSlacknessFault(claim, own, look => crew(work, look));
    if (fault !== null) return fault;
  }
  return worst === null ? null : findWorstFault(claim, levels, worst);
}

/**
 * What has to be best for the tandems to be: they themselves; and where the worst one counts, they on the
 * levels before it, and of tandems that all score more than it, some. A proof that speaks of the worst
 * tandem must be about that level.
 */
export function listSections(claim: Claim, levels: readonly LevelWorth[], { prices, worst }: Proof): ProofSection[] {
  const { tandems } = claim;
  if (worst === null) return [{ levels, prices, tandems, floor: Number.NEGATIVE_INFINITY }];
  const at = levels.findIndex(({ kind }) => kind === 'worst');
  const { all, better } = worst;
  const floor = findWorstScore(claim) ?? Number.NEGATIVE_INFINITY;
  const before = levels.slice(0, at);
  return [
    { levels: levels.toSpliced(at, 1), prices, tandems, floor },
    { levels: before, prices: all, tandems, floor: Number.NEGATIVE_INFINITY },
    ...(better === null || tandems.length === 0
      ? []
      : [{ levels: before, prices: better.prices, tandems: better.tandems, floor: floor + 1 }]),
  ];
}

function findWorstScore({ affinity, tandems }: Claim): number | null {
  return tandems.reduce<number | null>((least, { mentor, mentee }) => {
    const score = affinity.score(mentor, mentee);
    return least === null || score < least ? score : least;
  }, null);
}

/**
 * The worst tandem cannot be better if our tandems are best on the levels before `worst` (second section), and the best
 * of those that all score more (third section) come to less there. Where ours have no tandem, there is no worst one.
 */
function findWorstFault(claim: Claim, levels: readonly LevelWorth[], { better }: WorstProof): ProofRefutation | null {
  const worst = findWorstScore(claim);
  if (worst === null) return null;
  const next = worst + 1;
  if (better === null || better.floor !== next) return { kind: 'worst-unexplained', score: next };
  const before = levels.slice(
    0,
    levels.findIndex(({ kind }) => kind === 'worst'),
  );
  return checkIsLess(claim, before, better.tandems, next);
}

function checkIsLess(
  claim: Claim,
  levels: readonly LevelWorth[],
  tandems: readonly Tandem[],
  floor: number,
): ProofRefutation | null {
  const ours = computeLevelValues(claim, levels, claim.tandems);
  const theirs = computeLevelValues(claim, levels, tandems);
  const level = ours.findIndex(({ value }, index) => value !== theirs[index]!.value);
  const isLess = level >= 0 && theirs[level]!.value! < ours[level]!.value!;
  return isLess ? null : { kind: 'worst-may-be-better', score: floor };
}

/** What the tandems come to on each level must be what the proof says. */
function findWrongValue(claim: Claim, levels: readonly LevelWorth[], proof: Proof): ProofRefutation | null {
  const values = computeLevelValues(claim, levels, claim.tandems);
  const wrong = values.findIndex(({ value }, index) => value !== proof.levels[index]!.value);
  if (wrong < 0) return null;
  const [reached, claimed] = [values[wrong]!.value, proof.levels[wrong]!.value];
  return { kind: 'level-value', level: levels[wrong]!.name, reached, claimed };
}

function computeLevelValues(claim: Claim, levels: readonly LevelWorth[], tandems: readonly Tandem[]): LevelValue[] {
  const { roster, terms } = claim;
  const loads = countTandemsByPerson(tandems, 'mentor', roster.mentors.length);
  const served = countTandemsByPerson(tandems, 'mentee', roster.mentees.length);
  const used = countTandemsByLimit(terms.limits, roster, tandems);
  return levels.map(({ name, kind, pair, slot, want, counted }) => {
    if (kind === 'worst') return { level: name, value: findWorstScore({ ...claim, tandems }) };
    let value = 0;
    for (const { mentor, mentee } of tandems) value += pair(mentor, mentee);
    roster.mentors.forEach((mentor, m) => {
      value += sumGains(loads[m]!, slot, mentor);
    });
    roster.mentees.forEach((mentee, e) => {
      value += sumGains(served[e]!, want, mentee);
    });
    terms.limits.forEach((limit, l) => {
      value += sumGains(used[l]!, counted, limit);
    });
    return { level: name, value };
  });
}

/** What the first so many units of something gain. */
function sumGains<Owner>(units: number, gain: (k: number, owner: Owner) => number, owner: Owner): number {
  let sum = 0;
  for (let k = 1; k <= units; k++) sum += gain(k, owner);
  return sum;
}
