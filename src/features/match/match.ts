import { audit } from '../../certificate/feasibility.ts';
import { findRefutation, makeSectionCheck } from '../../certificate/prove.ts';
import type { Alternate } from '../../domain/alternate.ts';
import type { Proof } from '../../domain/certificate.ts';
import type { EarlierTandem } from '../../domain/decisions.ts';
import type { Clash } from '../../domain/demands.ts';
import { InternalError, PointsTooLarge } from '../../domain/errors.ts';
import type { Matching } from '../../domain/matching.ts';
import type { CandidateSearch } from '../../domain/pairing.ts';
import { listOpenPeople } from '../../domain/people-open-to-tandems.ts';
import type { Terms } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { PageFacts } from '../../domain/review-facts.ts';
import type { Roster } from '../../domain/roster.ts';
import type { ExplainedChange } from '../../domain/tandem-changes.ts';
import { type Work, type WorkerPool, workAlone } from '../../domain/worker-pool.ts';
import type { ProvenTandems } from '../../model/solve-with-worst-score.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import { findAlternates } from '../alternates/alternates.ts';
import { explainChanges } from '../changes/explain-changes.ts';
import { buildMatching } from '../result/result.ts';
import { findPageFacts } from '../review/priced-facts.ts';
import { computeFigures } from '../trade-offs/figures.ts';
import { type BestTandems, findBestTandems, makeTask } from './best-tandems.ts';

/** Tandems that are best, with what is to be said of them. */
export interface MatchedOutcome {
  readonly kind: 'matched';
  readonly matching: Matching;
  readonly proof: Proof;
  readonly parts: readonly string[];
  /** null where none are asked for. */
  readonly alternates: readonly Alternate[] | null;
  /** What became of earlier tandems; null where there are none. */
  readonly changes: readonly ExplainedChange[] | null;
  /** Works out what the page of the run tells besides, for whoever makes one. */
  readonly findPageFacts: () => PageFacts;
}

/** What became of a roster under its terms. */
export type Outcome =
  | MatchedOutcome
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash }
  /** Points so large that their sums would not be exact on this level. */
  | { readonly kind: 'too-large'; readonly level: string };

/**
 * The way from people to tandems, in the order in which it happens: who may meet and how well they fit, all candidates,
 * the problem solved level by level, the result checked as by a stranger, and why everybody has what they have.
 * @param alternates how many other mentors are told of each mentee. @param earlier tandems of an
 * earlier run that were to be kept.
 */
export function match(
  roster: Roster,
  terms: Terms,
  watch: Progress = ignoreProgress,
  crew: WorkerPool = workAlone,
  alternates: number | null = null,
  earlier: readonly EarlierTandem[] | null = null,
): Outcome {
  watch('compile');
  const pairing = makePairing(roster, terms);
  const best = findBestOrTooLarge(roster, terms, pairing, watch, crew);
  if (best.kind !== 'solved') return best;
  watch('prove');
  holdAgainstRules(roster, terms, pairing, best, crew);
  watch('explain');
  const { tandems, proof } = best;
  const findings = { roster, terms, tandems, ...pairing };
  return {
    ...{
      kind: 'matched',
      matching: buildMatching(findings, computeFigures(findings, proof)),
      proof,
      parts: pairing.affinity.parts,
    },
    alternates: alternates === null ? null : findAlternates(findings, alternates, crew),
    changes: earlier === null ? null : explainChanges(findings, proof, earlier),
    findPageFacts: () => findPageFacts(findings, proof),
  };
}

/** What whoever helps with a match answers to a piece of work, part by part: the same as `match` itself. */
export function makeWorker(roster: Roster, terms: Terms): (work: Work) => (part: number) => unknown {
  const pairing = makePairing(roster, terms);
  const { mentors, mentees } = listOpenPeople(roster, terms);
  const makeSearch = () => pairing.candidates.searchAmong(mentors, mentees);
  let search: CandidateSearch | null = null;
  return work => {
    switch (work.kind) {
      case 'search': {
        search ??= makeSearch();
        const { best } = search;
        return part => best(work.query, part);
      }
      case 'proof':
        // Whoever proves has done searching: its sets make room.
        search = null;
        return makeSectionCheck({ roster, terms, ...pairing, tandems: work.tandems }, work.proof, work.section);
    }
  };
}

function findBestOrTooLarge(
  roster: Roster,
  terms: Terms,
  pairing: Pairing,
  watch: Progress,
  crew: WorkerPool,
): BestTandems | Extract<Outcome, { kind: 'too-large' }> {
  try {
    return findBestTandems(makeTask(roster, terms, pairing, watch, crew));
  } catch (trouble) {
    if (trouble instanceof PointsTooLarge) return { kind: 'too-large', level: trouble.level };
    throw trouble;
  }
}

/** Nothing leaves that `rmentor verify` would not accept. */
function holdAgainstRules(
  roster: Roster,
  terms: Terms,
  pairing: Pairing,
  { tandems, proof }: ProvenTandems,
  crew: WorkerPool,
): void {
  const fault =
    audit(roster, terms, pairing.eligibility, tandems)[0] ??
    findRefutation({ roster, terms, ...pairing, tandems }, proof, crew);
  if (fault !== null) throw new InternalError(`the tandems do not stand up to the rules: ${JSON.stringify(fault)}`);
}
