import type { LevelValue, Proof, WorstProof } from '../domain/certificate.ts';
import type { Tandem } from '../domain/pairing.ts';
import { type WorkerPool, workAlone } from '../domain/worker-pool.ts';
import { countTandemsByLimit, countTandemsByPerson } from './feasibility.ts';
import { type Claim, type LevelWorth, listLevelWorths } from './level-values.ts';
import { findSlacknessFault, makePartCheck, type ProofSection } from './optimality.ts';

/**
 * Holds a proof against what the policy says. Shares no code with the solver and knows no algorithm.
 * Returns the pair, person, limit or level that refutes the proof, in one sentence, or null: the tandems are best.
 */
export function findRefutation(claim: Claim, proof: Proof, crew: WorkerPool = workAlone): string | null {
  const levels = listLevelWorths(claim);
  return (
    findLevelFault(levels, proof) ??
    findSectionFault(claim, levels, proof, crew) ??
    findWrongValue(claim, levels, proof)
  );
}

/** Makes ready to look at the pairs of a section of a proof, in parts: what a crew is asked for. */
export function makeSectionCheck(claim: Claim, proof: Proof, section: number): (part: number) => string | null {
  return makePartCheck(claim, listSections(claim, listLevelWorths(claim), proof)[section]!);
}

function findLevelFault(levels: readonly LevelWorth[], proof: Proof): string | null {
  const fits =
    levels.length === proof.levels.length && levels.every(({ name }, at) => name === proof.levels[at]!.level);
  if (fits) return null;
  const expected = levels.map(({ name }) => name).join(', ');
  const found = proof.levels.map(({ level }) => level).join(', ');
  return `the proof is about the levels ${found}, the policy asks for ${expected}`;
}

function findSectionFault(claim: Claim, levels: readonly LevelWorth[], proof: Proof, crew: WorkerPool): string | null {
  const { worst } = proof;
  const isAboutWorst = levels.some(({ kind }) => kind === 'worst');
  if (!isAboutWorst && worst !== null) return 'the proof is about the worst tandem, and the objective is not';
  if (isAboutWorst && worst === null) return 'the proof says nothing of the worst tandem';
  for (const [section, own] of listSections(claim, levels, proof).entries()) {
    const work = { kind: 'proof', section, tandems: claim.tandems, proof } as const;
    const fault = findSlacknessFault(claim, own, look => crew(work, look));
    if (fault !== null) return fault;
  }
  return worst === null ? null : findWorstFault(claim, levels, worst);
}

/**
 * What has to be best for the tandems to be: they themselves; and where the worst one counts, they on the levels before it, and
 * of tandems that all score more than it, some. A proof that speaks of the worst tandem must be about that level.
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
 * The worst tandem cannot be better if our tandems are best on the levels before `worst` (second section), and the best of
 * those that all score more (third section) come to less there. Where ours have no tandem, there is no worst one.
 */
function findWorstFault(claim: Claim, levels: readonly LevelWorth[], { better }: WorstProof): string | null {
  const worst = findWorstScore(claim);
  if (worst === null) return null;
  const next = worst + 1;
  if (better === null || better.floor !== next)
    return `the proof does not say why the worst tandem cannot score ${next / 1000}`;
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
): string | null {
  const ours = computeLevelValues(claim, levels, claim.tandems);
  const theirs = computeLevelValues(claim, levels, tandems);
  const level = ours.findIndex(({ value }, index) => value !== theirs[index]!.value);
  const isLess = level >= 0 && theirs[level]!.value! < ours[level]!.value!;
  return isLess ? null : `tandems that all score at least ${floor / 1000} come to as much before the level worst`;
}

/** What the tandems come to on each level must be what the proof says. */
function findWrongValue(claim: Claim, levels: readonly LevelWorth[], proof: Proof): string | null {
  const values = computeLevelValues(claim, levels, claim.tandems);
  const wrong = values.findIndex(({ value }, index) => value !== proof.levels[index]!.value);
  if (wrong < 0) return null;
  return `the tandems come to ${values[wrong]!.value} on the level ${levels[wrong]!.name}, the proof says ${proof.levels[wrong]!.value}`;
}

function computeLevelValues(claim: Claim, levels: readonly LevelWorth[], tandems: readonly Tandem[]): LevelValue[] {
  const { roster, terms } = claim;
  const loads = countTandemsByPerson(tandems, 'mentor', roster.mentors.length);
  const served = countTandemsByPerson(tandems, 'mentee', roster.mentees.length);
  const used = countTandemsByLimit(terms.limits, roster, tandems);
  return levels.map(({ name, kind, pair, place, want, counted }) => {
    if (kind === 'worst') return { level: name, value: findWorstScore({ ...claim, tandems }) };
    let value = 0;
    for (const { mentor, mentee } of tandems) value += pair(mentor, mentee);
    roster.mentors.forEach((mentor, m) => {
      value += sumGains(loads[m]!, place, mentor);
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
