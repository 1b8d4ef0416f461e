/**
 * What moving people of earlier tandems would bring: the best tandems at some prices of a change.
 *
 * At a price, kept tandems and points are one level of the objective, solved and proven like any. Whatever tandems are
 * as good on the levels before: those that are best at a price p come to their points plus p for each tandem kept, and
 * no others to more. So no others with as few changes have more points, and any with at most N changes have at most
 * those points plus p for each change that they have more: Lagrange's bound (Geoffrion, Lagrangean relaxation for
 * integer programming, Mathematical Programming Study 2 (1974), 82–114, §2). Tandems of at most N changes with most
 * points cannot be asked for directly: that is no flow any more.
 *
 * Method. Between two corners, the price at which both are as good shows a third one above their line, or
 * that there is none (Eisner & Severance, Mathematical techniques for efficient record segmentation, Journal
 * of the ACM 23 (1976), 619–635, §4).
 */
import { audit } from '../../certificate/feasibility.ts';
import { findRefutation } from '../../certificate/prove.ts';
import type { ChangeCorner, CornerWithin } from '../../domain/change-curve.ts';
import { InternalError, PointsTooLarge } from '../../domain/errors.ts';
import { WEIGHED } from '../../domain/objective-level-table.ts';
import { findWorth, setWorth } from '../../domain/objective-levels.ts';
import type { Terms } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { workAlone } from '../../domain/worker-pool.ts';
import { type ProvenTandems, solveObjective } from '../../model/solve-with-worst-score.ts';
import { makePairing } from '../../pair/pairing.ts';
import { collectStayable, measureChanges } from '../result/change-figures.ts';
import { makeTask } from './best-tandems.ts';

/** Solves for a price of a change; null where sums would not be exact. */
type SolveAt = (worth: number | null) => ChangeCorner | null;

/** How often a curve is solved for at most besides its beginning: more corners would be read by nobody. */
const MOST_SOLVED = 6;

/** The same for many people: solving takes long, and people wait. */
const MOST_SOLVED_OF_MANY = 3;
const MANY_PAIRS = 1_000_000;

/**
 * Corners of the curve, from the fewest changes to the most points. Demands can be met.
 * @param own the tandems that are best under the terms, and their proof.
 */
export function traceCurve(
  roster: Roster,
  terms: Terms,
  own: ProvenTandems,
  watch: Progress = ignoreProgress,
): ChangeCorner[] {
  const solveAt = makeChangeSolver(roster, terms, own, watch);
  const [plain, free] = [solveAt(null), solveAt(0)];
  if (plain === null || free === null || !isFurther(plain, free)) return plain === null ? [] : [plain];
  const corners = [plain, free];
  const open = listOpenGaps([plain, free]);
  const isMany = roster.mentors.length * roster.mentees.length > MANY_PAIRS;
  for (let solved = 1; solved < (isMany ? MOST_SOLVED_OF_MANY : MOST_SOLVED); solved++) {
    const gap = takeWidest(open);
    if (gap === null) break;
    const between = solveAt(findPrice(gap));
    if (between === null || !isBetween(gap, between)) continue;
    corners.push(between);
    open.push(...listOpenGaps([gap.from, between, gap.to]));
  }
  return corners.sort((a, b) => a.figures.changes - b.figures.changes || a.figures.score - b.figures.score);
}

/** The best corner with at most some changes; or how many the fewest are, which are more. */
export type BestWithin =
  | ({ readonly kind: 'found' } & CornerWithin)
  | { readonly kind: 'more-needed'; readonly changes: number };

/**
 * The best corner with at most some changes. Demands can be met.
 * @throws PointsTooLarge where sums would not be exact.
 */
export function findBestWithin(
  most: number,
  roster: Roster,
  terms: Terms,
  own: ProvenTandems,
  watch: Progress = ignoreProgress,
): BestWithin {
  const solveAt = makeChangeSolver(roster, terms, own, watch);
  const [plain, free] = [solveAt(null), solveAt(0)];
  if (plain === null || free === null) throw new PointsTooLarge(WEIGHED);
  if (plain.figures.changes > most) return { kind: 'more-needed', changes: plain.figures.changes };
  const asked = { kind: 'found', most, fewest: plain } as const;
  let gap: CurveGap = { from: plain, to: free };
  let bound = free.figures.score;
  if (!isFurther(plain, free)) return { ...asked, corner: plain, bound };
  if (free.figures.changes <= most) return { ...asked, corner: free, bound };
  for (;;) {
    const price = findPrice(gap);
    const found = solveAt(price);
    if (found !== null) bound = Math.min(bound, found.figures.score + price * (most - found.figures.changes));
    if (found === null || !isBetween(gap, found)) return { ...asked, corner: gap.from, bound };
    gap = found.figures.changes <= most ? { ...gap, from: found } : { ...gap, to: found };
  }
}

/** Solves each price once, and holds each result against the rules as a stranger would. */
function makeChangeSolver(roster: Roster, terms: Terms, own: ProvenTandems, watch: Progress): SolveAt {
  const pairing = makePairing(roster, terms);
  const stayable = collectStayable({ roster, terms, ...pairing });
  const known = new Map<number | null, ChangeCorner | null>();
  const measure = (worth: number | null, { tandems, proof }: ProvenTandems): ChangeCorner => {
    const figures = measureChanges({ roster, terms, ...pairing }, stayable, tandems);
    return { worth, tandems, proof, figures };
  };
  const solve = (worth: number | null): ChangeCorner | null => {
    watch('weigh');
    const asked = setWorth(terms, worth);
    const found = solveUnlessTooLarge(() =>
      solveObjective(makeTask(roster, asked, pairing, ignoreProgress, workAlone)),
    );
    if (found === null) return null;
    const claim = { roster, terms: asked, ...pairing, tandems: found.tandems };
    const fault = audit(roster, asked, pairing.eligibility, found.tandems)[0] ?? findRefutation(claim, found.proof);
    if (fault !== null) throw new InternalError(`a corner does not stand up to the rules: ${JSON.stringify(fault)}`);
    return measure(worth, found);
  };
  const ownWorth = findWorth(terms.policy.objective);
  known.set(ownWorth, measure(ownWorth, own));
  return worth => {
    if (!known.has(worth)) known.set(worth, solve(worth));
    return known.get(worth)!;
  };
}

function solveUnlessTooLarge(solve: () => ProvenTandems): ProvenTandems | null {
  try {
    return solve();
  } catch (trouble) {
    if (trouble instanceof PointsTooLarge) return null;
    throw trouble;
  }
}

/** Two corners between which others may be. */
interface CurveGap {
  readonly from: ChangeCorner;
  readonly to: ChangeCorner;
}

/** The gaps between corners that follow each other; where both have as many changes, there is no price between them. */
function listOpenGaps(corners: readonly ChangeCorner[]): CurveGap[] {
  const gaps = corners.slice(1).map((to, at) => ({ from: corners[at]!, to }));
  return gaps.filter(({ from, to }) => from.figures.changes < to.figures.changes);
}

/** Takes the gap in which most could be hidden. */
function takeWidest(open: CurveGap[]): CurveGap | null {
  const widest = open.reduce<CurveGap | null>(
    (best, gap) => (best === null || measureGap(gap) > measureGap(best) ? gap : best),
    null,
  );
  if (widest !== null) open.splice(open.indexOf(widest), 1);
  return widest;
}

function measureGap({ from, to }: CurveGap): number {
  return (to.figures.changes - from.figures.changes) * (to.figures.score - from.figures.score);
}

/**
 * The price at which both ends of a gap are as good, in whole thousandths, no higher. @param gap of
 * which the ends differ in changes.
 */
function findPrice({ from, to }: CurveGap): number {
  const price = Math.floor((to.figures.score - from.figures.score) / (to.figures.changes - from.figures.changes));
  if (price < 0) throw new InternalError('fewer points were found at a lower price');
  return price;
}

/**
 * Tandems with as few changes may have more points: levels behind the price come before these where nothing is weighed.
 */
function isBetween({ from, to }: CurveGap, { figures: { changes, score } }: ChangeCorner): boolean {
  return changes >= from.figures.changes && changes < to.figures.changes && score > from.figures.score;
}

function isFurther(plain: ChangeCorner, free: ChangeCorner): boolean {
  return free.figures.score > plain.figures.score;
}
