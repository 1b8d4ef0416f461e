import type { ChangeCorner, CornerWithin } from '../../domain/change-curve.ts';
import { findWorth } from '../../domain/objective-levels.ts';
import type { Terms } from '../../domain/policy.ts';
import { alignColumns } from '../layout/aligned.ts';
import type { Words } from '../words/en/index.ts';
import { phraseLevelChange } from '../words/levels.ts';

/** What a run was asked about changes. */
export interface CurveReport {
  /** The corners, the fewest changes first; null where nobody asked. */
  readonly corners: readonly ChangeCorner[] | null;
  /** The best tandems with at most some changes; null where nobody asked. */
  readonly within: CornerWithin | null;
}

/** What changing more tandems would bring, in lines: sentences, and rows that are ready. */
export function describeCurve(
  { corners, within }: CurveReport,
  terms: Terms,
  words: Words,
): (string | { readonly row: string })[] {
  return [...(within === null ? [] : [describeWithin(within, words)]), ...describeCorners(corners ?? [], terms, words)];
}

function describeWithin({ most, corner, fewest, bound }: CornerWithin, { curve }: Words): string {
  const { changes, score } = corner.figures;
  return curve.sayWithin(most, changes, roundPoints(score - fewest.figures.score), roundUp(bound - score));
}

function describeCorners(
  corners: readonly ChangeCorner[],
  terms: Terms,
  words: Words,
): (string | { readonly row: string })[] {
  const [first, ...further] = corners;
  const { curve } = words;
  if (first === undefined) return [];
  if (further.length === 0) return [curve.nothing];
  const own = findWorth(terms.policy.objective);
  const rows = corners.map(corner => [
    `  ${curve.countChanges(corner.figures.changes)}`,
    [
      corner === first ? curve.fewest : curve.sayPoints(roundPoints(corner.figures.score - first.figures.score)),
      ...listCosts(corner, first, words),
    ].join(', '),
    corner.worth === own ? curve.thisRun : '',
  ]);
  return [
    curve.intro,
    ...alignColumns(rows, column => column > 0).map(row => ({ row })),
    curve.sayWays(further[0]!.figures.changes),
  ];
}

/**
 * What tandems come to on levels between, less or more than with the fewest changes: "2
 * fewer cross-department tandems".
 */
function listCosts({ figures }: ChangeCorner, first: ChangeCorner, words: Words): string[] {
  return figures.levels.flatMap(({ level, value }, at) => {
    const is = first.figures.levels[at]!.value;
    return value === is ? [] : [phraseLevelChange({ level, is, wouldBe: value }, words)];
  });
}

/** Thousandths as points with a decimal. */
function roundPoints(thousandths: number): number {
  return Math.round(thousandths / 100) / 10;
}

/** A bound must not be rounded below what it bounds. */
function roundUp(thousandths: number): number {
  return Math.ceil(thousandths / 100) / 10;
}
